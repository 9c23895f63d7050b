"""Working time of whoever must act: due times on known days, what a changed calendar does to them, what never runs."""

import pytest
import time_machine
from django.db import IntegrityError, transaction

from calendars.actions import remove_exception, set_exception
from calendars.models import Calendar
from consultations.actions import clocks
from consultations.enums import ClockKind
from consultations.models import Clock, ClockPause
from consultations.tasks import recount_all, recount_due_times
from tests.consultations import builders as build
from tests.consultations.moments import minsk, seoul

SATURDAY = seoul(23, month=5).date()


@pytest.fixture
def paused(cast):
    """Asked on 14 May, answered on the 20th; five days of the ten are left, and it is the morning of the 21st in Seoul."""
    with time_machine.travel(seoul(12, 15, month=5), tick=False) as clock:
        row = build.in_progress(cast)
        clock.move_to(seoul(14, 12, month=5))
        row = build.corresponding.ask_back(row, by=cast.people["advisor_kr"], text="?", language="ko")
        clock.move_to(seoul(20, 11, month=5))
        row = build.corresponding.reply(row, by=cast.people["official_by"], text="!", language="ru")
        clock.move_to(seoul(21, 9, month=5))
        yield build.fresh(row)


def korea():
    return Calendar.objects.get(pk="KR")


@pytest.mark.parametrize(
    ("started", "days", "due"),
    [
        (seoul(20, 9, month=4), 1, seoul(20, month=4)),  # from the opening, the day itself is the first
        (seoul(20, 9, 1, month=4), 1, seoul(21, month=4)),
        (seoul(20, 18, month=4), 1, seoul(21, month=4)),
        (seoul(18, 12, month=4), 2, seoul(21, month=4)),  # a Saturday
        (seoul(22, 15, month=5), 1, seoul(26, month=5)),  # Friday before the substitute holiday
        (seoul(30, 15, month=12), 2, seoul(4, month=1, year=2027)),  # across New Year
    ],
)
def test_days_of_seoul(cast, submitted, started, days, due):
    with time_machine.travel(started, tick=False):
        clock = clocks.start(submitted, ClockKind.ANSWER, cast.countries["KR"], days=days)
    assert clock.due_at == due


def test_a_request_shows_the_nearest_of_its_clocks(cast, in_progress):
    first, answer = (in_progress.clocks.get(kind=kind) for kind in ("first_response", "answer"))
    assert first.due_at < answer.due_at == max(first.due_at, answer.due_at)
    assert build.fresh(in_progress).due_at == first.due_at
    clocks.end(in_progress, ClockKind.FIRST_RESPONSE)
    assert build.fresh(in_progress).due_at == answer.due_at
    clocks.end_all(in_progress)
    assert build.fresh(in_progress).due_at is None


def test_ending_and_pausing_what_does_not_run_is_nothing(draft):
    clocks.end(draft, ClockKind.ANSWER)
    clocks.pause(draft, ClockKind.ANSWER)
    clocks.resume(draft, ClockKind.ANSWER)
    assert (Clock.objects.count(), ClockPause.objects.count()) == (0, 0)


def test_a_working_saturday_brings_it_forward_and_its_end_brings_it_back(paused, heard, told):
    """Nothing of the pause is counted, before or after."""
    assert paused.due_at == seoul(2, month=6)
    exception = set_exception(korea(), SATURDAY, is_working=True, reason={"en": "Moved"})
    assert (recount_due_times("KR"), build.fresh(paused).due_at) == (1, seoul(1, month=6))
    [(name, said)] = heard()
    assert (name, said["before"], said["clock"].due_at) == ("due_moved", seoul(2, month=6), seoul(1, month=6))
    assert told(paused)[-1] == ("due_moved", "", "", "", "")
    remove_exception(exception)
    assert (recount_due_times("KR"), build.fresh(paused).due_at) == (1, seoul(2, month=6))


def test_a_holiday_within_the_pause_changes_nothing(paused, heard):
    """15 May lies where the requester had the ball."""
    heard()
    set_exception(korea(), seoul(15, month=5).date(), is_working=False, reason={"en": "Storm"})
    assert (recount_due_times("KR"), build.fresh(paused).due_at, heard()) == (0, seoul(2, month=6), [])


def test_a_holiday_already_past_gives_back_its_day(paused):
    """13 May was worked by the calendar of that day; the new one says it was off."""
    set_exception(korea(), seoul(13, month=5).date(), is_working=False, reason={"en": "Storm"})
    assert (recount_due_times("KR"), build.fresh(paused).due_at) == (1, seoul(4, month=6))


def test_the_calendar_of_the_other_side_moves_nothing(paused):
    set_exception(Calendar.objects.get(pk="BY"), SATURDAY, is_working=True, reason={"en": "Moved"})
    assert recount_due_times("BY") == 0


def test_what_stands_still_or_has_ended_is_not_counted(cast, heard):
    with time_machine.travel(seoul(12, 15, month=5), tick=False) as clock:
        waiting, closed = build.waiting(cast), build.closed(cast)
        clock.move_to(seoul(14, 12, month=5))
        heard()
        set_exception(korea(), seoul(20, month=5).date(), is_working=False, reason={"en": "Storm"})
        assert (recount_due_times("KR"), heard()) == (0, [])
        assert waiting.clocks.get(kind="answer").due_at is None
        row = build.corresponding.reply(waiting, by=cast.people["official_by"], text="!", language="ru")
    assert row.due_at > seoul(27, month=5)  # the exception is counted when it runs on
    assert closed.clocks.filter(ended_at=None).count() == 0


def test_every_night_what_was_missed_is_made_up_for(paused):
    set_exception(korea(), SATURDAY, is_working=True, reason={"en": "Moved"})
    assert (recount_all(), recount_all(), build.fresh(paused).due_at) == (1, 0, seoul(1, month=6))


def test_a_silence_is_counted_anew_too(cast, told):
    with time_machine.travel(minsk(16, 12, month=4), tick=False):
        row = build.registered(cast)
        set_exception(korea(), seoul(23, month=4).date(), is_working=False, reason={"en": "Storm"})
        assert (recount_due_times("KR"), build.fresh(row).due_at) == (1, minsk(28, 12, month=4))
    assert told(row)[-1] == ("due_moved", "", "", "", "")


def test_counting_costs_the_same_for_every_request(cast, django_assert_max_num_queries):
    for _ in range(3):
        build.in_progress(cast)
    with django_assert_max_num_queries(40):
        recount_due_times("KR")


def test_the_database_holds_one_running_clock_a_kind(in_progress):
    clock = in_progress.clocks.get(kind="answer")
    clock.pk = None
    with pytest.raises(IntegrityError, match="one_running_clock_a_kind"), transaction.atomic():
        clock.save()
    with pytest.raises(IntegrityError, match="ended_clock_was_met_or_not"), transaction.atomic():
        Clock.objects.update(ended_at=minsk(1))
