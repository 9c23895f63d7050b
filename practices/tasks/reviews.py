"""What time does to reviews. Each task finds its own work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.db.models import F, Q
from django.utils import timezone

from calendars.directory import calendar_of
from calendars.working_time import working_days_between
from practices.actions.reviewing import remind_reviewer
from practices.enums import Status
from practices.models import Review

BATCH = 200
SOON = 3  # working days of the reviewer
NEAR = timedelta(days=14)  # no row farther away is looked at; even long holidays fit in


@shared_task
def remind_of_reviews() -> int:
    """Tell reviewers that three of their working days are left, or none; each once. Returns how many were told."""
    now = timezone.now()
    to_tell = Q(reminded_at=None) | Q(due_at__lte=now, reminded_at__lt=F("due_at"))
    owed = Review.objects.asked().filter(to_tell, due_at__lte=now + NEAR, practice__status=Status.REVIEW)
    rows = list(owed.select_related("country", "practice").order_by("due_at", "pk")[:BATCH])
    return sum(_is_time(row) and remind_reviewer(row) is not None for row in rows)


def _is_time(row: Review) -> bool:
    """Whether the due time is near or over, and the offices of the reviewer's country are open now."""
    now = timezone.now()
    calendar = calendar_of(row.country.calendar_id)
    is_open = any(opens <= now < closes for opens, closes in calendar.windows(calendar.date_of(now)))
    return is_open and working_days_between(now, row.due_at, calendar) <= SOON
