"""What time does to questionnaires. Each task finds its own work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.evaluation import close_questionnaire, remind_of_questionnaire
from events.enums import QuestionnaireStatus
from events.models import Questionnaire

BATCH = 200
BEFORE_CLOSING = timedelta(days=2)


@shared_task
def close_questionnaires() -> int:
    """Close those whose time is over; returns how many."""
    over = Questionnaire.objects.filter(status=QuestionnaireStatus.OPEN, closes_at__lte=timezone.now())
    closed = 0
    for one in list(over.order_by("closes_at", "pk")[:BATCH]):
        try:
            close_questionnaire(one, by=None)
        except RefusedError:  # closed by hand a moment ago
            continue
        closed += 1
    return closed


@shared_task
def remind_of_answers() -> int:
    """Two days before the closing: tell those who have not answered; returns how many people."""
    near = Questionnaire.objects.open().filter(reminded_at=None, closes_at__lte=timezone.now() + BEFORE_CLOSING)
    return sum(remind_of_questionnaire(one) for one in near.order_by("closes_at", "pk")[:BATCH])
