"""Start, stop and end the clocks of a request.

A clock counts working time of the country that must act. While the other side holds the ball it is paused, and the
pause is a row: when a calendar changes, everything is counted again from the rows.
"""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from calendars.directory import calendar_of
from calendars.working_time import WorkingCalendar, add_working_time, close_of_business, working_time_between
from consultations import signals
from consultations.enums import ClockKind, Status
from consultations.models import Clock, ClockPause, Consultation
from consultations.workflow import lifecycle
from core import journal
from core.models import Silence
from people.models import Country

# Working days of whoever must act.
TARGETS = {
    ClockKind.CHECK: 3,
    ClockKind.ASSIGN: 3,
    ClockKind.FIRST_RESPONSE: 2,
    ClockKind.ANSWER: 10,
    ClockKind.REPLY: 5,
    ClockKind.ACCEPTANCE: 10,
}


def start(consultation: Consultation, kind: ClockKind, country: Country, *, days: int | None = None) -> Clock:
    """Begin to count. The due time is the close of business of the last day."""
    clock = Clock(
        consultation=consultation,
        kind=kind,
        country=country,
        target_days=TARGETS[kind] if days is None else days,
        started_at=timezone.now(),
    )
    clock.due_at = due_time(clock, [], timezone.now())
    clock.save()
    refresh(consultation)
    return clock


def pause(consultation: Consultation, kind: ClockKind) -> None:
    """Stop a running clock: the other side has the ball. Nothing happens when it does not run."""
    for clock in consultation.clocks.filter(kind=kind, ended_at=None, due_at__isnull=False):
        ClockPause.objects.create(clock=clock, started_at=timezone.now())
        clock.due_at = None
        clock.save(update_fields=["due_at"])
    refresh(consultation)


def resume(consultation: Consultation, kind: ClockKind) -> None:
    """Let a stopped clock run on, with the working time it had left."""
    now = timezone.now()
    for clock in consultation.clocks.filter(kind=kind, ended_at=None, due_at=None):
        clock.pauses.filter(ended_at=None).update(ended_at=now)
        clock.due_at = due_time(clock, list(clock.pauses.all()), now)
        clock.reminded_at = clock.overdue_told_at = None
        clock.save(update_fields=["due_at", "reminded_at", "overdue_told_at"])
    refresh(consultation)


def move(consultation: Consultation, kind: ClockKind, country: Country) -> None:
    """Let a clock go on in another country's calendar: somebody there must act from now on."""
    for clock in consultation.clocks.filter(kind=kind, ended_at=None).exclude(country=country):
        clock.country = country
        if clock.due_at is not None:
            clock.due_at = due_time(clock, list(clock.pauses.all()), timezone.now())
        clock.save(update_fields=["country", "due_at"])
    refresh(consultation)


def end(consultation: Consultation, kind: ClockKind) -> None:
    """What was owed is done; the clock remembers whether in time."""
    _end(consultation, kind)
    refresh(consultation)


def end_all(consultation: Consultation) -> None:
    """Nothing is owed any more."""
    for kind in ClockKind:
        _end(consultation, kind)
    refresh(consultation)


def _end(consultation: Consultation, kind: ClockKind) -> None:
    now = timezone.now()
    for clock in consultation.clocks.filter(kind=kind, ended_at=None).select_related("country"):
        clock.pauses.filter(ended_at=None).update(ended_at=now)
        clock.ended_at, clock.was_met = now, clock.due_at is None or now <= clock.due_at
        clock.worked, clock.worked_days = measured(clock, list(clock.pauses.all()))
        clock.save(update_fields=["ended_at", "was_met", "worked", "worked_days"])


def refresh(consultation: Consultation) -> None:
    """Copy the nearest due time to the request, where lists sort by it."""
    if consultation.status == Status.REGISTERED:
        running = [one.due_at for one in Silence.objects.about(consultation).filter(ended_at=None)]
    else:
        running = [one.due_at for one in consultation.clocks.filter(ended_at=None) if one.due_at]
    consultation.due_at = min(running, default=None)
    Consultation.objects.filter(pk=consultation.pk).update(due_at=consultation.due_at)


