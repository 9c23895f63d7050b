from datetime import datetime
from zoneinfo import ZoneInfo

from calendars.working_time import JointCalendar, day_strip
from tests.calendars.offices import BY, KR

MINSK = ZoneInfo("Europe/Minsk")


def at(month, day, hour=12):
    return datetime(2027, month, day, hour, tzinfo=MINSK)


def test_each_day_has_one_state():
    # Friday 26 February to Thursday 11 March; 8 March is a holiday. Stopped from Tuesday noon to Thursday ten o'clock.
    strip = day_strip(at(2, 26), at(3, 11), at(3, 5), BY, [(at(3, 2), at(3, 4, 10))])
    assert strip == [
        "past", "off", "off", "past", "paused", "paused", "past", "today", "off", "off", "off", "ahead", "ahead", "ahead",
    ]  # fmt: skip


def test_an_open_pause_lasts_until_now():
    assert day_strip(at(3, 1), at(3, 5), at(3, 4, 17), BY, [(at(3, 2, 9), None)]) == [
        "past", "paused", "paused", "today", "ahead",
    ]  # fmt: skip


def test_joint_days():
    assert day_strip(at(2, 26), at(3, 2), at(3, 2), JointCalendar(BY, KR)) == ["past", "off", "off", "off", "today"]


def test_late():
    assert day_strip(at(3, 2), at(3, 3), at(3, 20), BY) == ["past", "past"]


def test_long_strip_is_cut_and_still_shows_today():
    long_past = day_strip(at(1, 4), at(3, 31), at(3, 30), BY)
    assert (len(long_past), long_past[-2:]) == (30, ["today", "ahead"])
    far_ahead = day_strip(at(1, 4), at(12, 1), at(3, 30), BY)
    assert (len(far_ahead), far_ahead[0]) == (30, "today")
