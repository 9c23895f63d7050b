"""Notifications with what they speak of, as far as their reader may see it now: one query a page, whatever it tells."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from core.localised import LocalisedText
from core.together import fetch
from notifications.matters.matter import Matter
from notifications.matters.registry import MATTERS
from notifications.messages.kind import Kind, Part
from notifications.messages.registry import KINDS
from notifications.models import Notification
from people.models import User

Reader = User | None


@dataclass
class News:
    """One notification, ready to be put into words in the active language."""

    row: Notification
    kind: Kind
    matter: Matter
    reader: Reader
    record: Any = None
    parts: dict[str, Any] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)

    @property
    def may_see(self) -> bool:
        """Whether the reader may see the record now, and the parts of it that the news names."""
        return self.record is not None and all(key in self.parts for key in self.kind.parts if key in self.row.context)

    @property
    def is_unread(self) -> bool:
        return self.row.read_at is None

    @property
    def reference(self) -> str:
        return getattr(self.record, "handle", "") if self.may_see else ""

    @property
    def title(self) -> LocalisedText | str:
        return getattr(self.record, "title_text", "") if self.may_see else ""

    @property
    def url(self) -> str:
        """The path of the record, or of the page where this kind of news leads."""
        return reverse(self.kind.route) if self.kind.route else self.record.get_absolute_url()

    @cached_property
    def words(self) -> dict[str, Any]:
        """What the templates of all kinds may use. Names are as their owners write them in Latin script."""
        return {
            **self.row.context,
            **{name: person.display_name for name, person in self.people.items()},
            **self.matter.words(self),
            **self.kind.words(self),
            **self.parts,
            "record": self.record,
            "reference": self.reference,
        }

    @property
    def headline(self) -> str:
        """What happened, in one line; only its kind when the reader may no longer see what it was about."""
        return self.render("subject.txt", self.words) if self.may_see else str(self.kind.label)

    def render(self, part: str, words: dict[str, Any]) -> str:
        """A part of the message as plain text, on one line when it is the subject."""
        # Plain text: the page that shows it escapes it.
        template = get_template(f"notifications/{self.kind.id}/{part}").template  # type: ignore[attr-defined]
        text = template.render(Context(words, autoescape=False))
        return " ".join(text.split()) if part == "subject.txt" else text.strip()

    def moment(self, name: str) -> datetime | None:
        """A moment kept in the context."""
        return parse_datetime(self.row.context.get(name) or "")


def load(rows: Iterable[Notification], reader: Reader) -> list[News]:
    """The notifications with their records, parts and people. Kinds and matters that are no more are left out.

    All of it is one query, however many kinds of record the page speaks of.
    """
    known = [row for row in rows if row.kind in KINDS]
    matters = {pk: found for pk in {row.content_type_id for row in known} if (found := _matter(pk))}
    known = [row for row in known if row.content_type_id in matters]
    named = {row.pk: _people(row, matters[row.content_type_id]) for row in known}
    of_records = _records(known, matters, reader)
    of_parts = _parts(known, reader)
    everybody = User.objects.filter(pk__in={pk for names in named.values() for pk in names.values()})
    people, *shown = (_by_pk(one) for one in fetch([everybody, *of_records.values(), *of_parts.values()]))
    records = dict(zip(of_records, shown, strict=False))
    parts = dict(zip(of_parts, shown[len(of_records) :], strict=True))
    return [
        News(
            row=row,
            kind=KINDS[row.kind],
            matter=matters[row.content_type_id],
            reader=reader,
            record=records[row.content_type_id].get(row.object_id),
            parts={
                key: seen for key, part in _named(row) if (seen := parts.get((key, part), {}).get(row.context[key]))
            },
            people={name: people[pk] for name, pk in named[row.pk].items() if pk in people},
        )
        for row in known
    ]


def _by_pk(rows: list[Any]) -> dict[int, Any]:
    return {one.pk: one for one in rows}


def _matter(content_type: int) -> Matter | None:
    model = ContentType.objects.get_for_id(content_type).model_class()
    return MATTERS.get(model) if model else None


def _people(row: Notification, matter: Matter) -> dict[str, int]:
    """Who is named in it, by the part they play."""
    return {**row.context.get("people", {}), **matter.people(row)}


def _records(rows: list[Notification], matters: dict[int, Matter], reader: Reader) -> dict[int, QuerySet[Any]]:
    """What the reader may see now of the records, a list a kind of record."""
    wanted: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        wanted[row.content_type_id].add(row.object_id)
    return {kind: matters[kind].visible(reader).filter(pk__in=pks).order_by() for kind, pks in wanted.items()}


def _parts(rows: list[Notification], reader: Reader) -> dict[tuple[str, Part], QuerySet[Any]]:
    """The same for the parts. Kinds of news with the same part share a list; an address is shown none."""
    wanted: dict[tuple[str, Part], set[int]] = defaultdict(set)
    for row in rows:
        for key, part in _named(row):
            wanted[key, part].add(row.context[key])
    return (
        {(key, part): part.visible(reader).filter(pk__in=pks) for (key, part), pks in wanted.items()} if reader else {}
    )


def _named(row: Notification) -> list[tuple[str, Part]]:
    """The parts that this line names."""
    return [(key, part) for key, part in KINDS[row.kind].parts.items() if key in row.context]
