"""The draft of the timetable: sessions, their times and their rooms. What visitors see is untouched until a release."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal
from core.refusal import RefusedError
from events.actions.planning import expect_seen, hold, hold_session, keep
from events.days import day_of, moment_of, span_of
from events.models import Event, Room, Session, Stop
from people.models import User

FACTS = (
    "kind",
    "title",
    "abstract",
    "room",
    "track",
    "languages",
    "delegation",
    "seats",
    "expects_slides",
    "counts_for_certificate",
)
PLACE = ["stop", "room", "day", "starts_at", "ends_at", "updated_at"]


@transaction.atomic
def add_session(
    event: Event,
    *,
    by: User,
    stop: Stop,
    day: date | None = None,
    begins: time | None = None,
    ends: time | None = None,
    **facts: Any,
) -> Session:
    """Add a session to the draft; without a time it stands beside the timetable until it gets one.

    Refused where the room is taken at that time. `facts` are fields of the session.
    """
    row = hold(event, by=by)
    session = Session(event=row, stop=stop)
    _write(session, facts)
    _place(session, stop, day, begins, ends)
    keep([session], by=by)
    journal.write(session, "add_session", by=by)
    return session


@transaction.atomic
def edit_session(
    session: Session,
    *,
    by: User,
    seen: str,
    stop: Stop,
    day: date | None = None,
    begins: time | None = None,
    ends: time | None = None,
    **facts: Any,
) -> Session:
    """Keep what was written of a session. `seen` is the state of it that the writer had before him.

    Refused when a colleague has saved it since, when the room or one of its people is elsewhere at that time, and while
    it is cancelled.
    """
    row = hold_session(session, by=by)
    expect_seen(row, seen)
    _expect_standing(row)
    _write(row, facts)
    _place(row, stop, day, begins, ends)
    keep([row], by=by, fields=[*FACTS, *PLACE])
    journal.write(row, "edit_session", by=by)
    return row


@transaction.atomic
def move_session(
    session: Session, *, by: User, seen: str, stop: Stop, day: date, begins: time, room: Room | None
) -> Session:
    """Give a session another day, time or room; it keeps its length, or gets an hour when it had no time."""
    row = hold_session(session, by=by)
    expect_seen(row, seen)
    _expect_standing(row)
    length = _length(row)
    row.stop, row.room, row.day = stop, room, day
    row.starts_at = moment_of(day, begins, stop.tz)
    row.ends_at = row.starts_at + length
    _expect_own(row)
    keep([row], by=by, fields=PLACE)
    journal.write(row, "move_session", by=by)
    return row


@transaction.atomic
def nudge_session(session: Session, *, by: User, minutes: int) -> Session:
    """Move a session earlier (less than 0) or later by some minutes, in its room."""
    row = hold_session(session, by=by)
    _expect_standing(row)
    if row.starts_at is None:
        raise RefusedError(_("The session has no time yet. Give it a day and a time first."))
    _shift(row, timedelta(minutes=minutes))
    keep([row], by=by, fields=PLACE)
    journal.write(row, "move_session", by=by)
    return row


@transaction.atomic
def shift_day(
    event: Event,
    *,
    by: User,
    stop: Stop,
    day: date,
    minutes: int = 0,
    to_day: date | None = None,
    from_time: time | None = None,
) -> list[Session]:
    """Move all sessions of a day at a stop, or those that begin at `from_time` or later: by minutes, or to another day.

    They move together or not at all. On another day they keep their hours on the wall.
    """
    held = hold(event, by=by)
    chosen = Session.objects.standing().timed().filter(event=held, stop=stop, day=day)
    rows = list(chosen.select_for_update(of=("self",)).select_related("stop", "room").order_by("starts_at", "pk"))
    if from_time is not None:
        since = moment_of(day, from_time, stop.tz)
        rows = [row for row in rows if _start(row) >= since]
    if not rows:
        raise RefusedError(_("No session of that day begins then."))
    for row in rows:
        if to_day is not None:
            length = _length(row)
            row.starts_at = moment_of(to_day, _start(row).astimezone(stop.tz).time(), stop.tz)
            row.ends_at, row.day = row.starts_at + length, to_day
        _shift(row, timedelta(minutes=minutes))
    keep(rows, by=by, fields=PLACE)
    for row in rows:
        journal.write(row, "move_session", by=by)
    return rows


@transaction.atomic
def swap_sessions(session: Session, *, by: User, other: Session) -> tuple[Session, Session]:
    """Let two sessions of an event change places: each takes the beginning and the room of the other.

    Each keeps its own length. Refused when either has no time or is cancelled, and when a longer one does not fit.
    """
    held = hold(session.event, by=by)
    pair = Session.objects.filter(event=held, pk__in=[session.pk, other.pk]).order_by("pk")
    found = {row.pk: row for row in pair.select_for_update(of=("self",)).select_related("stop", "room")}
    if len(found) < len({session.pk, other.pk}) or session.pk == other.pk:
        raise RefusedError(_("Choose another session of the same event."))
    first, second = found[session.pk], found[other.pk]
    for row in (first, second):
        _expect_standing(row)
        if row.starts_at is None:
            raise RefusedError(_("Only sessions that have a time change places."))
    places = [(row.stop, row.room, row.day, _start(row)) for row in (second, first)]
    for row, (stop, room, day, starts_at) in zip((first, second), places, strict=True):
        length = _length(row)
        row.stop, row.room, row.day, row.starts_at, row.ends_at = stop, room, day, starts_at, starts_at + length
    keep([first, second], by=by, fields=PLACE)
    for row in (first, second):
        journal.write(row, "swap_sessions", by=by)
    return first, second


@transaction.atomic
def cancel_session(session: Session, *, by: User, reason: str) -> Session:
    """Take a session out of the draft and give its room and people free. Visitors learn of it by the next release.

    Refused without a reason: it stands in the history.
    """
    row = hold_session(session, by=by)
    _expect_standing(row)
    if not reason.strip():
        raise RefusedError(_("Give the reason: it stands in the history of the session."))
    row.cancelled_at = timezone.now()
    keep([row], by=by, fields=["cancelled_at", "updated_at"])
    journal.write(row, "cancel_session", by=by, reason=reason)
    return row


@transaction.atomic
def restore_session(session: Session, *, by: User) -> Session:
    """Take a cancelled session in again, at the time and in the room it had. Refused when they are taken by now."""
    row = hold_session(session, by=by)
    if row.cancelled_at is None:
        raise RefusedError(_("The session is not cancelled."))
    row.cancelled_at = None
    keep([row], by=by, fields=["cancelled_at", "updated_at"])
    journal.write(row, "restore_session", by=by)
    return row


@transaction.atomic
def delete_session(session: Session, *, by: User) -> Event:
    """Remove a session that nobody outside has seen.

    Refused once it was released or proposed, and when materials or seats belong to it. What was released is cancelled
    instead, so that calendars learn of it.
    """
    row = hold_session(session, by=by)
    if row.is_released or row.event.releases.proposed().filter(programme__sessions__contains=[{"id": row.pk}]).exists():
        raise RefusedError(_("The session stands in a version of the programme. Cancel it instead."))
    if row.materials.exists() or row.seats_taken:
        raise RefusedError(_("Materials or seats belong to the session. Cancel it instead."))
    journal.write(row.event, "delete_session", by=by, data={"session": row.pk})
    row.delete()
    return row.event


# --- Fields ----------------------------------------------------------------------------------------------------------


def _write(row: Session, facts: dict[str, Any]) -> None:
    if unknown := set(facts) - set(FACTS):
        message = f"Not fields of a session: {sorted(unknown)}"
        raise TypeError(message)
    for name, value in facts.items():
        setattr(row, name, value)


def _place(row: Session, stop: Stop, day: date | None, begins: time | None, ends: time | None) -> None:
    row.stop = stop
    given = [one is not None for one in (day, begins, ends)]
    if any(given) != all(given):
        raise RefusedError(_("Give the day, the beginning and the end, or none of them."))
    row.day = day
    row.starts_at, row.ends_at = span_of(day, begins, ends, stop.tz) if day and begins and ends else (None, None)
    _expect_own(row)


def _expect_own(row: Session) -> None:
    """What a session points to belongs to its event, and its room to its stop."""
    if row.stop.event_id != row.event_id:
        raise RefusedError(_("The stop belongs to another event."))
    if row.room and row.room.stop_id != row.stop_id:
        raise RefusedError(_("The room is at another stop."))
    if row.track and row.track.event_id != row.event_id:
        raise RefusedError(_("The track belongs to another event."))
    if row.delegation and row.delegation.event_id != row.event_id:
        raise RefusedError(_("The delegation belongs to another event."))


def _expect_standing(row: Session) -> None:
    if row.cancelled_at:
        raise RefusedError(_("The session is cancelled. Restore it first."))


def _start(row: Session) -> datetime:
    assert row.starts_at is not None  # noqa: S101  asked before; for the reader of types
    return row.starts_at


def _length(row: Session) -> timedelta:
    return row.ends_at - row.starts_at if row.starts_at and row.ends_at else timedelta(hours=1)


def _shift(row: Session, amount: timedelta) -> None:
    length = _length(row)
    row.starts_at = _start(row) + amount
    row.ends_at = row.starts_at + length
    row.day = day_of(row.starts_at, row.stop.tz)
