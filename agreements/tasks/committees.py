"""What time does to committees. Each task finds its own work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.db.models import F, Q
from django.utils import timezone

from agreements.actions.acting import AGAIN, FARTHEST, remind_of_action
from agreements.actions.minutes import agree_minutes
from agreements.actions.session_papers import chase_papers
from agreements.enums import DecisionStatus, SessionStatus
from agreements.models import Action, CommitteeSession, SessionMinutes
from agreements.workflow import minuting
from core.refusal import RefusedError

BATCH = 200
ACTIONS = 1000
A_DAY = timedelta(days=1)  # zones lie on both sides of ours


@shared_task
def agree_by_silence() -> int:
    """Sign minutes for the sides whose time to answer is over; returns how many were agreed."""
    agreed = 0
    for pk in list(minuting.silent().values_list("object_id", flat=True)[:BATCH]):
        try:
            agree_minutes(SessionMinutes(pk=pk), by=None)
        except RefusedError:  # agreed or sent back a moment ago
            continue
        agreed += 1
    return agreed


@shared_task
def remind_of_actions() -> int:
    """Tell those who owe an action that its day is near, or has passed; returns how many were told of."""
    today = timezone.localdate()
    near = Q(reminded_on=None, due_on__lte=today + timedelta(days=FARTHEST))
    passed = Q(due_on__lt=today + A_DAY) & (Q(reminded_on__lte=F("due_on")) | Q(reminded_on__lte=today - AGAIN + A_DAY))
    rows = Action.objects.open().filter(near | passed, decision__status=DecisionStatus.ADOPTED)
    return sum(remind_of_action(one) for one in rows.order_by("due_on", "pk")[:ACTIONS])


@shared_task
def chase_missing_papers() -> int:
    """Tell officers of papers that are due soon and not there; returns of how many sessions."""
    today = timezone.localdate()
    rows = CommitteeSession.objects.filter(
        status__in=(SessionStatus.PLANNED, SessionStatus.CONVENED),
        papers_due_on__range=(today - A_DAY, today + timedelta(days=FARTHEST)),
    )
    return sum(chase_papers(one) for one in rows.order_by("papers_due_on", "pk")[:BATCH])
