"""Before an event its guests are reminded, each by the calendar of the own country."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from events.models import Participant
from events.tasks.registration import remind_of_events
from notifications.models import Delivery
from tests.events.builders import make_participant
from tests.events.registration.conftest import make_forum

MONDAY = date(2027, 6, 14)


@pytest.fixture
def forum(centre):
    """On a Monday in June 2027, without a holiday near it in Korea or Georgia."""
    return make_forum(centre, starts_on=MONDAY, ends_on=MONDAY)


def at(day: int, hour: int = 3, month: int = 6):
    """By default noon in Seoul."""
    return time_machine.travel(datetime(2027, month, day, hour, tzinfo=UTC))


def test_two_working_days_before_once(forum, heard):
    one = make_participant(forum, country_id="KR")
    make_participant(forum, country_id="KR", status="waiting", queued_at=datetime(2027, 6, 1, tzinfo=UTC))
    make_participant(forum, country_id="KR", status="withdrawn")
    with at(9):
        assert remind_of_events() == 0
    with at(10):
        assert (remind_of_events(), remind_of_events()) == (1, 0)
    assert heard() == [("event_near", {"participant": one, "by": None})]


def test_a_first_day_that_moves_is_told_again(forum, heard):
    make_participant(forum, country_id="KR")
    with at(10):
        remind_of_events()
    type(forum).objects.update(starts_on=date(2027, 6, 15), ends_on=date(2027, 6, 15))
    with at(11):
        assert (remind_of_events(), remind_of_events()) == (1, 0)


def test_before_the_holidays_of_the_own_country(centre):
    """Seollal 2027 is on Sunday 7 February, with the days around it and Tuesday in its place."""
    forum = make_forum(centre, starts_on=date(2027, 2, 10), ends_on=date(2027, 2, 10))
    korean = make_participant(forum, country_id="KR")
    georgian = make_participant(forum, country_id="GE")

    def told():
        return set(Participant.objects.exclude(reminded_for=None).values_list("pk", flat=True))

    with at(5, month=2):
        remind_of_events()
        assert told() == {korean.pk}
    with at(8, month=2):
        remind_of_events()
        assert told() == {korean.pk, georgian.pk}


def test_the_letter_waits_for_the_office_hours_of_the_reader(forum, letters):
    make_participant(forum, country_id="KR", email="night@kr.example", language="en")
    with at(10, 18):  # three in the morning in Seoul
        assert remind_of_events() == 1
        assert letters() == []
        assert Delivery.objects.get().next_try_at == datetime(2027, 6, 11, 0, tzinfo=UTC)
    with at(11, 1):
        assert letters() == [("night@kr.example", f"{forum.reference}: The event begins soon")]


def test_who_cancelled_meanwhile_gets_no_reminder(forum, letters):
    make_participant(forum, country_id="KR", email="night@kr.example")
    with at(10, 18):
        remind_of_events()
    Participant.objects.update(status="withdrawn")
    with at(11, 1):
        assert letters() == []


def test_an_event_that_is_called_off_reminds_nobody(forum):
    make_participant(forum, country_id="KR")
    type(forum).objects.update(status="cancelled")
    with at(10):
        assert remind_of_events() == 0
