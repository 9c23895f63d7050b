"""Journeys, seats, notes and materials of a person, for the export of one's own data."""

from collections.abc import Iterable

from core.sealing import UnreadableError
from events.models import Material, Seat, TravelFile, VisitNote
from events.travel import open_sealed
from people.export import Row, source, values
from people.models import User


@source("travel_facts")
def travel_facts(user: User) -> Iterable[Row]:
    """In the clear, because they are the person's own. What no key opens any more is said to be there."""
    rows = TravelFile.objects.filter(participant__user=user).select_related("participant__event").order_by("pk")
    for row in rows:
        kept = {"event": row.participant.event.reference, **values(row, "purge_on", "updated_at")}
        try:
            opened = open_sealed(row)
        except UnreadableError:
            yield {**kept, "facts": None, "consents": None}
        else:
            yield {**kept, "facts": opened.facts, "consents": opened.consents}


@source("event_seats")
def event_seats(user: User) -> Iterable[Row]:
    rows = Seat.objects.filter(participant__user=user).select_related("session__event", "group").order_by("pk")
    for row in rows:
        group = row.group.name if row.group else None
        yield {"event": row.session.event.reference, "session": row.session.title, "group": group, "at": row.at}


@source("visit_notes")
def visit_notes(user: User) -> Iterable[Row]:
    for row in VisitNote.objects.filter(by=user).select_related("session__event").order_by("pk"):
        yield {
            "event": row.session.event.reference,
            "visit": row.session.title,
            **values(row, "text", "language", "at"),
        }


@source("event_materials")
def event_materials(user: User) -> Iterable[Row]:
    """What the person added; files by their names, the contents are downloaded in the portal."""
    for row in Material.objects.filter(by=user).select_related("event", "session", "file").order_by("pk"):
        yield {
            "event": row.event.reference,
            "session": row.session.title if row.session else None,
            "file": row.file.name if row.file else None,
            **values(row, "title", "language", "licence", "audience", "url", "is_slides", "at"),
        }
