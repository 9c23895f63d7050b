"""Quarters of the year, as days."""

from datetime import date, timedelta

LAST = 4


def quarter_of(day: date) -> int:
    """The quarter of the year: 1 to 4."""
    return (day.month + 2) // 3


def quarter_days(year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of a quarter."""
    first = date(year, 3 * quarter - 2, 1)
    after = date(year + 1, 1, 1) if quarter == LAST else date(year, 3 * quarter + 1, 1)
    return first, after - timedelta(days=1)