def due_time(clock: Clock, pauses: list[ClockPause], now: datetime) -> datetime:
    """When the clock will have run out if it is not stopped again."""
    calendar = calendar_of(clock.country.calendar_id)
    worked, since = timedelta(0), clock.started_at
    for one in pauses:
        worked += working_time_between(since, one.started_at, calendar)
        since = one.ended_at or now
    left = max(clock.target_days * day_length(calendar, clock.started_at) - worked, timedelta(0))
    return close_of_business(add_working_time(since, left, calendar), calendar)


def measured(clock: Clock, pauses: list[ClockPause]) -> tuple[timedelta, float]:
    """The working time that an ended clock ran, and how many days of its calendar that is.

    A day is as long as those of the year in which the clock began are on average: days before holidays are shorter.
    """
    if clock.ended_at is None:
        message = f"Clock {clock.pk} still runs."
        raise ValueError(message)
    calendar = calendar_of(clock.country.calendar_id)
    worked = working_time_between(clock.started_at, clock.ended_at, calendar)
    for one in pauses:
        worked -= working_time_between(one.started_at, one.ended_at or clock.ended_at, calendar)
    year = calendar.year(calendar.date_of(clock.started_at).year)
    day = year.done[-1] / len(year.days) if year.days else timedelta(hours=8)
    return worked, worked / day


# A value for each of many rows: for each, bulk_update writes a condition, and takes ten times as long.
_KEEP = """
    UPDATE consultations_clock SET worked = found.worked, worked_days = found.days
    FROM unnest(%s::bigint[], %s::interval[], %s::float8[]) AS found (id, worked, days)
    WHERE consultations_clock.id = found.id
"""


def measure(most: int) -> int:
    """Measure clocks that ended without it, such as those that ended before the portal measured any.

    Returns how many there were, at most `most`.
    """
    rows = Clock.objects.filter(ended_at__isnull=False, worked=None).order_by("pk")
    found = [
        (clock.pk, *measured(clock, list(clock.pauses.all())))
        for clock in rows.select_related("country").prefetch_related("pauses")[:most]
    ]
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [list(column) for column in zip(*found, strict=True)] or [[], [], []])
    return len(found)


def day_length(calendar: WorkingCalendar, near: datetime) -> timedelta:
    """The working time of a full day: that of the first working day after `near`."""
    day = add_working_time(near + timedelta(days=1), timedelta(0), calendar).astimezone(calendar.zone).date()
    return sum((closes - opens for opens, closes in calendar.windows(day)), timedelta(0))


def recount(calendar: str) -> int:
    """A calendar has changed: count again every running clock and silence that uses it; returns how many moved.

    Each request is a transaction of its own and is locked first, as every act does, so the two never wait in a ring.
    """
    counted = Clock.objects.filter(country__calendar=calendar, ended_at=None, due_at__isnull=False)
    waiting = Consultation.objects.filter(
        Q(centre__side_a__calendar=calendar) | Q(centre__side_b__calendar=calendar), status=Status.REGISTERED
    )
    rows = {*counted.values_list("consultation", flat=True), *waiting.values_list("pk", flat=True)}
    return sum(_recount_one(pk, calendar) for pk in sorted(rows))


@transaction.atomic
def _recount_one(pk: int, calendar: str) -> int:
    """Count again the clocks and the silence of one request.

    A due time that moves is told to those who must act and stands in the journal.
    """
    row = lifecycle.lock(Consultation(pk=pk))
    moved = 0
    running = row.clocks.filter(country__calendar=calendar, ended_at=None, due_at__isnull=False)
    for clock in running.select_related("country").prefetch_related("pauses"):
        before, clock.due_at = clock.due_at, due_time(clock, list(clock.pauses.all()), timezone.now())
        if clock.due_at == before:
            continue
        moved += 1
        clock.save(update_fields=["due_at"])
        signals.due_moved.send(Clock, consultation=row, by=None, clock=clock, before=before)
        _note_move(row, before, clock.due_at)
    if row.status == Status.REGISTERED:
        before = row.due_at
        lifecycle.restart_silence(row)
        refresh(row)
        if row.due_at != before:
            moved += 1
            _note_move(row, before, row.due_at)
    elif moved:
        refresh(row)
    return moved


def _note_move(row: Consultation, before: datetime | None, after: datetime | None) -> None:
    moments = {"before": before, "after": after}
    data = {name: moment.isoformat() for name, moment in moments.items() if moment}
    journal.write(row, "due_moved", by=None, data=data)
