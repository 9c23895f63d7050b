"""What time does to requests. Each task finds its own work in the rows, so a lost one is made up for by the next."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from calendars.directory import calendar_of
from calendars.working_time import working_days_between
from consultations import signals
from consultations.actions import clocks
from consultations.actions.closing import ASK_ABOUT_USE_AFTER, ask_about_use
from consultations.actions.deciding import decide_by_silence
from consultations.enums import Status
from consultations.models import Clock, Consultation
from consultations.workflow import lifecycle
from core.refusal import RefusedError

BATCH = 200
MEASURED = 20_000  # clocks: some seconds of work
SOON = 2  # working days


@shared_task
def sign_for_silence() -> int:
    """Sign for the sides whose time to answer is over; returns how many requests were decided."""
    decided = 0
    for pk in list(lifecycle.silent().values_list("object_id", flat=True)[:BATCH]):
        try:
            decide_by_silence(Consultation(pk=pk))
        except RefusedError:  # decided, returned or objected to a moment ago: the row has moved on
            continue
        decided += 1
    return decided


@shared_task
def remind() -> int:
    """Tell those who must act that a due time is near, or over; in their working hours only. Returns how many."""
    now = timezone.now()
    told = 0
    near = Clock.objects.filter(ended_at=None, due_at__lte=now + timedelta(days=10))
    due = near.filter(reminded_at=None) | near.filter(due_at__lt=now, overdue_told_at=None)
    for pk in list(due.order_by("due_at", "pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            told += _remind(pk)
    return told


def _remind(pk: int) -> bool:
    now = timezone.now()
    clock = (
        Clock.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("consultation", "country")
        .filter(pk=pk, ended_at=None, due_at__isnull=False)
        .first()
    )
    if clock is None or clock.due_at is None:
        return False
    calendar = calendar_of(clock.country.calendar_id)
    if not any(opens <= now < closes for opens, closes in calendar.windows(calendar.date_of(now))):
        return False
    if clock.due_at < now and not clock.overdue_told_at:
        clock.reminded_at = clock.reminded_at or now
        clock.overdue_told_at = now
        signal = signals.overdue
    elif not clock.reminded_at and working_days_between(now, clock.due_at, calendar) <= min(
        SOON, clock.target_days - 1
    ):
        clock.reminded_at = now
        signal = signals.due_soon
    else:
        return False
    clock.save(update_fields=["reminded_at", "overdue_told_at"])
    signal.send(Clock, consultation=clock.consultation, by=None, clock=clock)
    return True


@shared_task
def ask_about_use_of_advice() -> int:
    """Ask about advice that was accepted half a year ago; returns how many were asked."""
    ripe = Consultation.objects.filter(
        status=Status.CLOSED, use_asked_at=None, closed_at__lte=timezone.now() - ASK_ABOUT_USE_AFTER
    )
    return sum(ask_about_use(row) is not None for row in ripe.order_by("closed_at")[:BATCH])


@shared_task
def measure_clocks() -> int:
    """Measure clocks that ended without it; returns how many. Reports count only what is measured."""
    return clocks.measure(MEASURED)


@shared_task
def recount_due_times(calendar: str) -> int:
    """Count the due times of one calendar again; returns how many moved."""
    return clocks.recount(calendar)


@shared_task
def recount_all() -> int:
    """Every night: what a lost message about a changed calendar has left behind."""
    used = Clock.objects.filter(ended_at=None).values_list("country__calendar", flat=True).distinct()
    return sum(clocks.recount(code) for code in list(used))
