from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from calendars.actions import every_weekday, replace_office_windows, set_calendar
from calendars.directory import calendar_of
from calendars.models import OfficeWindow
from calendars.working_time import office_hours_on
from core.refusal import RefusedError

TUESDAY = date(2027, 3, 2)


def test_new_week_is_in_force_at_once(minsk):
    replace_office_windows(minsk, every_weekday((time(8), time(17))))
    assert office_hours_on(TUESDAY, calendar_of("BY")) == ((time(8), time(17)),)


def test_the_same_week_tells_nobody(minsk, changes, django_capture_on_commit_callbacks):
    before = list(minsk.windows.all())
    with django_capture_on_commit_callbacks(execute=True):
        again = replace_office_windows(minsk, reversed([(row.weekday, row.opens, row.closes) for row in before]))
    assert (again, changes) == (before, [])


def test_a_new_week_is_told_once(minsk, changes, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        replace_office_windows(minsk, every_weekday((time(8), time(17))))
    assert changes == ["BY"]


@pytest.mark.parametrize(
    ("windows", "sentence"),
    [
        ([(0, time(9), time(14)), (0, time(13), time(18))], "Two windows of one weekday overlap."),
        ([(0, time(18), time(9))], "An office opens before it closes."),
    ],
)
def test_a_week_that_cannot_be_is_refused(minsk, windows, sentence):
    with pytest.raises(RefusedError) as refused:
        replace_office_windows(minsk, windows)
    assert (str(refused.value.message), minsk.windows.count()) == (sentence, 10)


@pytest.mark.parametrize(
    ("weekday", "opens", "closes", "constraint"),
    [
        (0, time(12, 59), time(14), "office_windows_apart"),
        (0, time(8), time(19), "office_windows_apart"),
        (0, time(19), time(19), "office_window_opens_before_it_closes"),
        (7, time(9), time(18), "office_window_on_a_weekday"),
    ],
)
def test_the_database_refuses_too(minsk, weekday, opens, closes, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        OfficeWindow.objects.create(calendar=minsk, weekday=weekday, opens=opens, closes=closes)


def test_windows_may_touch_and_other_days_and_countries_are_apart(minsk, seoul):
    mirrored = set_calendar("YB", zone="UTC")  # the same letters
    for calendar, weekday, opens, closes in [
        (minsk, 0, time(13), time(14)),
        (minsk, 5, time(9), time(13)),
        (seoul, 6, time(0), time(23, 59)),
        (mirrored, 0, time(9), time(18)),
    ]:
        OfficeWindow.objects.create(calendar=calendar, weekday=weekday, opens=opens, closes=closes)
    assert OfficeWindow.objects.count() == 19


@pytest.mark.parametrize(("code", "zone"), [("by", "Europe/Minsk"), ("BLR", "Europe/Minsk"), ("BY", "Europe/Atlantis")])
def test_set_calendar_refuses(db, code, zone):
    with pytest.raises(RefusedError):
        set_calendar(code, zone=zone)


def test_set_calendar_moves_a_zone(minsk):
    set_calendar("BY", zone="Europe/Moscow")
    assert calendar_of("BY").zone.key == "Europe/Moscow"
    assert office_hours_on(TUESDAY, calendar_of("BY")) == ((time(9), time(13)), (time(14), time(18)))
