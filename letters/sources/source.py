"""Where letters take their recipients from. A module of this folder registers its own; see docs/letters.md."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from core.localised import LocalisedText
from people.models import Country, Organisation, User

Words = LocalisedText | str | Promise


@dataclass(frozen=True)
class Recipient:
    """One to whom a letter goes. `key` tells recipients of a source apart: "delegation:12".

    `values` are what the fields stand for, and are asked for in the language of the letter, like `addressee`, the lines
    of the envelope. `email` is that of somebody without an account; `is_personal` keeps the letter from colleagues.
    """

    key: str
    name: Words
    country: Country
    language: str
    addressee: Callable[[], Iterable[object]]
    values: Callable[[], Mapping[str, object]]
    organisation: Organisation | None = None
    person: User | None = None
    email: str = ""
    is_personal: bool = False


@dataclass(frozen=True)
class Source:
    """One way to find recipients: for letters of `kind`, about records of `model`.

    `records(user)` are those of the person's centres for which such letters make sense, newest first;
    `recipients(record)` costs at most three queries, however many there are.
    """

    name: str
    kind: str
    label: str | Promise
    model: type[Model]
    records: Callable[[Any], QuerySet[Any]]
    recipients: Callable[[Any], list[Recipient]]


sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add a way to find recipients."""
    sources[source.name] = source


def of_kind(kind: str) -> list[Source]:
    """The sources from which letters of this kind are written, by name."""
    return [one for name, one in sorted(sources.items()) if one.kind == kind]


def in_protocol(recipients: Iterable[Recipient], own: str) -> list[Recipient]:
    """Own side first, then the states by their English short name, within a state the bodies by theirs."""

    def place(one: Recipient) -> tuple[bool, str, str, str]:
        return one.country.pk != own, one.country.name.get("en", ""), _english(one), one.key

    return sorted(recipients, key=place)


def _english(one: Recipient) -> str:
    name = one.organisation.name if one.organisation else one.name
    return str(name.best("en").text if isinstance(name, LocalisedText) else name)
