"""Days where a centre counts them."""

from datetime import date, datetime

from django.utils import timezone

from calendars.directory import calendar_of
from people.models import Centre


def today_at(centre: Centre) -> date:
    """The date in the capital of side A: terms, years and facts of a centre are counted on its days."""
    return date_at(centre, timezone.now())


def date_at(centre: Centre, moment: datetime) -> date:
    """The day that a moment belongs to there."""
    return calendar_of(centre.side_a.calendar_id).date_of(moment)
