"""Who does not answer in time consents, and the journal says so."""

from datetime import timedelta

import pytest
import time_machine

from calendars.actions import set_exception
from calendars.models import Calendar
from consultations.actions.deciding import decide, decide_by_silence
from consultations.tasks import recount_due_times, sign_for_silence
from core.models import Signature
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.moments import minsk


@pytest.fixture
def clock():
    """Noon of Thursday 16 April 2026 in Minsk; the silence of what is registered then ends on the 27th."""
    with time_machine.travel(minsk(16, 12, month=4), tick=False) as moment:
        yield moment


@pytest.fixture
def due(clock, registered):
    assert registered.due_at == minsk(27, 12, month=4)
    return registered


def test_the_clock_signs_for_those_who_are_missing(due, clock, director_kr, heard, told):
    decide(due, by=director_kr, accepts=True, reason="좋습니다.")
    heard()
    clock.move_to(due.due_at - timedelta(minutes=1))
    assert (sign_for_silence(), heard()) == (0, [])
    clock.move_to(due.due_at)
    assert sign_for_silence() == 1
    row = build.fresh(due)
    assert (row.status, row.decided_at, row.due_at) == ("accepted", due.due_at, minsk(30, 18, month=4))
    assert heard() == [("consultation_accepted", {"consultation": row, "by": None, "by_silence": True})]
    assert [(one.key, one.by_silence, one.settled_at) for one in Signature.objects.order_by("key")] == [
        ("a", True, due.due_at),
        ("b", False, due.due_at),
    ]
    assert told(row)[-2:] == [("decide:key", "", "", "", ""), ("decide", "registered", "accepted", "", "")]
    assert sign_for_silence() == 0


def test_the_page_says_that_silence_signed(due, clock, screen):
    clock.move_to(due.due_at)
    sign_for_silence()
    decision = screen("director_by", "detail", due).context["decision"]
    assert [key.css for key in decision.keys] == ["is-silence", "is-silence"]


def test_an_objection_stops_it(due, clock, director_by):
    decide(due, by=director_by, accepts=False, reason="Вне программы.")
    clock.move_to(due.due_at + timedelta(days=30))
    assert sign_for_silence() == 0
    with pytest.raises(RefusedError, match="One side has objected"):
        decide_by_silence(due)
    assert build.fresh(due).status == "registered"


def test_what_was_returned_or_decided_is_left_alone(cast, due, clock, officer, official_by):
    decided = build.accepted(cast)
    build.drafting.return_request(due, by=officer, reason="x")
    build.closing.withdraw(build.registered(cast), by=official_by, reason="x")
    clock.move_to(due.due_at + timedelta(days=30))
    assert (sign_for_silence(), build.fresh(decided).status) == (0, "accepted")


def test_a_new_holiday_gives_more_time_even_to_a_clock_that_has_looked_already(due, clock):
    set_exception(Calendar.objects.get(pk="KR"), minsk(24, month=4).date(), is_working=False, reason={"en": "Mourning"})
    assert recount_due_times("KR") == 1
    assert build.fresh(due).due_at == minsk(28, 12, month=4)
    clock.move_to(due.due_at)
    with pytest.raises(RefusedError, match="There is still time to answer"):
        decide_by_silence(due)
    assert sign_for_silence() == 0
    clock.move_to(minsk(28, 12, month=4))
    assert sign_for_silence() == 1


def test_one_that_cannot_be_decided_does_not_hold_up_the_others(cast, due, clock):
    others = [build.registered(cast) for _ in range(2)]
    clock.move_to(due.due_at)
    assert sign_for_silence() == 3
    assert {build.fresh(one).status for one in (due, *others)} == {"accepted"}
