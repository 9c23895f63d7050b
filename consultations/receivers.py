"""What a change below means for requests."""

from typing import Any

from django.db import transaction
from django.dispatch import receiver

from calendars.signals import calendar_changed
from consultations.actions.closing import hand_over
from consultations.tasks import recount_due_times
from core.tasks import enqueue
from people.models import Appointment, User
from people.signals import work_reassigned


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
