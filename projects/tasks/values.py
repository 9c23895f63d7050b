"""Values that are not there yet. The task finds its work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.db.models import Q
from django.utils import timezone

from projects.actions.chasing_values import AGAIN, remind_of_values
from projects.models import Period, Project
from projects.presentation.missing import missing

BATCH = 500
LEAST = timedelta(days=10)  # nowhere are ten working days over before that


@shared_task
def remind_of_missing_values() -> int:
    """Remind each side of what it owes of periods that are over; returns how many sides were told."""
    today = timezone.now().date()
    due = missing(Project.objects.all(), today - LEAST).filter(
        Q(reminded_on=None) | Q(reminded_on__lte=today - AGAIN + timedelta(days=1)), locked_at=None
    )
    periods = Period.objects.filter(pk__in=due.values("pk"))
    return sum(len(remind_of_values(row)) for row in periods.order_by("ends_on", "pk")[:BATCH])
