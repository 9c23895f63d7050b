"""The functions are held against each other, and both against a walk through every minute."""
# ruff: noqa: DTZ001  the zone is attached where the moments are used

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendars.working_time import (
    JointCalendar,
    NoWorkingTimeError,
    add_working_days,
    add_working_time,
    close_of_business,
    working_days_between,
    working_time_between,
)
from tests.calendars.offices import ALL, BY, BY_LUNCH, KR, NIGHT_SHIFT, RO_NIGHT, WITH_LUNCH, office

MINSK, SEOUL = ZoneInfo("Europe/Minsk"), ZoneInfo("Asia/Seoul")
ZERO, MINUTE, DAY = timedelta(0), timedelta(minutes=1), timedelta(days=1)

calendars = st.sampled_from(ALL)
moments = st.datetimes(datetime(2025, 11, 1), datetime(2028, 2, 1), timezones=st.sampled_from([UTC, MINSK, SEOUL, ZoneInfo("Europe/Bucharest")]))  # fmt: skip
amounts = st.timedeltas(ZERO, timedelta(hours=900))
modestly = settings(deadline=None, max_examples=120)


# --- Against each other ----------------------------------------------------------------------------------------------
@modestly
@given(calendars, moments, amounts)
def test_between_undoes_add(calendar, start, amount):
    assert working_time_between(start, add_working_time(start, amount, calendar), calendar) == amount


@modestly
@given(calendars, moments, amounts, amounts)
def test_amounts_add_up(calendar, start, x, y):
    in_two_steps = add_working_time(add_working_time(start, x, calendar), y, calendar)
    assert in_two_steps == add_working_time(start, x + y, calendar)


@modestly
@given(calendars, moments, moments, moments)
def test_spans_add_up(calendar, a, b, c):
    whole = working_time_between(a, c, calendar)
    assert whole == working_time_between(a, b, calendar) + working_time_between(b, c, calendar)
    assert working_time_between(c, a, calendar) == -whole


@modestly
@given(calendars, moments, moments, amounts, amounts)
def test_later_is_never_earlier(calendar, a, b, x, y):
    a, b = sorted((a.astimezone(UTC), b.astimezone(UTC)))
    x, y = sorted((x, y))
    assert add_working_time(a, x, calendar) <= add_working_time(b, x, calendar)
    assert add_working_time(a, x, calendar) <= add_working_time(a, y, calendar)
    assert working_time_between(a, b, calendar) >= ZERO


@modestly
@given(calendars, moments, st.integers(1, 600))
def test_days_between_undoes_add_days(calendar, start, days):
    assert working_days_between(start, add_working_days(start, days, calendar), calendar) == days


@modestly
@given(calendars, st.tuples(moments, moments, moments), st.integers(1, 200), st.integers(1, 200))
def test_days_add_up(calendar, abc, m, n):
    a, b, c = abc
    whole = working_days_between(a, c, calendar)
    assert whole == working_days_between(a, b, calendar) + working_days_between(b, c, calendar)
    assert working_days_between(c, a, calendar) == -whole
    assert add_working_days(add_working_days(a, m, calendar), n, calendar) == add_working_days(a, m + n, calendar)


@modestly
@given(moments, st.integers(1, 30))
def test_the_order_of_the_sides_makes_no_difference(start, days):
    there, back = JointCalendar(BY_LUNCH, KR), JointCalendar(KR, BY_LUNCH)
    assert add_working_days(start, days, there) == add_working_days(start, days, back)
    assert add_working_time(start, timedelta(hours=days), there) == add_working_time(start, timedelta(hours=days), back)


# --- Against a walk --------------------------------------------------------------------------------------------------
class Wall:
    """What a porter with a clock, a list of holidays and a note of the director would say. Shares no code with ours."""

    def __init__(self, code, zone, hours, off=(), worked=()) -> None:
        self.zone, self.hours, self.off, self.worked = ZoneInfo(zone), hours, set(off), set(worked)
        self.known = holidays.country_holidays(code, years=range(2025, 2029), language="en_US")

    def works(self, day):
        if day in self.off or day in self.worked:
            return day in self.worked
        return day in self.known.weekend_workdays or (day.weekday() < 5 and day not in self.known)

    def is_open(self, moment):
        there = moment.astimezone(self.zone)
        return any(opens <= there.time() < closes for opens, closes in self.hours) and self.works(there.date())


WALLS = [
    ([Wall("BY", "Europe/Minsk", WITH_LUNCH, [date(2027, 5, 10)], [date(2027, 5, 15)])], BY_LUNCH),
    (
        [Wall("RO", "Europe/Bucharest", NIGHT_SHIFT, [date(2026, 10, 26)], [date(2026, 3, 29), date(2026, 10, 25)])],
        RO_NIGHT,
    ),
    (
        [Wall("BY", "Europe/Minsk", [(time(9), time(18))]), Wall("KR", "Asia/Seoul", [(time(9), time(18))])],
        JointCalendar(BY, KR),
    ),
]
# Around the changes of the clock, the moved Saturday, the long gaps and the turn of the year.
edges = st.sampled_from([datetime(2026, 3, 26), datetime(2026, 10, 22), datetime(2026, 4, 16), datetime(2026, 9, 22), datetime(2026, 12, 29), datetime(2027, 5, 6)])  # fmt: skip
minutes = st.builds(lambda edge, n: edge.replace(tzinfo=UTC) + n * MINUTE, edges, st.integers(0, 5 * 1440))


def walk(walls, a, b):
    return sum(all(wall.is_open(a + n * MINUTE) for wall in walls) for n in range((b - a) // MINUTE)) * MINUTE


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(WALLS), minutes, st.integers(0, 5 * 1440))
def test_between_is_what_a_walk_counts(pair, a, n):
    walls, calendar = pair
    b = a + n * MINUTE
    assert working_time_between(a, b, calendar) == walk(walls, a, b)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(WALLS), minutes, st.integers(1, 600))
