from datetime import UTC, date, datetime, time
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db import connection, transaction

from calendars import directory
from calendars.actions import every_weekday, replace_office_windows, set_exception
from calendars.directory import calendar_of, joint, joint_days, upcoming_holidays
from calendars.models import Calendar
from calendars.working_time import NoWorkingTimeError

STORM = {"en": "Storm", "ko": "폭풍"}


@pytest.fixture
def committed(minsk, seoul, monkeypatch):
    """As every later request finds the calendars: nothing of them waits for a commit."""
    connection.run_on_commit.clear()
    monkeypatch.setattr(directory.shelf, "public", None)
    cache.delete(directory.shelf.stamp)


def test_warm_answers_cost_no_query(committed, django_assert_num_queries):
    with django_assert_num_queries(3):
        first = calendar_of("BY")
    with django_assert_num_queries(0):
        assert calendar_of("BY") is first
        assert joint("BY", "KR") is joint("BY", "KR")
        assert calendar_of("KR").code == "KR"


def test_a_lost_stamp_is_set_anew_and_the_calendars_are_read_again(committed, django_assert_num_queries):
    first = calendar_of("BY")
    cache.delete(directory.shelf.stamp)
    with django_assert_num_queries(3):
        assert calendar_of("BY") is not first
    assert cache.get(directory.shelf.stamp) == directory.shelf.public[0]


def test_a_commit_puts_a_new_version_in_force(committed, changes, django_capture_on_commit_callbacks):
    calendar_of("BY")
    before = cache.get(directory.shelf.stamp)
    with django_capture_on_commit_callbacks(execute=True):
        set_exception(Calendar(code="BY"), date(2027, 3, 2), is_working=False, reason=STORM)
        assert cache.get(directory.shelf.stamp) == before
    assert (cache.get(directory.shelf.stamp) != before, changes) == (True, ["BY"])


def test_what_is_rolled_back_was_never_seen_by_others(committed):
    shared = calendar_of("BY")
    day = date(2027, 3, 2)
    with transaction.atomic():
        set_exception(Calendar(code="BY"), day, is_working=False, reason=STORM)
        with transaction.atomic():
            set_exception(Calendar(code="BY"), date(2027, 3, 3), is_working=False, reason=STORM)
            assert [calendar_of("BY").is_working_day(date(2027, 3, n)) for n in (2, 3)] == [False, False]
            transaction.set_rollback(True)
        assert [calendar_of("BY").is_working_day(date(2027, 3, n)) for n in (2, 3)] == [False, True]
        assert directory.shelf.public[1].calendars["BY"] is shared
        transaction.set_rollback(True)
    assert calendar_of("BY") is shared


def test_a_row_saved_past_the_acts_counts_too(minsk):
    minsk.windows.filter(weekday=1).delete()
    assert calendar_of("BY").is_working_day(date(2027, 3, 2)) is False


def test_unknown_code(minsk):
    with pytest.raises(Calendar.DoesNotExist, match="There is no calendar XX"):
        calendar_of("XX")


def test_joint_days(minsk, seoul):
    record = SimpleNamespace(side_codes=lambda: ("BY", "KR"))
    friday = datetime(2026, 9, 18, 7, tzinfo=UTC)
    assert joint_days(5)(record, friday) == datetime(2026, 9, 29, 9, tzinfo=UTC)
    replace_office_windows(minsk, [(5, time(9), time(18))])
    replace_office_windows(seoul, every_weekday())
    with pytest.raises(NoWorkingTimeError):
        joint_days(5)(record, friday)


def test_upcoming_holidays(minsk, seoul):
    set_exception(seoul, date(2027, 3, 8), is_working=False, reason=STORM)
    found = upcoming_holidays(["BY", "KR"], date(2027, 2, 7), 4, "ko")
    assert found == [
        (date(2027, 2, 8), {"KR": "설날 다음날"}),
        (date(2027, 2, 9), {"KR": "설날 대체 휴일"}),
        (date(2027, 3, 1), {"KR": "삼일절"}),
        (date(2027, 3, 8), {"BY": "여성의 날", "KR": "폭풍"}),
    ]
    assert {code: name.lang for code, name in found[3][1].items()} == {"BY": "ko", "KR": "ko"}
    assert upcoming_holidays([], date(2027, 2, 7), 4, "ko") == []


def test_calendars_are_told_while_the_shared_cache_is_away(
    committed, settings, changes, django_capture_on_commit_callbacks, caplog
):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }
    assert calendar_of("BY").is_working_day(date(2027, 3, 2)) is True
    with django_capture_on_commit_callbacks(execute=True):
        set_exception(Calendar(code="BY"), date(2027, 3, 2), is_working=False, reason=STORM)
    assert (calendar_of("BY").is_working_day(date(2027, 3, 2)), changes) == (False, ["BY"])
    assert "The shared cache is away: other processes learn a little later of calendars:version." in caplog.text
