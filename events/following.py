"""The words of what follows an event: who came, who owes a plan or a report, and when."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, Max, OuterRef, Q

from events.enums import EventKind, ParticipantStatus, PlanStatus, SessionKind
from events.models import ActionPlan, Attendance, Event, Participant, PlanCheck, Session, TripReport

# Meetings, ceremonies, briefings and forums teach nothing that a plan could be made of.
PLAN_KINDS = (EventKind.TRAINING, EventKind.WORKSHOP, EventKind.STUDY_VISIT)
# From the last day of the event: the rule of the Korean and of the Belarusian civil service alike.
TRIP_REPORT_DAYS = 30
SOON = 5  # working days before a report is due
PATIENCE = 10  # working days until a plan is asked about again
LOOK_BACK = timedelta(days=120)  # how long after an event somebody is still found who was marked late


def came() -> Q:
    """On participants: those who were there, whether or not the clock has noted it already."""
    marked = Attendance.objects.filter(participant=OuterRef("pk"))
    return Q(status=ParticipantStatus.ATTENDED) | Q(status__in=ParticipantStatus.seated()) & Q(Exists(marked))


def delegates_who_came() -> Any:
    """Those sent by a body, who were there and still have a name."""
    return Participant.objects.filter(came(), delegation__isnull=False, anonymised_at=None)


def owing() -> Q:
    """On participants: those from whom a plan, an endorsement, an answer or a report is awaited."""
    return Q(pk__in=_owing())


def owing_now() -> Q:
    """The same, read at once: across events they are few among very many, which the planner cannot know."""
    return Q(pk__in=[pk for (pk,) in _owing()])


def _owing() -> Any:
    plans = ActionPlan.objects.exclude(status=PlanStatus.ENDORSED).order_by()
    checks = PlanCheck.objects.filter(answered_at=None, asked_at__isnull=False).order_by()
    reports = TripReport.objects.filter(submitted_at=None).order_by()
    answers = checks.values_list("plan__participant")
    return plans.values_list("participant").union(answers, reports.values_list("participant"))


def after_months(day: date, months: int) -> date:
    """The same day some months later, or the last of that month: 31 August and six months are 28 February."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def zone_of(event: Event) -> ZoneInfo:
    """The zone of the last stop: there the event ends. UTC for one without a place."""
    last = max(event.stops.all(), key=lambda stop: (stop.ends_on, stop.position), default=None)
    return last.tz if last else ZoneInfo("UTC")


def plans_wanted_from(event: Event) -> datetime:
    """When the time for plans has come: after the last wrap-up meeting, else at midnight after the last day."""
    meetings = Session.objects.standing().filter(event=event, kind=SessionKind.WRAP_UP, is_released=True)
    over: datetime | None = meetings.aggregate(last=Max("ends_at"))["last"]
    return over or datetime.combine(event.ends_on + timedelta(days=1), time(), zone_of(event))


def is_over(event: Event, now: datetime) -> bool:
    """Whether the last day has ended where the event ends."""
    return now.astimezone(zone_of(event)).date() > event.ends_on
