"""When offices are open, and how long it is from one moment to another of such time. Nothing here reads the database.

Office hours are those of the clock on the wall, so that 09:00 stays 09:00 when summer time begins; every sum is made in
UTC, so that no hour is counted twice, and given in UTC: Python holds two moments of a repeated hour in different zones
to be unequal even where they are one. `add_working_time` and `working_time_between` are each other's inverse, and so
are `add_working_days` and `working_days_between`; the tests hold them together.

A calendar works out a year when it is first asked for, and keeps it: after that a span costs a few look-ups a year.
"""

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from calendars.public_holidays import HolidayName, holiday_name, holiday_year
from core.localised import LocalisedText

Window = tuple[datetime, datetime]
Hours = tuple[tuple[time, time], ...]
DayState = Literal["past", "off", "paused", "today", "ahead"]

MONDAY, SATURDAY = 0, 5
NO_TIME = timedelta(0)
ONE_DAY = timedelta(days=1)
EMPTY_YEARS = 3  # no office is closed so long; a search that meets this is looking at a calendar without hours
SLOT_SEARCH = timedelta(days=366)
LONGEST_STRIP = 30  # days


class NoWorkingTimeError(Exception):
    """A calendar has no working time for years on end: its office windows are missing, or two sides share none."""

    def __init__(self, calendar: "OfficeCalendar", year: int) -> None:
        super().__init__(f"Calendar {calendar.code} has no working time in the {EMPTY_YEARS} years up to {year}.")


class DayRule(NamedTuple):
    """What an administrator fixed for one day, above the rule of the country."""

    is_working: bool
    reason: LocalisedText


@dataclass(frozen=True, slots=True, eq=False)
class Year:
    """A year worked out. The windows are in UTC, in order and apart; `done[n]` is the time worked in the first n."""

    days: tuple[date, ...]
    closed: tuple[date, ...]
    opens: tuple[datetime, ...]
    closes: tuple[datetime, ...]
    done: tuple[timedelta, ...]

    def worked_by(self, moment: datetime) -> timedelta:
        """The working time of this year up to a moment in it."""
        n = bisect_right(self.opens, moment)
        return self.done[n - 1] + min(moment, self.closes[n - 1]) - self.opens[n - 1] if n else NO_TIME


class OfficeCalendar(ABC):
    """The working days and hours of one office, or of two together."""

    code: str
    zone: ZoneInfo

    def __init__(self) -> None:
        self._years: dict[int, Year] = {}

    @abstractmethod
    def date_of(self, moment: datetime) -> date:
        """The day that a moment belongs to, where this office stands."""

    @abstractmethod
    def is_working_day(self, day: date) -> bool:
        """Whether the office works on that day."""

    @abstractmethod
    def spans(self, day: date) -> tuple[Window, ...]:
        """The windows of one day in UTC, in order and apart; none on a day off."""

    @abstractmethod
    def is_closed(self, day: date) -> bool:
        """Whether the office would be open by the week alone, and is not."""

    @abstractmethod
    def holiday(self, day: date, language: str) -> HolidayName:
        """Why the day is off, in the reader's language or the nearest (`.lang` says which); blank without a reason."""

    def windows(self, day: date) -> tuple[Window, ...]:
        """The windows of one day in the office's own zone."""
        return tuple((opens.astimezone(self.zone), closes.astimezone(self.zone)) for opens, closes in self.spans(day))

    def close_on(self, day: date) -> datetime:
        """Close of business of a working day."""
        return self.spans(day)[-1][1]

    def year(self, number: int) -> Year:
        """One year worked out, and kept."""
        if number not in self._years:
            self._years[number] = self._work_out(number)
        return self._years[number]

    def _work_out(self, number: int) -> Year:
        first = date(number, 1, 1)
        every = [first + n * ONE_DAY for n in range((date(number, 12, 31) - first).days + 1)]
        days = tuple(day for day in every if self.is_working_day(day))
        spans = [span for day in days for span in self.spans(day)]
        return Year(
            days=days,
            closed=tuple(day for day in every if self.is_closed(day)),
            opens=tuple(opens for opens, _ in spans),
            closes=tuple(closes for _, closes in spans),
            done=tuple(accumulate((closes - opens for opens, closes in spans), initial=NO_TIME)),
        )


