from datetime import date, time, timedelta

import pytest

from calendars.public_holidays import holiday_year
from calendars.working_time import JointCalendar, office_hours_on
from tests.calendars.offices import BY, BY_LUNCH, KR, NINE_TO_SIX, OFF, UA_SHORT_WEEK, WITH_LUNCH, WORKED, office


@pytest.mark.parametrize(
    ("calendar", "days"), [(BY, 257), (KR, 246), (JointCalendar(BY, KR), 243), (JointCalendar(KR, BY), 243)]
)
def test_year_2027(calendar, days):
    assert len(calendar.year(2027).days) == days


def test_belarus_moves_a_monday_to_a_saturday():
    assert [BY.is_working_day(date(2026, 4, day)) for day in (20, 25)] == [False, True]
    assert [JointCalendar(BY, KR).is_working_day(date(2026, 4, day)) for day in (20, 25)] == [False, False]
    assert BY.holiday(date(2026, 4, 20), "en") == "Day off (substituted from 04/25/2026)"
    assert [date(2025, *day) for day in ((1, 11), (4, 26), (7, 12), (12, 20))] == [
        day for day in BY.year(2025).days if day.weekday() > 4
    ]


def test_moved_days_of_one_year_do_not_stray_into_another():
    moved = {year: sorted(holiday_year("BY", "", year).workdays) for year in (2026, 2027)}
    assert moved == {2026: [date(2026, 4, 25)], 2027: []}  # the library itself adds 30 December 2006 to both


def test_worked_saturday_has_mondays_windows_unless_it_has_its_own():
    saturday = date(2026, 4, 25)
    shorter = office("BY", "Europe/Minsk", WITH_LUNCH)
    shorter._week[5] = ((time(9), time(13)),)
    assert office_hours_on(saturday, BY) == ((time(9), time(18)),)
    assert office_hours_on(saturday, shorter) == ((time(9), time(13)),)
    assert office_hours_on(date(2026, 4, 18), shorter) == ()  # own windows alone make no Saturday a working day


def test_korean_substitute_holidays():
    # Liberation Day and National Foundation Day 2026 fall on Saturdays, Buddha's Birthday 2026 on a Sunday.
    assert [KR.holiday(date(2026, *day), "ko") for day in ((5, 25), (8, 17), (10, 5))] == [
        "부처님오신날 대체 휴일", "광복절 대체 휴일", "개천절 대체 휴일",
    ]  # fmt: skip
    assert [KR.is_working_day(date(2026, *day)) for day in ((5, 25), (8, 17), (10, 5), (10, 6))] == [
        False,
        False,
        False,
        True,
    ]


def test_ukraine_fixes_none():
    weekdays = office("UA", "Europe/Kyiv")
    assert [len(weekdays.year(year).closed) for year in (2023, 2026, 2027)] == [0, 0, 0]
    assert weekdays.holiday(date(2027, 8, 24), "en") == ""
    assert UA_SHORT_WEEK.is_working_day(date(2027, 8, 24)) is False  # a Tuesday without windows


@pytest.mark.parametrize("code, region, days", [("DE", "BY", 12), ("DE", "", 9), ("DE", "XX", 0), ("ZZ", "", 0)])
def test_a_region_has_its_own_and_an_unknown_one_has_none(code, region, days):
    assert len(holiday_year(code, region, 2026).names) == days


def test_country_the_library_does_not_know():
    nowhere = office("QQ", "UTC")
    assert (len(nowhere.year(2027).days), nowhere.holiday(date(2027, 1, 1), "ru")) == (261, "")


@pytest.mark.parametrize(
    ("calendar", "day", "language", "name", "lang"),
    [
        (BY, date(2027, 7, 3), "be", "Дзень Незалежнасці Рэспублікі Беларусь (Дзень Рэспублікі)", "be"),
        (BY, date(2027, 1, 1), "ru", "Новый год", "ru"),
        (BY, date(2027, 1, 1), "ko", "새해 첫날", "ko"),
        (KR, date(2027, 3, 1), "ko", "삼일절", "ko"),
        (KR, date(2027, 3, 1), "ru", "День движения за независимость", "ru"),
        (office("RU", "Europe/Moscow"), date(2027, 6, 12), "be", "День России", "ru"),
        (office("GE", "Asia/Tbilisi"), date(2027, 5, 26), "be", "Дзень незалежнасці", "be"),
        (BY, date(2027, 3, 2), "be", "", "be"),
    ],
)
def test_name_of_a_holiday_knows_its_language(calendar, day, language, name, lang):
    found = calendar.holiday(day, language)
    assert (found, found.lang) == (name, lang)


def test_exception_wins():
    assert [BY_LUNCH.is_working_day(date(2027, 5, day)) for day in (10, 15)] == [False, True]
    assert len(BY_LUNCH.year(2027).days) == 257
    holiday_worked = office("BY", "Europe/Minsk", rules={date(2027, 7, 5): OFF, date(2027, 1, 1): WORKED})
    assert holiday_worked.is_working_day(date(2027, 1, 1)) is True
    assert holiday_worked.holiday(date(2027, 1, 1), "en") == ""
    found = holiday_worked.holiday(date(2027, 7, 5), "ru")
    assert (found, found.lang) == ("Storm", "en")


def test_joint_hours_of_minsk_and_seoul():
    both = JointCalendar(BY, KR)
    assert office_hours_on(date(2027, 3, 2), both) == ((time(9), time(12)),)
    assert office_hours_on(date(2027, 3, 2), JointCalendar(KR, BY)) == ((time(15), time(18)),)
    assert both.windows(date(2027, 3, 1)) == ()  # Independence Movement Day


def test_nine_stays_nine_when_the_clock_changes():
    bucharest = office("RO", "Europe/Bucharest")
    before, after = bucharest.windows(date(2026, 3, 27))[0], bucharest.windows(date(2026, 3, 30))[0]
    assert [(moment.hour, moment.utcoffset()) for moment in (before[0], after[0])] == [
        (9, timedelta(hours=2)),
        (9, timedelta(hours=3)),
    ]


def test_windows_that_touch_become_one_and_those_that_overlap_are_refused():
    touching = office("BY", "Europe/Minsk", [(time(14), time(18)), (time(9), time(14))])
    assert office_hours_on(date(2027, 3, 2), touching) == tuple(NINE_TO_SIX)
    with pytest.raises(ValueError, match="overlap"):
        office("BY", "Europe/Minsk", [(time(9), time(14)), (time(13), time(18))])
