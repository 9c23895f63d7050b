"""What the clock does after an event: lay down who owes what, ask about plans, remind. And the officer's reminder."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import calendar_of
from calendars.working_time import WorkingCalendar, working_days_between
from core import journal, policies
from core.models import JournalEntry
from core.refusal import RefusedError
from events import signals
from events.enums import EventStatus, Mode, PlanStatus
from events.following import (
    PATIENCE,
    PLAN_KINDS,
    SOON,
    TRIP_REPORT_DAYS,
    delegates_who_came,
    is_over,
    owing,
    plans_wanted_from,
)
from events.models import ActionPlan, Event, Participant, PlanCheck, Stop, TripReport
from people.models import User

REMIND_AGAIN = timedelta(hours=20)


# --- Who owes what ---------------------------------------------------------------------------------------------------


@transaction.atomic
def open_plans(event: Event) -> int:
    """Ask those who came with a delegation for a plan, once its time has come; returns how many were asked.

    An empty plan is laid down for each, so that who owes one is a row.
    """
    now = timezone.now()
    if event.kind not in PLAN_KINDS or event.status not in _held() or plans_wanted_from(event) > now:
        return 0
    without = (
        delegates_who_came().filter(event=event).exclude(Exists(ActionPlan.objects.filter(participant=OuterRef("pk"))))
    )
    people = list(without.select_related("event", "country").order_by("pk"))
    made = [ActionPlan(participant=one, language=one.language) for one in people]
    ActionPlan.objects.bulk_create(made, ignore_conflicts=True)
    plans = {plan.participant_id: plan for plan in ActionPlan.objects.filter(participant__in=people)}
    for one in people:
        signals.plan_wanted.send(ActionPlan, plan=plans[one.pk], participant=one, by=None)
    return len(people)


@transaction.atomic
def open_trip_reports(event: Event) -> int:
    """Lay down a report for each delegate who travelled, due thirty days after the end; returns how many.

    Nobody travels to an event online, or to one that is held in the own country only.
    """
    if event.mode == Mode.ONLINE or event.status not in _held() or not is_over(event, timezone.now()):
        return 0
    abroad = Stop.objects.filter(event=event).exclude(country=OuterRef("country"))
    travelled = delegates_who_came().filter(Exists(abroad), event=event)
    without = travelled.exclude(Exists(TripReport.objects.filter(participant=OuterRef("pk"))))
    due_on = event.ends_on + timedelta(days=TRIP_REPORT_DAYS)
    made = [TripReport(participant=one, language=one.language, due_on=due_on) for one in without.order_by("pk")]
    TripReport.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _held() -> tuple[str, ...]:
    return EventStatus.ANNOUNCED, EventStatus.CLOSED


# --- Asking and reminding --------------------------------------------------------------------------------------------


def _calendar(participant: Participant) -> WorkingCalendar:
    return calendar_of(participant.country.calendar_id)


@transaction.atomic
def ask_progress(check: PlanCheck) -> bool:
    """Ask about a plan on a working day of its author's country, and once more after ten; whether it was asked now."""
    row = (
        PlanCheck.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("plan__participant__country", "plan__participant__event")
        .filter(pk=check.pk, answered_at=None, plan__participant__anonymised_at=None)
        .first()
    )
    if row is None:
        return False
    now, calendar = timezone.now(), _calendar(row.plan.participant)
    today = calendar.date_of(now)
    if today < row.due_on or not calendar.is_working_day(today):
        return False
    if row.asked_at is None:
        row.asked_at = now
    elif row.reminded_at is None and working_days_between(row.asked_at, now, calendar) >= PATIENCE:
        row.reminded_at = now
    else:
        return False
    row.save(update_fields=["asked_at", "reminded_at"])
    signals.plan_progress_asked.send(ActionPlan, plan=row.plan, check=row, by=None)
    return True


