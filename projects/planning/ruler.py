"""The working days of one calendar in a row, so that a span of them is two look-ups and an addition."""

from bisect import bisect_left, bisect_right
from datetime import MAXYEAR, date

from django.utils.translation import gettext as _

from calendars.working_time import EMPTY_YEARS, NoWorkingTimeError, OfficeCalendar
from core.refusal import RefusedError

HORIZON = 60  # years in one direction: nothing is planned so far, and a slip of the keyboard must not cost minutes


class HorizonError(RefusedError):
    """A plan runs on for generations: a duration or a lag has a figure too many."""

    def __init__(self) -> None:
        super().__init__(_("The schedule would run for more than 60 years. Check the durations and the waiting times."))


class Ruler:
    """Positions count working days; the first one of the year it was made for is 0. Years are added when asked for."""

    def __init__(self, calendar: OfficeCalendar, year: int) -> None:
        self.calendar = calendar
        self._made_for = year
        self._days = list(calendar.year(year).days)
        self._before = 0  # working days in the years before the one it was made for
        self._first = self._last = year

    def at_or_after(self, day: date) -> int:
        """The position of that day, or of the next working day."""
        self._reach(day.year)
        return bisect_left(self._days, day) - self._before

    def after(self, day: date) -> int:
        """The position of the first working day after that day."""
        self._reach(day.year)
        return bisect_right(self._days, day) - self._before

    def at_or_before(self, day: date) -> int:
        """The position of that day, or of the working day before it."""
        return self.after(day) - 1

    def day(self, position: int) -> date:
        """The day at a position; refuses one that lies generations away."""
        while position + self._before < 0:
            self._reach(self._first - 1)
        while position + self._before >= len(self._days):
            self._reach(self._last + 1)
        return self._days[position + self._before]

    def _reach(self, year: int) -> None:
        if abs(year - self._made_for) > HORIZON or not 0 < year <= MAXYEAR:
            raise HorizonError
        while self._last < year:
            self._last += 1
            self._days += self._known(self._last)
        while self._first > year:
            self._first -= 1
            days = self._known(self._first)
            self._days[:0] = days
            self._before += len(days)

    def _known(self, year: int) -> tuple[date, ...]:
        days = self.calendar.year(year).days
        if not days and not any(self.calendar.year(year - n).days for n in range(1, EMPTY_YEARS)):
            raise NoWorkingTimeError(self.calendar, year)
        return days
