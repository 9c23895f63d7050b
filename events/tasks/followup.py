"""What time does after an event. Each task finds its own work in the rows; a lost one is made up for by the next."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from events.actions import owing
from events.enums import EventStatus
from events.following import LOOK_BACK
from events.models import Event

BATCH = 200


@shared_task
def open_what_is_owed() -> int:
    """Lay down plans and reports after events; returns how many."""
    today = timezone.localdate()
    held = Event.objects.filter(
        status__in=(EventStatus.ANNOUNCED, EventStatus.CLOSED),
        quota__gt=0,
        starts_on__lte=today + timedelta(days=1),
        ends_on__gte=today - LOOK_BACK,
    )
    rows = list(held.prefetch_related("stops").order_by("pk"))
    return sum(owing.open_plans(event) + owing.open_trip_reports(event) for event in rows)


@shared_task
def ask_about_plans() -> int:
    """Ask what became of plans after three, six and twelve months; returns how many were asked."""
    return sum(owing.ask_progress(check) for check in list(owing.checks_to_ask(timezone.now())[:BATCH]))


@shared_task
def remind_of_trip_reports() -> int:
    """Remind of reports that are nearly due, and of those that are overdue; returns how many."""
    return sum(owing.remind_of_trip_report(one) for one in list(owing.reports_to_remind(timezone.now())[:BATCH]))
