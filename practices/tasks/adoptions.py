"""What the clock does about adoptions: the yearly question to both sides."""

from celery import shared_task
from django.utils import timezone

from practices.actions.asking_adopters import ask_both, remind_side
from practices.models import Adoption, AdoptionAnswer


@shared_task
def ask_adopters() -> int:
    """Ask both sides of every adoption whose year is over. Who was asked is in rows: a missed day costs a day."""
    due = Adoption.objects.filter(ask_on__lte=timezone.now().date())
    return sum(len(ask_both(adoption)) for adoption in due.iterator())


@shared_task
def remind_adopters() -> int:
    """Ask once more where a side has not answered in its working days."""
    open_ones = AdoptionAnswer.objects.filter(answered_at=None, reminded_at=None)
    return sum(1 for answer in open_ones.iterator() if remind_side(answer))
