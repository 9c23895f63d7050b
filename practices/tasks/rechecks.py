"""The yearly question whether an entry still holds. Each task finds its own work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from practices.actions.rechecking import ask_to_confirm, remind_to_confirm
from practices.enums import Status
from practices.models import Practice

BATCH = 500
AHEAD = timedelta(days=1)  # side A may have tomorrow already; the act looks at its calendar
LEAST = timedelta(days=20)  # nowhere are twenty working days over before that


@shared_task
def ask_owners_again() -> int:
    """Ask the owners of entries whose year is over; returns how many were asked."""
    due = Practice.objects.to_recheck(timezone.now().date() + AHEAD).select_related("centre__side_a")
    return sum(ask_to_confirm(row) is not None for row in due.order_by("recheck_on", "pk")[:BATCH])


@shared_task
def remind_owners() -> int:
    """Ask once more where nobody has answered for twenty joint working days; returns how many."""
    silent = Practice.objects.filter(
        status=Status.DUE, reminded_on=None, moved_at__lte=timezone.now() - LEAST
    ).select_related("centre__side_a", "centre__side_b")
    return sum(remind_to_confirm(row) is not None for row in silent.order_by("recheck_on", "pk")[:BATCH])
