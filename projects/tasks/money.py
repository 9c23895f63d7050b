"""Money that is soon lost. The task finds its work in the rows: a missed tick costs a day."""

from datetime import timedelta

from celery import shared_task
from django.db.models import Q
from django.utils import timezone

from projects.actions.lapsing import WARNINGS, warn_of_lapse
from projects.enums import Stage
from projects.models import BudgetLine

AHEAD = timedelta(days=1)  # side A may have tomorrow already; the act looks at its calendar


@shared_task
def warn_of_lapses() -> int:
    """Warn of lines that lapse within 60 and within 20 days, once each; returns how many."""
    today = timezone.now().date()
    due = Q()
    for days in WARNINGS:
        soon = Q(lapses_on__lte=today + timedelta(days=days) + AHEAD)
        due |= soon & (Q(warned_days=None) | Q(warned_days__gt=days))
    rows = (
        BudgetLine.objects.counting().filter(due, lapses_on__gte=today - AHEAD).exclude(project__stage__in=Stage.over())
    )
    return sum(warn_of_lapse(row) is not None for row in rows.order_by("lapses_on", "pk"))
