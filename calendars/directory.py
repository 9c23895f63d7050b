"""The calendars of the centre, worked out once per process and replaced everywhere the moment one changes."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from calendars.models import Calendar
from calendars.public_holidays import HolidayName
from calendars.signals import calendar_changed
from calendars.working_time import DayRule, JointCalendar, WorkingCalendar, add_working_days
from core.kept import Change, Kept

YEARS_AHEAD = 2


class HasSides(Protocol):
    """Anything that two countries decide on together."""

    def side_codes(self) -> tuple[str, str]:
        """The codes of their calendars."""


class Shelf:
    """Every calendar as it stood at one version, and the pairs that were asked for."""

    def __init__(self) -> None:
        self.calendars = {row.code: _work_out(row) for row in Calendar.objects.with_days()}
        self.pairs: dict[tuple[str, str], JointCalendar] = {}

    def calendar_of(self, code: str) -> WorkingCalendar:
        """One calendar; refuses a code that has none."""
        if code not in self.calendars:
            message = f"There is no calendar {code}."
            raise Calendar.DoesNotExist(message)
        return self.calendars[code]

    def joint(self, pair: tuple[str, str]) -> JointCalendar:
        """Two calendars together, so that their years are worked out once too."""
        if pair not in self.pairs:
            self.pairs[pair] = JointCalendar(*(self.calendar_of(code) for code in pair))
        return self.pairs[pair]


shelf = Kept("calendars:version", Shelf)


class CalendarChange(Change):
    """A row of one calendar; the first of a commit speaks for the later ones of its calendar."""

    def __init__(self, code: str) -> None:
        super().__init__(shelf)
        self.code = code
        self.earlier = [change for change in shelf.waiting() if change.code == code and not change.is_told]
        self.is_told = False

    def __call__(self) -> None:
        """It is committed: put a new version in force, then tell."""
        self.is_told = True
        if any(change.is_told for change in self.earlier):
            return
        super().__call__()
        calendar_changed.send(Calendar, code=self.code)


def calendar_of(code: str) -> WorkingCalendar:
    """The working calendar of a country; no query when nothing has changed since it was last asked for."""
    return shelf.get().calendar_of(code)


def joint(code_a: str, code_b: str) -> JointCalendar:
    """The days and hours that two countries share."""
    return shelf.get().joint((code_a, code_b))


def joint_days(n: int) -> Callable[[HasSides, datetime], datetime]:
    """For a step that silence may decide: the end of the n-th working day that both sides share.

    Raises `NoWorkingTimeError` where they share none for years.
    """

    def deadline(obj: HasSides, since: datetime) -> datetime:
        return add_working_days(since, n, joint(*obj.side_codes()))

    return deadline


def upcoming_holidays(
    codes: Iterable[str], after: date, count: int, language: str
) -> list[tuple[date, dict[str, HolidayName]]]:
    """The next days after a date on which the week would have offices open and one of them is closed, with names.

    At most `count`, and none beyond the end of the second year ahead; a country that fixes no holidays adds none.
    """
    found: dict[date, dict[str, HolidayName]] = {}
    for calendar in [calendar_of(code) for code in codes]:
        years = range(after.year, after.year + YEARS_AHEAD + 1)
        closed = [day for number in years for day in calendar.year(number).closed if day > after]
        for day in closed[:count]:
            found.setdefault(day, {})[calendar.code] = calendar.holiday(day, language)
    return sorted(found.items())[:count]


def outdate(code: str) -> None:
    """A calendar is being changed: this transaction reads its own rows from now on, everybody else after the commit."""
    shelf.outdate(CalendarChange(code))


def _work_out(row: Calendar) -> WorkingCalendar:
    week: dict[int, list[tuple[Any, Any]]] = {}
    for window in row.windows.all():
        week.setdefault(window.weekday, []).append((window.opens, window.closes))
    rules = {day.date: DayRule(day.is_working, day.reason) for day in row.exceptions.all()}
    return WorkingCalendar(row.code, ZoneInfo(row.zone), week, rules, row.subdivision)
