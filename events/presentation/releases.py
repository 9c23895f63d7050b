"""Versions of a programme and what differs between them, in words. Reads plain data only."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.localised import LANGUAGE_NAMES, LocalisedText
from events.days import day_of, write_span
from events.enums import PartRole, SessionKind
from events.presentation.timetable import StopView
from events.versions import Plain
from people import directory

PHRASES: dict[str, str | Promise] = {
    "propose_release": gettext_lazy("Version proposed to both sides"),
    "release": gettext_lazy("Release of the version"),
    "withdraw": gettext_lazy("Version withdrawn"),
}
NAMES: dict[str, str | Promise] = {
    "new": pgettext_lazy("change", "New session"),
    "cancelled": pgettext_lazy("change", "No longer held"),
    "moved": pgettext_lazy("change", "Time"),
    "room": pgettext_lazy("change", "Room"),
    "people": pgettext_lazy("change", "People"),
    "title": pgettext_lazy("change", "Title"),
    "kind": pgettext_lazy("change", "Kind"),
    "track": pgettext_lazy("change", "Track"),
    "languages": pgettext_lazy("change", "Languages"),
    "delegation": pgettext_lazy("change", "Delegation"),
    "seats": pgettext_lazy("change", "Seats"),
    "abstract": pgettext_lazy("change", "Summary"),
    "place": pgettext_lazy("change", "Place"),
}
# A page of changes is read by a person who signs it; what lies beyond is read in the version itself.
SHOWN = 100


@dataclass(frozen=True)
class Difference:
    """One thing that differs: its name, what stood, what stands."""

    name: str
    before: str
    after: str


@dataclass
class Line:
    """A session, or a stop, and all that differs of it."""

    title: LocalisedText
    session: int | None
    differences: list[Difference] = field(default_factory=list)


def lines_of(changes: Iterable[Plain]) -> list[Line]:
    """The changes session by session, in their order."""
    found: dict[object, Line] = {}
    for one in changes:
        key = one["session"] or str(one["title"])
        line = found.setdefault(key, Line(LocalisedText(one["title"]), one["session"]))
        name = one["change"]
        line.differences.append(Difference(str(NAMES[name]), _words(name, one["before"]), _words(name, one["after"])))
    return list(found.values())


def _words(name: str, value: Any) -> str:
    """One value of a change, as it is read."""
    if value in (None, "", [], {}):
        return "–"
    return WORDS.get(name, lambda text: str(LocalisedText(text)))(value)


def _when(value: Plain) -> str:
    first, last = (datetime.fromisoformat(value[name]) for name in ("starts_at", "ends_at"))
    on = day_of(first, ZoneInfo(value["zone"]))
    stop = StopView(0, LocalisedText(value["city"]), LocalisedText(), value["zone"], None, on, on)
    return write_span(first, last, stop)


def _part(one: Plain) -> str:
    said = {"person": one["name"], "role": PartRole(one["role"]).label, "topic": LocalisedText(one["topic"])}
    return (_("%(person)s (%(role)s): %(topic)s") if one["topic"] else _("%(person)s (%(role)s)")) % said


def _presenter(value: Plain) -> str:
    country = directory.country(value["country"])
    return f"{country.name if country else value['country']}, {LocalisedText(value['organisation'])}"


# The rest are texts in several languages.
WORDS: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("new", "cancelled", "moved"), _when),
    "people": lambda value: "; ".join(_part(one) for one in value),
    "kind": lambda value: str(SessionKind(value).label),
    "languages": lambda value: ", ".join(LANGUAGE_NAMES.get(code, code) for code in value),
    "delegation": _presenter,
    "seats": str,
}
