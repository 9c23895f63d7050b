"""What a change of working days means for schedules and for the days left to accept."""

from typing import Any

from django.db import transaction
from django.dispatch import receiver

from calendars.signals import calendar_changed
from core.tasks import enqueue
from projects.tasks.work import work_out_again


@receiver(calendar_changed)
def work_schedules_out_again(*, code: str, **_kwargs: Any) -> None:
    """A holiday was added or taken away: the lines follow, once the change is committed."""
    transaction.on_commit(lambda: enqueue(work_out_again, code))
