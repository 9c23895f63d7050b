"""Notifications with what they speak of, as far as their reader may see it now: a query a kind of record, not a row."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from consultations.enums import ClockKind, Role
from consultations.models import Consultation, Message
from core.localised import LocalisedText
from notifications.messages import KINDS, Kind
from notifications.models import Notification
from people.models import AccessRequest, Appointment, Invitation, User

Reader = User | None

# Which records of each model a reader may be told about. Without a reader it is a letter to a plain address.
VISIBLE: dict[type[Model], Callable[[Reader], QuerySet[Any]]] = {
    Consultation: lambda reader: Consultation.objects.visible_to(reader).for_list(),
    AccessRequest: lambda reader: (
        AccessRequest.objects.visible_to(reader) if reader else AccessRequest.objects.all()
    ).select_related("organisation__country", "decided_by"),
    Invitation: lambda reader: (
        Invitation.objects.filter(invited_by=reader) if reader else Invitation.objects.open()
    ).select_related("organisation__country"),
    Appointment: lambda reader: Appointment.objects.filter(user=reader).for_standing(),
    User: lambda _reader: User.objects.all(),
}


@dataclass
class News:
    """One notification, ready to be put into words in the active language."""

    row: Notification
    kind: Kind
    reader: Reader
    record: Any = None
    written: Message | None = None
    people: dict[str, User] = field(default_factory=dict)

    @property
    def may_see(self) -> bool:
        """Whether the reader may see the record now, and the message in it."""
        return self.record is not None and (self.written is not None or "message" not in self.row.context)

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
        context = self.row.context
        roles = context.get("roles", {})
        return {
            **context,
            **{name: person.display_name for name, person in self.people.items()},
            "owed": ClockKind(context["owed"]).label if "owed" in context else "",
            "role": Role(roles[str(self.row.user_id)]).label if str(self.row.user_id) in roles else "",
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
    """The notifications with their records, messages and people. Kinds that no longer exist are left out."""
    known = [row for row in rows if row.kind in KINDS]
    records = _records(known, reader)
    messages = _messages(known, reader)
    people = User.objects.in_bulk({pk for row in known for pk in _people(row).values()})
    return [
        News(
            row=row,
            kind=KINDS[row.kind],
            reader=reader,
            record=records.get((row.content_type_id, row.object_id)),
            written=messages.get(row.context.get("message", 0)),
            people={name: people[pk] for name, pk in _people(row).items() if pk in people},
        )
        for row in known
    ]


def _people(row: Notification) -> dict[str, int]:
    """Who is named in it, by the part they play."""
    lead = next((int(pk) for pk, role in row.context.get("roles", {}).items() if role == Role.LEAD), None)
    return {**row.context.get("people", {}), **({"lead": lead} if lead else {})}


def _records(rows: list[Notification], reader: Reader) -> dict[tuple[int, int], Any]:
    wanted: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        wanted[row.content_type_id].add(row.object_id)
    found: dict[tuple[int, int], Any] = {}
    for kind, pks in wanted.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model in VISIBLE:
            found |= {(kind, pk): one for pk, one in VISIBLE[model](reader).in_bulk(pks).items()}
    return found


def _messages(rows: list[Notification], reader: Reader) -> dict[int, Message]:
    wanted = {row.context["message"] for row in rows if "message" in row.context}
    if not wanted or reader is None:
        return {}
    return Message.objects.visible_to(reader).in_bulk(wanted)
