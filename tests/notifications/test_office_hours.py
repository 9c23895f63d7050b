"""Reminders wait for the offices of the reader's country: never on its days off, nor at night; the inbox waits for nothing."""

from datetime import UTC, datetime

import pytest
import time_machine

from calendars.actions import set_exception
from calendars.directory import calendar_of
from calendars.models import Calendar
from core.desk import panels
from notifications.actions.delivering import deliver_due, send_again
from notifications.messages.kind import To
from notifications.models import Delivery
from tests.core.toy.models import Paper
from tests.factories import make_user
from tests.notifications.toy import told

BEFORE_SEOLLAL = "2027-02-05 12:00Z"  # Friday, 21:00 in Seoul, 15:00 in Minsk; Seollal is 6 to 9 February
AFTER_SEOLLAL = datetime(2027, 2, 10, 0, 0, tzinfo=UTC)  # Wednesday, 09:00 in Seoul
MOVED_SATURDAY = "2026-04-25 08:00Z"  # 11:00 in Minsk, worked there in exchange for Monday 20 April
MOVED_MONDAY = "2026-04-20 08:00Z"
AFTER_RADONITSA = datetime(2026, 4, 22, 6, 0, tzinfo=UTC)  # 21 April is a public holiday; Wednesday, 09:00 in Minsk


@pytest.fixture
def paper(cast):
    return Paper.objects.create(title={"en": "Protocol"}, is_public=True)


@pytest.fixture
def remind(paper):
    """Remind somebody of the paper at a moment; the clock stands there for the rest of the test."""
    with told(in_office_hours=True) as signal, time_machine.travel(0, tick=False) as traveller:

        def send(moment, *to):
            traveller.move_to(moment)
            signal.send(Paper, paper=paper, to=to, by=None)
            return traveller

        yield send


def leaves():
    return dict(Delivery.objects.filter(state="pending").values_list("address", "next_try_at"))


def test_over_seollal(remind, advisor_kr, official_by):
    traveller = remind(BEFORE_SEOLLAL, advisor_kr, official_by)
    assert leaves()["advisor@kr.example"] == AFTER_SEOLLAL
    assert [deliver_due(), set(leaves())] == [1, {"advisor@kr.example"}]
    traveller.move_to("2027-02-09 05:00Z")  # Tuesday, 14:00 in Seoul, the day given for the Sunday
    assert deliver_due() == 0
    traveller.move_to(AFTER_SEOLLAL)
    assert [deliver_due(), leaves()] == [1, {}]


def test_the_inbox_shows_it_at_once(remind, advisor_kr):
    advisor_kr.language = "en"
    remind(BEFORE_SEOLLAL, advisor_kr)
    assert [news.headline for news in panels["visit"](advisor_kr, 4).inbox] == ["The paper lies on the desk"]


def test_a_saturday_that_is_worked_in_belarus(remind, official_by, advisor_kr):
    remind(MOVED_SATURDAY, official_by, advisor_kr)
    assert leaves()["advisor@kr.example"] == datetime(2026, 4, 27, 0, 0, tzinfo=UTC)
    assert [deliver_due(), set(leaves())] == [1, {"advisor@kr.example"}]


def test_the_monday_that_it_was_moved_from(remind, official_by):
    remind(MOVED_MONDAY, official_by)
    assert leaves() == {"official@by.example": AFTER_RADONITSA}
    assert deliver_due() == 0


def test_a_day_that_became_a_holiday_while_it_waited(remind, advisor_kr):
    traveller = remind(BEFORE_SEOLLAL, advisor_kr)
    day = AFTER_SEOLLAL.date()
    set_exception(Calendar.objects.get(code="KR"), day, is_working=False, reason={"ko": "임시공휴일"})
    traveller.move_to(AFTER_SEOLLAL)
    assert [deliver_due(), Delivery.objects.get().attempts] == [1, 0]
    assert leaves() == {"advisor@kr.example": datetime(2027, 2, 11, 0, 0, tzinfo=UTC)}
    traveller.move_to("2027-02-11 00:00Z")
    assert [deliver_due(), leaves()] == [1, {}]


def test_an_address_is_spared_by_the_country_that_was_named(remind, paper):
    ko, be = ({"language": language, "country": country} for language, country in (("ko", "KR"), ("be", "BY")))
    remind(BEFORE_SEOLLAL, To(address="dana@kr.example", **ko), To(address="ales@by.example", **be))
    assert leaves()["dana@kr.example"] == AFTER_SEOLLAL
    assert deliver_due() == 1
    assert set(leaves()) == {"dana@kr.example"}


def test_whose_country_nobody_knows_is_told_at_once(remind, paper):
    Paper.objects.update(is_public=True)
    stranger = make_user(email="stranger@ge.example")
    nowhere = To(address="nowhere@xx.example", language="en", country="XX")
    remind(BEFORE_SEOLLAL, stranger, nowhere, To(address="silent@xx.example", language="en"))
    assert [deliver_due(), leaves()] == [3, {}]


def test_a_country_without_office_hours_spares_nobody(remind, advisor_kr):
    calendar_of("KR")
    Calendar.objects.get(code="KR").windows.all().delete()
    remind(BEFORE_SEOLLAL, advisor_kr)
    assert [deliver_due(), leaves()] == [1, {}]


def test_send_again_waits_too(remind, advisor_kr):
    remind(BEFORE_SEOLLAL, advisor_kr)
    Delivery.objects.update(state="failed", attempts=8)
    assert send_again(Delivery.objects.all()) == 1
    deliver_due()
    assert leaves() == {"advisor@kr.example": AFTER_SEOLLAL}


def test_other_messages_leave_at_night(paper, advisor_kr):
    with told() as signal, time_machine.travel(BEFORE_SEOLLAL, tick=False):
        signal.send(Paper, paper=paper, to=[advisor_kr], by=None)
        assert [deliver_due(), leaves()] == [1, {}]
