"""What time does to minutes and actions. Each task finds its own work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.db.models import F, Q
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.minutes import agree_minutes
from events.actions.wrapup import SOON, remind_of_outcome
from events.models import Minutes, Outcome
from events.workflow import minuting

BATCH = 200
OUTCOMES = 1000
RECENT = timedelta(days=60)  # an action that was told of once and is overdue for longer is not looked at every hour
A_DAY = timedelta(days=1)  # zones lie on both sides of ours


@shared_task
def agree_by_silence() -> int:
    """Sign for the sides whose time to answer is over; returns how many minutes were agreed."""
    agreed = 0
    for pk in list(minuting.silent().values_list("object_id", flat=True)[:BATCH]):
        try:
            agree_minutes(Minutes(pk=pk), by=None)
        except RefusedError:  # agreed or sent back a moment ago
            continue
        agreed += 1
    return agreed


@shared_task
def remind_of_outcomes() -> int:
    """Tell those who owe an action that its day is near, or has passed; returns how many were told of."""
    today = timezone.localdate()
    near = Q(reminded_at=None, due_on__lte=today + SOON + A_DAY)
    passed = Q(due_on__lt=today + A_DAY, due_on__gt=today - RECENT, reminded_at__date__lte=F("due_on") + A_DAY)
    due = Outcome.objects.open().filter(near | passed, country__isnull=False).order_by("due_on", "pk")
    return sum(remind_of_outcome(one) for one in due[:OUTCOMES])