class WorkingCalendar(OfficeCalendar):
    """One country: its week, its public holidays and moved working days, and what an administrator fixed above them.

    Monday to Friday are worked where they have windows. A weekend day is worked only when the country moves a working
    day to it or an administrator says so; it then keeps its own windows, or Monday's where it has none.
    """

    def __init__(
        self,
        code: str,
        zone: ZoneInfo,
        week: Mapping[int, Iterable[tuple[time, time]]],
        rules: Mapping[date, DayRule] | None = None,
        subdivision: str = "",
    ) -> None:
        super().__init__()
        self.code = code
        self.zone = zone
        self.subdivision = subdivision
        self._rules = dict(rules or {})
        self._week = {weekday: merged for weekday, hours in sorted(week.items()) if (merged := _merge(hours))}
        self._spare: Hours = self._week.get(MONDAY) or next(iter(self._week.values()), ())

    def date_of(self, moment: datetime) -> date:
        return _aware(moment).astimezone(self.zone).date()

    def is_working_day(self, day: date) -> bool:
        if not self._week:
            return False
        if rule := self._rules.get(day):
            return rule.is_working
        known = holiday_year(self.code, self.subdivision, day.year)
        return day in known.workdays or (self._is_weekday(day) and day not in known.names)

    def is_closed(self, day: date) -> bool:
        return self._is_weekday(day) and not self.is_working_day(day)

    def hours(self, day: date) -> Hours:
        """The office hours of one day by the clock on the wall; none on a day off."""
        return self._week.get(day.weekday(), self._spare) if self.is_working_day(day) else ()

    def spans(self, day: date) -> tuple[Window, ...]:
        spans: list[Window] = []
        for from_, to in self.hours(day):
            opens, closes = (datetime.combine(day, at, self.zone).astimezone(UTC) for at in (from_, to))
            # Where the clock jumps forward, an hour that the wall never showed must not be worked twice.
            opens = max(opens, spans[-1][1]) if spans else opens
            if opens < closes:
                spans.append((opens, closes))
        return tuple(spans)

    def holiday(self, day: date, language: str) -> HolidayName:
        rule = self._rules.get(day)
        if rule is None:
            return holiday_name(self.code, self.subdivision, day, language)
        text, lang, _ = rule.reason.best(language)
        return HolidayName("" if rule.is_working else text, lang)

    def _is_weekday(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day.weekday() in self._week


class JointCalendar(OfficeCalendar):
    """Two countries together: a day counts when both work on it, an hour when both offices are open.

    A moment belongs to the earlier of the two dates it has, so the order of the sides makes no difference; its windows
    are told in the zone of the first. A day that both work without sharing an hour ends with the later office.
    """

    def __init__(self, a: WorkingCalendar, b: WorkingCalendar) -> None:
        super().__init__()
        self.sides = (a, b)
        self.code = f"{a.code}+{b.code}"
        self.zone = a.zone

    def date_of(self, moment: datetime) -> date:
        return min(side.date_of(moment) for side in self.sides)

    def is_working_day(self, day: date) -> bool:
        return all(side.is_working_day(day) for side in self.sides)

    def is_closed(self, day: date) -> bool:
        return any(side.is_closed(day) for side in self.sides)

    def spans(self, day: date) -> tuple[Window, ...]:
        ours, theirs = (side.spans(day) for side in self.sides)
        shared = ((max(x[0], y[0]), min(x[1], y[1])) for x in ours for y in theirs)
        return tuple((opens, closes) for opens, closes in shared if opens < closes)

    def close_on(self, day: date) -> datetime:
        return super().close_on(day) if self.spans(day) else max(side.close_on(day) for side in self.sides)

    def holiday(self, day: date, language: str) -> HolidayName:
        names = [name for side in self.sides if (name := side.holiday(day, language))]
        return names[0] if names else HolidayName("", language)


def add_working_time(start: datetime, amount: timedelta, calendar: OfficeCalendar) -> datetime:
    """The moment at which `amount` of working time has passed since `start`.

    Work that ends with the day ends at closing time, not at the next opening. No time at all gives `start` itself when
    the office is open (closing time included), else the next opening.
    """
    if amount < NO_TIME:
        message = "Working time is added forwards only."
        raise ValueError(message)
    number, start = calendar.date_of(start).year, start.astimezone(UTC)
    target, empty = amount, 0
    if amount:
        target += calendar.year(number).worked_by(start)
    while empty < EMPTY_YEARS:
        year = calendar.year(number)
        if amount and target <= year.done[-1]:
            n = bisect_left(year.done, target)
            return year.closes[n - 1] - (year.done[n] - target)
        if not amount and year.closes and start <= year.closes[-1]:
            return max(start, year.opens[bisect_left(year.closes, start)])
        target -= year.done[-1]
        empty = 0 if year.opens else empty + 1
        number += 1
    raise NoWorkingTimeError(calendar, number - 1)


def working_time_between(a: datetime, b: datetime, calendar: OfficeCalendar) -> timedelta:
    """The working time from `a` to `b`; negative when `b` comes first."""
    first, last = calendar.date_of(a).year, calendar.date_of(b).year
    a, b = a.astimezone(UTC), b.astimezone(UTC)
    if b < a:
        return -working_time_between(b, a, calendar)
    whole = sum((calendar.year(number).done[-1] for number in range(first, last)), NO_TIME)
    return whole + calendar.year(last).worked_by(b) - calendar.year(first).worked_by(a)


def add_working_days(start: datetime, days: int, calendar: OfficeCalendar) -> datetime:
    """Close of business of the n-th working day after the day of `start`, which itself does not count.

    No days at all gives `close_of_business(start)`.
    """
    if days < 0:
        message = "Working days are added forwards only."
        raise ValueError(message)
    if not days:
        return close_of_business(start, calendar)
    day = calendar.date_of(start)
    return calendar.close_on(
        _working_day(calendar, day.year, bisect_right(calendar.year(day.year).days, day) + days - 1)
    )


def working_days_between(a: datetime, b: datetime, calendar: OfficeCalendar) -> int:
    """The working days after the day of `a` up to and with that of `b`; negative when `b` comes first."""
    first, last = calendar.date_of(a), calendar.date_of(b)
    if last < first:
        return -working_days_between(b, a, calendar)
    whole = sum(len(calendar.year(number).days) for number in range(first.year, last.year))
    return (
        whole + bisect_right(calendar.year(last.year).days, last) - bisect_right(calendar.year(first.year).days, first)
    )


def close_of_business(moment: datetime, calendar: OfficeCalendar) -> datetime:
    """The end of the last window of that day, even when it has passed; of the next working day on a day off."""
    day = calendar.date_of(moment)
    return calendar.close_on(_working_day(calendar, day.year, bisect_left(calendar.year(day.year).days, day)))


def next_joint_slot(after: datetime, duration: timedelta, a: WorkingCalendar, b: WorkingCalendar) -> Window | None:
    """The first stretch of `duration` that both offices share; none when there is none within a year."""
    if duration <= NO_TIME:
        message = "A slot takes some time."
        raise ValueError(message)
    both = JointCalendar(a, b)
    first = both.date_of(after)
    for n in range(SLOT_SEARCH.days):
        day = first + n * ONE_DAY
        for opens, closes in both.spans(day):
            start = max(opens, after.astimezone(UTC))
            if start + duration <= closes:
                return start, start + duration
    return None


def office_hours_on(day: date, calendar: OfficeCalendar) -> Hours:
    """The office hours of one day as the wall clock shows them, for reading; none on a day off."""
    return tuple((opens.time(), closes.time()) for opens, closes in calendar.windows(day))


def day_strip(
    start: datetime,
    due: datetime,
    now: datetime,
    calendar: OfficeCalendar,
    paused_intervals: Sequence[tuple[datetime, datetime | None]] = (),
) -> list[DayState]:
    """One state a day from the day of `start` to that of `due`, for the day strip.

    A day is *paused* when the clock stood still for half of its hours or more; an open pause lasts until now. A strip
    that would be too long begins later, so that it still shows today, and breaks off before `due` if it must.
    """
    first, last, today = calendar.date_of(start), calendar.date_of(due), calendar.date_of(now)
    first = max(first, min(today, last - (LONGEST_STRIP - 1) * ONE_DAY))
    length = min((last - first).days + 1, LONGEST_STRIP)
    pauses = [(begun.astimezone(UTC), (ended or now).astimezone(UTC)) for begun, ended in paused_intervals]

    def state(day: date) -> DayState:
        if day == today:
            return "today"
        if not calendar.is_working_day(day):
            return "off"
        spans = calendar.spans(day)
        open_time = sum((closes - opens for opens, closes in spans), NO_TIME)
        still = sum((max(NO_TIME, min(x[1], y[1]) - max(x[0], y[0])) for x in spans for y in pauses), NO_TIME)
        if open_time and still * 2 >= open_time:
            return "paused"
        return "past" if day < today else "ahead"

    return [state(first + n * ONE_DAY) for n in range(length)]


def _working_day(calendar: OfficeCalendar, number: int, index: int) -> date:
    """The working day at `index` of a year's, running on into the years after it."""
    empty = 0
    while empty < EMPTY_YEARS:
        days = calendar.year(number).days
        if index < len(days):
            return days[index]
        index -= len(days)
        empty = 0 if days else empty + 1
        number += 1
    raise NoWorkingTimeError(calendar, number - 1)


def _merge(hours: Iterable[tuple[time, time]]) -> Hours:
    """Hours in order; those that touch become one, so that a meeting may last across them."""
    merged: list[tuple[time, time]] = []
    for opens, closes in sorted(hours):
        if merged and opens == merged[-1][1]:
            merged[-1] = (merged[-1][0], closes)
        else:
            merged.append((opens, closes))
    if any(opens >= closes for opens, closes in merged) or any(x[1] > y[0] for x, y in pairwise(merged)):
        message = f"Office windows overlap or end before they begin: {merged}"
        raise ValueError(message)
    return tuple(merged)


def _aware(moment: datetime) -> datetime:
    """Refuse a moment without a zone: it would silently be read in the zone of the server."""
    if moment.tzinfo is None:
        message = f"{moment} has no time zone."
        raise ValueError(message)
    return moment