@transaction.atomic
def remind_of_trip_report(report: TripReport) -> bool:
    """Tell the author that the report is nearly due, and that it is overdue: once each, on a working day there."""
    row = (
        TripReport.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("participant__country", "participant__event")
        .filter(pk=report.pk, submitted_at=None, participant__anonymised_at=None)
        .first()
    )
    if row is None:
        return False
    now, calendar = timezone.now(), _calendar(row.participant)
    today = calendar.date_of(now)
    if not calendar.is_working_day(today):
        return False
    if today > row.due_on and row.overdue_told_at is None:
        row.reminded_at, row.overdue_told_at = row.reminded_at or now, now
        signal = signals.trip_report_overdue
    elif today <= row.due_on and row.reminded_at is None and _days_left(now, row, calendar) <= SOON:
        row.reminded_at = now
        signal = signals.trip_report_due_soon
    else:
        return False
    row.save(update_fields=["reminded_at", "overdue_told_at"])
    signal.send(TripReport, report=row, by=None)
    return True


def _days_left(now: datetime, report: TripReport, calendar: WorkingCalendar) -> int:
    return working_days_between(now, datetime.combine(report.due_on, time(12), calendar.zone), calendar)


# --- The officer's reminder ------------------------------------------------------------------------------------------


def owed_by(event: Event, people: Sequence[int] | None = None) -> list[tuple[Participant, list[str]]]:
    """Who owes what after an event, as the words of `events.presentation.owed`: plan, endorsement, months, report.

    Two queries however many there are. A plan that lies with the superior is the author's to chase.
    """
    rows = Participant.objects.filter(owing(), event=event, anonymised_at=None)
    if people is not None:
        rows = rows.filter(pk__in=people)
    asked = PlanCheck.objects.filter(answered_at=None, asked_at__isnull=False)
    rows = rows.select_related("plan", "trip_report", "country", "user").prefetch_related(
        Prefetch("plan__checks", asked, to_attr="open_checks")
    )
    return [(row, items_of(row)) for row in rows.order_by("country__name__en", "family_name", "pk")]


def items_of(participant: Participant) -> list[str]:
    """What one participant owes. Reads `plan`, `plan.open_checks` and `trip_report` in memory."""
    items = []
    plan: Any = getattr(participant, "plan", None)
    if plan is not None and plan.status == PlanStatus.DRAFT:
        items.append("plan")
    elif plan is not None and plan.status == PlanStatus.SUBMITTED:
        items.append("endorsement")
    if plan is not None:
        items += [f"after_{check.months}" for check in plan.open_checks]
    report = getattr(participant, "trip_report", None)
    if report is not None and report.submitted_at is None:
        items.append("trip_report")
    return items


@transaction.atomic
def remind_follow_up(event: Event, *, by: User, people: Sequence[int] | None = None) -> int:
    """Remind all who owe something after the event, or those chosen, in one act; returns how many.

    Refused when reminders went out less than a day ago, and when nobody owes anything.
    """
    row = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    policies.require(by, "events.remind_follow_up", row)
    last = JournalEntry.objects.about(row).filter(verb="remind_follow_up", at__gt=timezone.now() - REMIND_AGAIN)
    if last.exists():
        raise RefusedError(_("Reminders for this event went out less than a day ago. Give people time to answer."))
    owed = owed_by(row, people)
    if not owed:
        raise RefusedError(_("Nobody owes anything: there is nobody to remind."))
    journal.write(row, "remind_follow_up", by=by, data={"people": [one.pk for one, _items in owed]})
    signals.follow_up_reminded.send(Event, event=row, people=owed, by=by)
    return len(owed)


# --- What the tasks look for -----------------------------------------------------------------------------------------


def checks_to_ask(now: datetime) -> Any:
    """Those that may be due somewhere today, the oldest first."""
    tomorrow = (now + timedelta(days=1)).date()
    waiting = Q(asked_at=None) | Q(reminded_at=None, asked_at__lt=now - timedelta(days=PATIENCE))
    named = Q(plan__participant__anonymised_at=None)
    return PlanCheck.objects.filter(waiting, named, answered_at=None, due_on__lte=tomorrow).order_by("due_on", "pk")


def reports_to_remind(now: datetime) -> Any:
    """Those that may be due soon or overdue somewhere, the oldest first."""
    near = Q(reminded_at=None, due_on__lte=(now + timedelta(days=21)).date()) | Q(
        overdue_told_at=None, due_on__lt=(now + timedelta(days=1)).date()
    )
    named = Q(participant__anonymised_at=None)
    return TripReport.objects.filter(near, named, submitted_at=None).order_by("due_on", "pk")
