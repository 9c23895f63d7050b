"""Months before a day and after it; when the register warns."""

import calendar
from datetime import date, timedelta

WARNED_BEFORE = (12, 6, 3)  # months


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_before(day: date, months: int) -> date:
    """The same, backwards."""
    return months_after(day, -months)


def prolonged(last_day: date, months: int) -> date:
    """The last day of a term that follows one that ends on `last_day`.

    Counted from the day after, so that a term that ends with February ends with February in leap years too.
    """
    begins = last_day + timedelta(days=1)
    anew = months_after(begins, months)
    return anew - timedelta(days=1) if anew.day == begins.day else anew
