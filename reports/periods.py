"""Months, quarters and years as days, as words of an address, and as people write them."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.utils import formats

from projects.presentation.periods import write_period
from reports.enums import Every

MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}
SHOWN = {Every.MONTH: 12, Every.QUARTER: 8, Every.YEAR: 5}  # how many may be chosen, the running one first


class Period(NamedTuple):
    """From the first to the last day, both counted."""

    since: date
    until: date

    @property
    def code(self) -> str:
        """As an address has it: `2026-01-01.2026-03-31`."""
        return f"{self.since}.{self.until}"

    def __str__(self) -> str:
        return write(self)


def containing(day: date, every: str) -> Period:
    """The month, quarter or year of a day."""
    months = MONTHS[Every(every)]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return Period(date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1]))


def before(period: Period, every: str) -> Period:
    """The one before."""
    return containing(period.since - timedelta(days=1), every)


def latest(today: date, every: str) -> Iterator[Period]:
    """The running one, then those before it."""
    period = containing(today, every)
    for _number in range(SHOWN[Every(every)]):
        yield period
        period = before(period, every)


def last_full(today: date, every: str) -> Period:
    """The last one that is over."""
    return before(containing(today, every), every)


def every_of(since: date, until: date) -> str:
    """What the days are: a month, a quarter, a year, or "" for days of one's own."""
    return next((every for every in MONTHS if containing(since, every) == (since, until)), "")


def write(period: Period) -> str:
    """`September 2026`, `Q3 2026`, `2026`, else both days."""
    if every_of(*period) == Every.MONTH:
        return formats.date_format(period.since, "YEAR_MONTH_FORMAT")
    return write_period(*period)
