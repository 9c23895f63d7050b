from datetime import date

import pytest
from django.db import IntegrityError, transaction

from calendars.actions import remove_exception, set_exception, set_exceptions
from calendars.directory import calendar_of
from calendars.models import CalendarException
from core.localised import LocalisedText
from core.refusal import RefusedError

MONDAY, SATURDAY = date(2027, 5, 10), date(2027, 5, 15)
DECREE = {"en": "Day off moved", "be": "Выходны перанесены"}


def test_exception_is_in_force_at_once_and_until_removed(minsk):
    assert calendar_of("BY").is_working_day(MONDAY) is True
    exception = set_exception(minsk, MONDAY, is_working=False, reason=DECREE, source="Resolution 1")
    assert calendar_of("BY").is_working_day(MONDAY) is False
    name = calendar_of("BY").holiday(MONDAY, "ru")
    assert (name, name.lang) == ("Выходны перанесены", "be")
    remove_exception(exception)
    assert calendar_of("BY").is_working_day(MONDAY) is True


def test_a_second_exception_replaces_the_first(minsk):
    first = set_exception(minsk, MONDAY, is_working=False, reason=DECREE, source="Resolution 1")
    second = set_exception(minsk, MONDAY, is_working=True, reason={"en": "Worked after all"})
    assert list(CalendarException.objects.values("pk", "is_working", "reason", "source")) == [
        {"pk": first.pk, "is_working": True, "reason": LocalisedText(en="Worked after all"), "source": ""}
    ]
    assert second == first


def test_days_of_a_decree_are_told_as_one_change(minsk, changes, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        days = set_exceptions(minsk, {SATURDAY: True, MONDAY: False}, reason=DECREE)
        assert changes == []  # nobody hears of what may still be rolled back
    assert [str(day) for day in days] == ["BY 2027-05-10", "BY 2027-05-15"]
    assert changes == ["BY"]


def test_reason_is_needed(minsk):
    with pytest.raises(RefusedError, match="Write the reason"):
        set_exception(minsk, MONDAY, is_working=False, reason={})
    assert CalendarException.objects.count() == 0


def test_one_exception_a_day_in_the_database(minsk):
    set_exception(minsk, MONDAY, is_working=False, reason=DECREE)
    with pytest.raises(IntegrityError, match="calendar_exception_one_a_day"), transaction.atomic():
        CalendarException.objects.create(calendar=minsk, date=MONDAY, is_working=True, reason=DECREE)
