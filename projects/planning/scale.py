"""How days become places on a line: whole months from edge to edge, in hundredths of a per cent.

Whole numbers all the way, so that the same plan is drawn the same everywhere and no language writes a comma into an
attribute.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from calendars.moments import MONTHS
from core.localised import active_language
from projects.planning.tasks import Span

WHOLE = 10_000
MONTHS_SHOWN, QUARTERS_SHOWN = 8, 30  # so many months are told apart by month, and by quarter; more of them by year
YEARS_NAMED = 10  # of more years each second, or third, is named
# A month that stands alone is in the nominative.
ALONE = {"ru": {3: "март", 5: "май", 6: "июнь", 7: "июль"}, "be": {5: "май"}}


def percent(hundredths: int) -> str:
    """`1234` → `12.34%`."""
    return f"{hundredths // 100}.{hundredths % 100:02}%"


@dataclass(frozen=True)
class Head:
    """A word above the line, at the place where its month, quarter or year begins."""

    x: str
    text: str


@dataclass(frozen=True)
class Scale:
    """The months a drawing shows."""

    first: date
    end: date  # the day after the last

    @classmethod
    def of(cls, span: Span) -> "Scale":
        """The whole months in which the span begins and ends."""
        last = span.ends_on
        end = date(last.year + last.month // 12, last.month % 12 + 1, 1)
        return cls(span.starts_on.replace(day=1), end)

    @cached_property
    def last(self) -> date:
        """The last day that is shown."""
        return self.end - timedelta(days=1)

    @cached_property
    def months(self) -> int:
        return (self.end.year - self.first.year) * 12 + self.end.month - self.first.month

    def at(self, day: date) -> int:
        """Where a day begins; what lies outside stands at the edge."""
        return min(max((day - self.first).days * WHOLE // (self.end - self.first).days, 0), WHOLE)

    def after(self, day: date) -> int:
        """Where a day ends."""
        return self.at(day + timedelta(days=1))

    def edges(self, span: Span) -> tuple[int, int]:
        """Where a span begins and ends."""
        return self.at(span.starts_on), self.after(span.ends_on)

    def heads(self) -> list[Head]:
        """Months, quarters or nothing under the years, as there is room for them."""
        if self.months <= MONTHS_SHOWN:
            return [Head(percent(self.at(day)), month_alone(day.month)) for day in self._every(1)]
        if self.months <= QUARTERS_SHOWN:
            return [Head(percent(self.at(day)), _quarter(day)) for day in self._every(3)]
        return []

    def years(self) -> list[Head]:
        """Where each year begins. A year of which less than a quarter is shown leaves its room to the next."""
        found = [day for day in self._every(1) if day.month == 1 or day == self.first]
        if len(found) > 1 and self.at(found[1]) * self.months < 3 * WHOLE:
            found = found[1:]
        step = -(-len(found) // YEARS_NAMED)
        return [Head(percent(self.at(day)), str(day.year)) for day in found[::step]]

    def lines(self) -> list[str]:
        """Where the hairlines stand: at each month where months are told apart, else at each quarter."""
        step = 1 if self.months <= MONTHS_SHOWN else 3
        return [percent(self.at(day)) for day in self._every(step) if day != self.first]

    def _every(self, step: int) -> Iterator[date]:
        """The first days of months, quarters or years within what is shown."""
        for number in range(self.first.month - 1, self.first.month - 1 + self.months):
            if number % step == 0:
                yield date(self.first.year + number // 12, number % 12 + 1, 1)


def month_alone(number: int) -> str:
    """A short month, as it stands above a column."""
    language = active_language()
    return ALONE.get(language, {}).get(number) or MONTHS[language][number - 1]


def _quarter(day: date) -> str:
    return _("Q%(number)s") % {"number": (day.month + 2) // 3}
