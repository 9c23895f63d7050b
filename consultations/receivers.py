"""What a change below means for requests."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from calendars.signals import calendar_changed
from consultations.actions.closing import hand_over
from consultations.models import Consultation, Participant, Topic
from consultations.tasks import recount_due_times
from core.refusal import RefusedError
from core.tasks import enqueue
from people.models import Appointment, User
from people.signals import account_anonymised, account_closing, work_reassigned


@receiver(calendar_changed)
def count_due_times_again(*, code: str, **_kwargs: Any) -> None:
    """A holiday was added or taken away: due times follow, once the change is committed."""
    transaction.on_commit(lambda: enqueue(recount_due_times, code))


@receiver(work_reassigned)
def pass_on_requests(
    *, leaver: User, successor: User, appointments: list[Appointment], by: User | None, **_kwargs: Any
) -> None:
    """A leaver's open requests go with the posts that go."""
    hand_over(leaver, successor, by=by, functions=[appointment.function for appointment in appointments])


@receiver(account_closing)
def keep_whoever_has_open_work(*, user: User, **_kwargs: Any) -> None:
    """Nobody becomes nameless in a request that still goes on."""
    parts = Participant.objects.now().filter(user=user).values("consultation")
    if Consultation.objects.open().filter(Q(requester=user) | Q(officer=user) | Q(pk__in=parts)).exists():
        raise RefusedError(_("Open requests lie with this person. Reassign the work first."))


@receiver(account_anonymised)
def clear_desks(*, user: User, **_kwargs: Any) -> None:
    """A subject whose officer is gone has no desk until another is named."""
    Topic.objects.filter(officer=user).update(officer=None)
