"""The sums of days, without a database."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.refusal import RefusedError
from events.days import day_of, moment_of, span_of

SEOUL, BUCHAREST = ZoneInfo("Asia/Seoul"), ZoneInfo("Europe/Bucharest")


def test_five_in_the_morning_begins_a_day():
    for hour, day in ((4, 29), (5, 30), (23, 30)):
        assert day_of(datetime(2027, 10, 30, hour, 0, tzinfo=SEOUL), SEOUL) == date(2027, 10, day)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.builds(time, st.integers(0, 23), st.integers(0, 59)))
def test_day_and_time_give_the_moment_and_the_moment_the_day(day, at):
    assert day_of(moment_of(day, at, SEOUL), SEOUL) == day


def test_a_night_on_which_clocks_change():
    """31 October 2027 in Bucharest: 03:30 comes twice, the first is meant; 28 March: 03:30 never comes."""
    assert moment_of(date(2027, 10, 30), time(3, 30), BUCHAREST) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    with pytest.raises(RefusedError, match="There is no 03:30 on 28 Mar 2027"):
        moment_of(date(2027, 3, 27), time(3, 30), BUCHAREST)
    first, last = span_of(date(2027, 10, 30), time(22), time(4, 30), BUCHAREST)
    assert (last - first).total_seconds() == 7.5 * 3600
