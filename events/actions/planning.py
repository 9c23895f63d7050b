"""What every act on the draft begins and ends with: the event is held, and what the database refuses is said in words.

Whoever plans holds the row of the event first, then the people, in order. Without that, two who put sessions into one
room at the same moment would each wait for the other inside the exclusion constraint, and one would meet a deadlock.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import policies
from core.refusal import RefusedError
from events.days import write_span
from events.models import Contributor, Event, Session, SessionPart
from people.models import User

ROOM, PERSON = "one_session_a_room_at_a_time", "one_session_a_person_at_a_time"
SEATS, TWICE = "session_never_oversold", "one_part_a_person_of_a_session"
SWITCH = f"SET CONSTRAINTS {ROOM}, {PERSON} {{}}"


def hold(event: Event, *, by: User) -> Event:
    """The event as it is now, held until the end of the transaction by whoever plans its timetable."""
    rows = Event.objects.select_for_update(of=("self",), no_key=True).defer("search")
    row = rows.get(pk=event.pk)
    policies.require(by, "events.edit_timetable", row)
    return row


def hold_session(session: Session, *, by: User) -> Session:
    """The same, and the session. Refused when a colleague has deleted it meanwhile."""
    event = hold(session.event, by=by)
    rows = Session.objects.select_for_update(of=("self",)).select_related("stop", "room", "track", "delegation")
    row = rows.filter(pk=session.pk).first()
    if row is None:
        raise RefusedError(_("A colleague has deleted the session."))
    row.event = event
    return row


def stamp_of(session: Session) -> str:
    """What tells one state of a session from another."""
    return session.updated_at.isoformat()


def expect_seen(row: Session, seen: str) -> None:
    """Refuse to overwrite what the writer has not read."""
    if stamp_of(row) != seen:
        raise RefusedError(
            _(
                "A colleague has saved this session after you opened it. Read beside the form what it says now; "
                "save again to put your text in its place."
            )
        )


def keep(rows: Sequence[Session], *, by: User, fields: Sequence[str] | None = None) -> None:
    """Save the sessions, all or none. Several are judged by where they end up, not by the order they are moved in."""
    now = timezone.now()
    list(_people_of(rows))
    with in_words(lambda name: _refusal(name, rows, by)), connection.cursor() as cursor:
        if len(rows) > 1:
            cursor.execute(SWITCH.format("DEFERRED"))
        for row in rows:
            row.updated_at = now
            row.save(update_fields=fields)
        if len(rows) > 1:
            cursor.execute(SWITCH.format("IMMEDIATE"))


@contextmanager
def in_words(refusal: Callable[[str], str]) -> Iterator[None]:
    """Say in words why the database refuses: `refusal` is asked after the rollback, and may read what stands there."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        sentence = refusal(name)
        if not sentence:
            raise
        raise RefusedError(sentence) from error


def _people_of(rows: Sequence[Session]) -> "list[Contributor]":
    parts = SessionPart.objects.filter(session__in=[row.pk for row in rows if row.pk]).values("contributor")
    held = Contributor.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=parts)
    return list(held.order_by("pk"))


# --- Words -----------------------------------------------------------------------------------------------------------


def _refusal(name: str, rows: Sequence[Session], by: User) -> str:
    if name == SEATS:
        taken = max(row.seats_taken for row in rows)
        return _("%(count)s seats are taken already: there cannot be fewer.") % {"count": taken}
    if name == ROOM:
        return next(
            (words for row in rows if (words := _room_is_taken(row, rows))), _("The room is taken at that time.")
        )
    if name == PERSON:
        found = (_elsewhere(row, rows, by) for row in rows)
        return next(filter(None, found), _("One of its people is in another session at that time."))
    return ""


def _room_is_taken(row: Session, rows: Sequence[Session]) -> str:
    if row.room is None or row.starts_at is None or row.ends_at is None:
        return ""
    moved = [one for one in rows if one is not row and one.room_id == row.room_id and _meet(row, one)]
    there = Session.objects.standing().filter(room=row.room, starts_at__lt=row.ends_at, ends_at__gt=row.starts_at)
    other = next(iter(moved), None) or there.exclude(pk__in=_keys(rows)).select_related("stop").first()
    if other is None or other.starts_at is None or other.ends_at is None:
        return ""
    return _("%(room)s is taken at that time: “%(title)s” is there, %(when)s.") % {
        "room": row.room,
        "title": other.title,
        "when": write_span(other.starts_at, other.ends_at, other.stop),
    }


def _elsewhere(row: Session, rows: Sequence[Session], by: User) -> str:
    for part in SessionPart.objects.filter(session=row.pk).select_related("contributor"):
        together = [one for one in rows if one is not row and _meet(row, one)]
        there = SessionPart.objects.filter(session__in=together, contributor=part.contributor).first()
        other = next((one for one in together if there and one.pk == there.session_id), None)
        if words := _is_elsewhere(part.contributor, row.starts_at, row.ends_at, by, besides=_keys(rows), known=other):
            return words
    return ""


def is_elsewhere(person: Contributor, session: Session, by: User) -> str:
    """Where a person is at the time of a session in which he is to have a part."""
    return _is_elsewhere(person, session.starts_at, session.ends_at, by, besides=[session.pk])


def _is_elsewhere(
    person: Contributor,
    starts_at: datetime | None,
    ends_at: datetime | None,
    by: User,
    *,
    besides: Sequence[int],
    known: Session | None = None,
) -> str:
    """The sentence; a session that the planner may not see is named by its time only."""
    busy = SessionPart.objects.filter(contributor=person, starts_at__lt=ends_at, ends_at__gt=starts_at)
    part = busy.exclude(session__in=besides).select_related("session__stop").first()
    other = known or (part.session if part else None)
    if other is None or other.starts_at is None or other.ends_at is None:
        return ""
    said = {
        "person": person.display_name,
        "title": other.title,
        "when": write_span(other.starts_at, other.ends_at, other.stop),
    }
    if policies.allows(by, "events.view_session", other):
        return _("%(person)s is in another session at that time: “%(title)s”, %(when)s.") % said
    return _("%(person)s has a part in another event at that time: %(when)s.") % said


def _meet(one: Session, other: Session) -> bool:
    if None in (one.starts_at, one.ends_at, other.starts_at, other.ends_at):
        return False
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at  # type: ignore[operator]


def _keys(rows: Sequence[Session]) -> list[int]:
    return [row.pk for row in rows if row.pk]
