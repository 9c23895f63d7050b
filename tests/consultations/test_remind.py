"""Who must act is told that a due time is near, and that it is over: once each, and in his own working hours."""

import pytest
import time_machine

from consultations.tasks import remind
from tests.consultations import builders as build
from tests.consultations.moments import minsk, seoul


@pytest.fixture
def clock():
    with time_machine.travel(seoul(12, 15, month=5), tick=False) as moment:
        yield moment


@pytest.fixture
def due(cast, clock, heard):
    """An answer due in Seoul on Wednesday 27 May 2026 at 18:00, the first response given."""
    row = build.in_progress(cast)
    build.corresponding.write_message(row, by=cast.people["advisor_kr"], text="x", language="ko")
    heard()
    return build.fresh(row)


def test_two_days_before_and_once(due, clock, heard):
    assert due.due_at == seoul(27, month=5)
    for moment in (seoul(21, 17, month=5), seoul(22, 8, 59, month=5)):  # three working days; before the office opens
        clock.move_to(moment)
        assert remind() == 0
    clock.move_to(seoul(22, 9, month=5))  # Friday, Tuesday, Wednesday: the Monday between is off
    assert (remind(), remind()) == (1, 0)
    answer = due.clocks.get(kind="answer")
    assert heard() == [("due_soon", {"consultation": due, "by": None, "clock": answer})]
    assert (answer.reminded_at, answer.overdue_told_at) == (seoul(22, 9, month=5), None)


def test_overdue_is_told_when_the_office_opens_and_once(due, clock, heard):
    clock.move_to(seoul(26, 10, month=5))
    remind()
    heard()
    for moment in (seoul(27, 18, month=5), seoul(27, 23, month=5), seoul(28, 8, month=5)):
        clock.move_to(moment)
        assert remind() == 0
    clock.move_to(seoul(28, 9, month=5))
    assert (remind(), remind()) == (1, 0)
    assert [name for name, _said in heard()] == ["overdue"]


def test_a_time_that_ran_out_unreminded_is_overdue_only(due, clock, heard):
    clock.move_to(seoul(28, 10, month=5))
    assert (remind(), [name for name, _said in heard()], remind()) == (1, ["overdue"], 0)


def test_holidays_are_kept(due, clock, heard):
    clock.move_to(seoul(25, 10, month=5))
    assert (remind(), heard()) == (0, [])


def test_what_waits_stands_still_or_has_ended_is_not_spoken_of(cast, clock, heard):
    build.closed(cast)
    waiting = build.waiting(cast)
    heard()
    clock.move_to(seoul(12, 17, month=6))
    assert remind() == 1
    assert [(name, said["clock"].kind) for name, said in heard()] == [("overdue", "reply")]
    assert waiting.clocks.get(kind="answer").reminded_at is None


def test_it_is_the_office_of_whoever_must_act(cast, clock, heard):
    """The check lies with Minsk: seven in the evening in Seoul is one o'clock there."""
    clock.move_to(minsk(12, 12, month=5))
    build.submitted(cast)
    heard()
    clock.move_to(minsk(13, 1, month=5))  # seven in the morning in Seoul, night in Minsk
    assert remind() == 0
    clock.move_to(minsk(13, 13, month=5))
    assert [remind(), *(said["clock"].kind for _name, said in heard())] == [1, "check"]


def test_after_a_pause_it_is_told_anew(cast, due, clock, heard):
    clock.move_to(seoul(22, 10, month=5))
    remind()
    row = build.corresponding.ask_back(due, by=cast.people["advisor_kr"], text="?", language="ko")
    clock.move_to(seoul(1, 10, month=6))
    build.corresponding.reply(row, by=cast.people["official_by"], text="!", language="ru")
    heard()
    clock.move_to(seoul(2, 10, month=6))
    assert (remind(), [name for name, _said in heard()]) == (1, ["due_soon"])


def test_a_short_time_is_not_reminded_of_on_its_first_day(cast, clock, heard):
    """The first response is due in two days: told on the last of them, not at once."""
    build.in_progress(cast)
    heard()
    assert remind() == 0
    clock.move_to(seoul(13, 10, month=5))
    assert [remind(), *(said["clock"].kind for _name, said in heard())] == [1, "first_response"]
