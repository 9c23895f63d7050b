"""What the clock asks of projects before their start and after their close. Each task finds its work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from projects.actions.checking import ask_check, remind_check
from projects.actions.registering import DAYS_OF_GRACE, remind_of_registration
from projects.enums import Stage
from projects.models import PostCheck, Project

BATCH = 500
AHEAD = timedelta(days=1)  # side A may have tomorrow already; the act looks at its calendar
LEAST = timedelta(days=20)  # nowhere are twenty working days over before that


@shared_task
def remind_of_registrations() -> int:
    """Say once that a project was approved a month ago and is not registered; returns of how many."""
    before = timezone.now() - timedelta(days=DAYS_OF_GRACE)
    waiting = Project.objects.filter(
        stage=Stage.APPROVED,
        registration_reminded_on=None,
        approved_at__lte=before,
        country__registration_rule__isnull=False,
    )
    return sum(remind_of_registration(row) is not None for row in waiting.order_by("approved_at", "pk")[:BATCH])


@shared_task
def ask_for_checks() -> int:
    """Ask each side about a project that was closed one or three years ago; returns how many were asked."""
    due = PostCheck.objects.filter(asked_at=None, answered_at=None, due_on__lte=timezone.now().date() + AHEAD)
    return sum(ask_check(row) is not None for row in due.order_by("due_on", "pk")[:BATCH])


@shared_task
def remind_of_checks() -> int:
    """Ask once more where a side has not answered for twenty joint working days; returns how many."""
    silent = PostCheck.objects.filter(answered_at=None, reminded_on=None, asked_at__lte=timezone.now() - LEAST)
    return sum(remind_check(row) is not None for row in silent.order_by("asked_at", "pk")[:BATCH])