def test_add_is_where_a_walk_arrives(pair, start, worked):
    walls, calendar = pair
    moment, left = start, worked
    while left:
        left -= all(wall.is_open(moment) for wall in walls)
        moment += MINUTE
    assert add_working_time(start, worked * MINUTE, calendar) == moment


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(WALLS), minutes, st.integers(1, 60))
def test_days_are_what_a_walk_counts(pair, start, days):
    walls, calendar = pair
    day, left = min(start.astimezone(wall.zone).date() for wall in walls), days
    while left:
        day += DAY
        left -= all(wall.works(day) for wall in walls)
    due = add_working_days(start, days, calendar)
    assert calendar.date_of(due) == day
    assert due == calendar.spans(day)[-1][1]


# --- By name ---------------------------------------------------------------------------------------------------------
def test_due_time_over_a_weekend_and_a_lunch_break():
    friday = datetime(2027, 5, 7, 16, 30, tzinfo=MINSK)  # the Monday after is off, Saturday 15 is worked for it
    assert add_working_time(friday, timedelta(hours=2), BY_LUNCH) == datetime(2027, 5, 12, 9, 30, tzinfo=MINSK)
    assert working_time_between(friday, datetime(2027, 5, 12, 15, tzinfo=MINSK), BY_LUNCH) == timedelta(
        hours=6, minutes=30
    )


@pytest.mark.parametrize(
    ("start", "result"),
    [
        (datetime(2027, 3, 2, 10), datetime(2027, 3, 2, 10)),
        (datetime(2027, 3, 2, 13), datetime(2027, 3, 2, 13)),  # closing time is still open
        (datetime(2027, 3, 2, 13, 1), datetime(2027, 3, 2, 14)),
        (datetime(2027, 3, 5, 18, 1), datetime(2027, 3, 9, 9)),  # Monday 8 March is a holiday
    ],
)
def test_no_time_at_all_is_now_or_the_next_opening(start, result):
    assert add_working_time(start.replace(tzinfo=MINSK), ZERO, BY_LUNCH) == result.replace(tzinfo=MINSK)


def test_close_of_business():
    answers = [close_of_business(datetime(2027, 3, *at, tzinfo=MINSK), BY_LUNCH) for at in ((2, 8), (2, 23), (6, 10))]
    assert answers == [datetime(2027, 3, day, 18, tzinfo=MINSK) for day in (2, 2, 9)]
    assert add_working_days(datetime(2027, 3, 6, 10, tzinfo=MINSK), 0, BY_LUNCH) == answers[2]


def test_joint_day_ends_with_the_hours_both_share():
    friday = datetime(2026, 9, 18, 10, tzinfo=MINSK)
    # Seoul is away from 24 to 26 September (Chuseok); 21, 22, 23, 28 and 29 September count.
    assert add_working_days(friday, 5, JointCalendar(BY, KR)) == datetime(2026, 9, 29, 12, tzinfo=MINSK)
    assert add_working_days(friday, 5, JointCalendar(KR, BY)) == datetime(2026, 9, 29, 18, tzinfo=SEOUL)


def test_joint_day_without_a_shared_hour_ends_with_the_later_office():
    early = office("KR", "Asia/Seoul", [(time(8), time(12))])
    both = JointCalendar(BY, early)
    assert add_working_days(datetime(2027, 3, 2, 10, tzinfo=MINSK), 1, both) == datetime(2027, 3, 3, 18, tzinfo=MINSK)
    with pytest.raises(NoWorkingTimeError, match=r"^Calendar BY\+KR has no working time in the 3 years up to 2029\.$"):
        add_working_time(datetime(2027, 3, 2, 10, tzinfo=MINSK), MINUTE, both)


def test_late_days_are_negative():
    due = datetime(2027, 3, 5, 18, tzinfo=MINSK)
    assert [working_days_between(due.replace(day=day), due, BY) for day in (3, 5, 6, 9, 10)] == [2, 0, 0, -1, -2]


def test_calendar_without_hours_is_refused_and_not_searched_for_ever():
    empty = office("BY", "Europe/Minsk", days=())
    for ask in (
        lambda: add_working_time(datetime(2027, 3, 2, tzinfo=UTC), ZERO, empty),
        lambda: add_working_days(datetime(2027, 3, 2, tzinfo=UTC), 1, empty),
        lambda: close_of_business(datetime(2027, 3, 2, tzinfo=UTC), empty),
    ):
        with pytest.raises(NoWorkingTimeError):
            ask()
    assert working_time_between(datetime(2020, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), empty) == ZERO


def test_what_cannot_be_counted_is_refused():
    noon = datetime(2027, 3, 2, 12, tzinfo=UTC)
    with pytest.raises(ValueError, match="forwards only"):
        add_working_time(noon, -MINUTE, BY)
    with pytest.raises(ValueError, match="forwards only"):
        add_working_days(noon, -1, BY)
    with pytest.raises(ValueError, match="no time zone"):
        add_working_time(noon.replace(tzinfo=None), MINUTE, BY)


def test_ten_years_are_counted_without_walking_them():
    asked = []

    class Counted(type(BY)):
        def is_working_day(self, day):
            asked.append(day)
            return super().is_working_day(day)

    calendar = Counted("BY", MINSK, {0: [(time(9), time(18))]})
    start = datetime(2020, 1, 1, tzinfo=UTC)
    end = add_working_time(start, timedelta(hours=4500), calendar)
    first = len(asked)
    assert end.year > 2028
    assert working_time_between(start, end, calendar) == timedelta(hours=4500)
    assert len(asked) == first
