"""Days of the library: today as dated where the centre's first side is, and the same day a year later."""

from datetime import date

from django.utils import timezone

from calendars.directory import calendar_of
from people.models import Centre


def today_at(centre: Centre) -> date:
    """The date in the capital of side A: facts are confirmed, and asked about, on its days."""
    return calendar_of(centre.side_a.calendar_id).date_of(timezone.now())


def year_after(day: date) -> date:
    """The same day of the next year; the last of February where there is no 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
