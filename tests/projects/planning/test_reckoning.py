"""Days of a schedule: examples that are worked out by hand, and properties of any schedule at all.

Days off used here: Belarus 20 April 2026 (worked on Saturday the 25th instead) and Radunitsa on the 21st, Korea 16 to 18
February 2026 (Seollal).
"""

import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendars.working_time import NoWorkingTimeError
from projects.planning.reckoning import (
    CycleError,
    Network,
    UnknownPredecessorError,
    duration,
    ends_on,
    first_day,
    forecast,
    is_late,
    reckon,
    slip,
)
from projects.planning.ruler import HorizonError
from projects.planning.tasks import planned
from tests.calendars.offices import office
from tests.projects.planning.schedules import CALENDARS, FIRST, bar, schedules

modestly = settings(deadline=None, max_examples=150)
owners = st.sampled_from(["a", "b", "both"])
days_of_years = st.dates(date(2025, 11, 1), date(2028, 2, 1))
MON, TUE, WED, THU, FRI = (FIRST + timedelta(days=n) for n in range(5))
NEXT_MON = FIRST + timedelta(days=7)


# --- One task --------------------------------------------------------------------------------------------------------
@modestly
@given(owners, days_of_years, st.integers(0, 400))
def test_a_task_ends_as_a_walk_through_the_days_does(owner, start, days):
    calendar = CALENDARS.of(owner)
    walked, left = start, max(days, 1)
    while left := left - calendar.is_working_day(walked):
        walked += timedelta(days=1)
    assert ends_on(start, days, calendar) == walked
    assert duration(start, walked, calendar) == max(days, 1)


@modestly
@given(owners, days_of_years, days_of_years)
def test_a_duration_is_the_number_of_days_worked(owner, start, end):
    calendar = CALENDARS.of(owner)
    span = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    assert duration(start, end, calendar) == sum(calendar.is_working_day(day) for day in span)


def test_each_side_has_its_own_days():
    friday = date(2026, 2, 13)
    assert ends_on(friday, 3, CALENDARS.a) == date(2026, 2, 17)
    assert ends_on(friday, 3, CALENDARS.b) == date(2026, 2, 20)  # after the three days of Seollal
    assert ends_on(date(2026, 4, 24), 2, CALENDARS.a) == date(2026, 4, 25)  # the Saturday that is worked
    assert first_day(date(2026, 4, 25), CALENDARS.both) == date(2026, 4, 27)
    assert first_day(friday, CALENDARS.both) == friday


def test_a_task_lasts_no_fewer_than_no_days():
    with pytest.raises(ValueError, match="no fewer"):
        ends_on(MON, -1, CALENDARS.a)


def test_an_office_that_is_never_open_ends_nothing():
    with pytest.raises(NoWorkingTimeError):
        ends_on(MON, 1, office("BY", "Europe/Minsk", days=()))


# --- A schedule ------------------------------------------------------------------------------------------------------
def test_what_waits_begins_on_its_next_working_day():
    bars = [bar(1, MON, 3), bar(2, MON, 2, after=[1]), bar(3, MON, 1, "b", after=[(2, 1)]), bar(4, THU, 1, after=[1])]
    assert reckon(bars, CALENDARS) == {
        1: (MON, WED),
        2: (THU, FRI),
        3: (date(2026, 2, 10), date(2026, 2, 10)),
        4: (THU, THU),
    }


def test_a_wish_holds_and_a_lead_overlaps():
    assert reckon([bar(1, MON, 3), bar(2, NEXT_MON, after=[1]), bar(3, MON, 4, after=[(1, -2)])], CALENDARS) == {
        1: (MON, WED),
        2: (NEXT_MON, NEXT_MON),
        3: (TUE, FRI),
    }


def test_a_milestone_is_reached_when_its_predecessor_ends():
    bars = [bar(1, MON, 5), bar(2, MON, 0, after=[1], kind="milestone"), bar(3, MON, 1, after=[2])]
    assert reckon(bars, CALENDARS) == {1: (MON, FRI), 2: (FRI, FRI), 3: (NEXT_MON, NEXT_MON)}


def test_a_joint_meeting_stands_on_a_day_that_both_work():
    """Of the days asked for, Korea works on 20 and 21 April and Belarus does not, Belarus on the 25th and Korea does not."""
    bars = [
        bar(1, date(2026, 4, 18), owner="both", kind="meeting"),
        bar(2, date(2026, 4, 24), 2),
        bar(3, date(2026, 4, 24), after=[(2, 0)], owner="both", kind="meeting"),
    ]
    assert {key: span.starts_on for key, span in reckon(bars, CALENDARS).items()} == {
        1: date(2026, 4, 22),
        2: date(2026, 4, 24),
        3: date(2026, 4, 27),
    }


def test_what_is_done_does_not_move_and_what_has_begun_keeps_its_first_day():
    sunday = MON - timedelta(days=1)
    bars = [
        bar(1, MON, 10),
        bar(2, MON, 3, after=[1], done_on=TUE),
        bar(3, MON, 2, after=[1], begun_on=sunday),
        bar(4, MON, 0, after=[1], kind="milestone", done_on=sunday),
        bar(5, MON, 1, after=[2]),
        bar(6, NEXT_MON, 3, done_on=TUE),
    ]
    found = reckon(bars, CALENDARS)
    assert {key: found[key] for key in (2, 3, 4, 5, 6)} == {
        2: (MON, TUE),
        3: (sunday, TUE),
        4: (sunday, sunday),
        5: (WED, WED),
        6: (TUE, TUE),
    }


def test_a_circle_is_refused_with_its_numbers():
    bars = [bar(1), bar(2, after=[1, 4]), bar(3, after=[2]), bar(4, after=[3]), bar(5, after=[4])]
    for given_ in (bars, bars[::-1]):
        with pytest.raises(CycleError) as refused:
            reckon(given_, CALENDARS)
        assert refused.value.numbers == ("T2", "T4", "T3")
        assert str(refused.value.message) == (
            "These tasks wait for each other in a circle: T2 → T4 → T3 → T2. Take one link away."
        )
    with pytest.raises(CycleError) as refused:
        reckon([bar(7, after=[7])], CALENDARS)
    assert refused.value.numbers == ("T7",)


def test_a_predecessor_that_is_not_there_is_refused():
    with pytest.raises(UnknownPredecessorError, match="Task T1 waits for a task that is not in the schedule"):
        reckon([bar(1, after=[9])], CALENDARS)


@pytest.mark.parametrize(
    "bars", [[bar(1, MON, 40_000)], [bar(1, MON), bar(2, date(2206, 2, 2))], [bar(1, date(9999, 12, 31), 9)]]
)
def test_a_figure_too_many_is_refused(bars):
    with pytest.raises(HorizonError):
        reckon(bars, CALENDARS)


def test_nothing_takes_no_time():
    network = Network([], CALENDARS)
    assert (network.reckon(), network.slack({}), network.critical({})) == ({}, {}, [])


# --- Against the baseline, and today ---------------------------------------------------------------------------------
def test_slip_counts_the_working_days_of_the_owner():
    week = {
        "baseline_starts_on": date(2026, 2, 12),
        "baseline_ends_on": date(2026, 2, 13),
        "ends_on": date(2026, 2, 20),
    }
    assert slip(bar(1, **week), CALENDARS) == 5
    assert slip(bar(1, owner="b", **week), CALENDARS) == 2
    assert slip(bar(1, done_on=date(2026, 2, 11), **week), CALENDARS) == -2
    assert slip(bar(1), CALENDARS) is None


def test_late_is_what_should_be_done():
    assert [is_late(one, TUE) for one in (bar(1, MON), bar(1, TUE), bar(1, MON, done_on=WED))] == [True, False, False]


def test_the_forecast_begins_today_and_takes_what_progress_leaves():
    bars = [
        bar(1, MON, 5),
        bar(2, MON, 10, begun_on=MON, progress=75),
        bar(3, MON, 2, begun_on=MON, progress=100),
        bar(4, MON, 2, after=[3]),
        bar(5, MON, done_on=TUE),
    ]
    friday = date(2026, 2, 13)
    assert forecast(bars, CALENDARS, friday) == {
        1: (friday, date(2026, 2, 19)),
        2: (MON, date(2026, 2, 17)),
        3: (MON, friday),
        4: (date(2026, 2, 16), date(2026, 2, 17)),
        5: (MON, TUE),
    }


def test_slack_is_what_may_be_lost_without_moving_the_end():
    bars = [bar(1, MON, 5), bar(2, MON, 2), bar(3, MON, 3, after=[1, 2]), bar(4, MON, 1, "b"), bar(5, MON, done_on=MON)]
    network = Network(bars, CALENDARS)
    dates = network.reckon()
    assert network.slack(dates) == {1: 0, 2: 3, 3: 0, 4: 7}
    assert network.critical(dates) == [1, 3]


# --- Any schedule ----------------------------------------------------------------------------------------------------
@modestly
@given(schedules(), st.data())
def test_moving_one_later_moves_none_earlier(bars, data):
    before = reckon(bars, CALENDARS)
    at = data.draw(st.sampled_from(range(len(bars))))
    later = replace(bars[at], starts_on=bars[at].starts_on + timedelta(days=data.draw(st.integers(1, 90))))
    after = reckon([*bars[:at], later, *bars[at + 1 :]], CALENDARS)
    assert all(after[key] >= before[key] and after[key].ends_on >= before[key].ends_on for key in before)


@modestly
@given(schedules(), st.data())
def test_a_longer_task_moves_none_earlier(bars, data):
    before = reckon(bars, CALENDARS)
    at = data.draw(st.sampled_from(range(len(bars))))
    longer = replace(bars[at], days=bars[at].days + data.draw(st.integers(1, 40)))
    after = reckon([*bars[:at], longer, *bars[at + 1 :]], CALENDARS)
    assert all(after[key].starts_on >= before[key].starts_on for key in before)


@modestly
@given(schedules())
def test_what_is_reckoned_stays(bars):
    dates = reckon(bars, CALENDARS)
    assert reckon([planned(one, dates) for one in bars], CALENDARS) == dates


@modestly
@given(schedules(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing(bars, chance):
    shuffled = chance.sample(bars, len(bars))
    network, other = Network(bars, CALENDARS), Network(shuffled, CALENDARS)
    dates = network.reckon()
    assert other.reckon() == dates
    assert other.slack(dates) == network.slack(dates)


@modestly
@given(schedules())
def test_every_day_of_what_is_to_come_is_worked_by_its_owner(bars):
    for key, span in reckon(bars, CALENDARS).items():
        calendar, one = CALENDARS.of(bars[key].owner), bars[key]
        assert one.done_on or calendar.is_working_day(span.ends_on)
        assert one.done_on or one.begun_on or calendar.is_working_day(span.starts_on)
        assert span.starts_on <= span.ends_on


@modestly
@given(schedules())
def test_none_begins_before_its_wish_or_before_its_predecessors_end(bars):
    dates = reckon(bars, CALENDARS)
    for one in (one for one in bars if not one.done_on and not one.begun_on):
        calendar, start = CALENDARS.of(one.owner), dates[one.key].starts_on
        assert start >= one.starts_on
        for link in one.after:
            # A milestone may stand on the day its predecessor ends; another keeps that whole day free.
            free = dates[link.key].ends_on + timedelta(days=one.kind != "milestone")
            if link.lag >= 0:
                assert duration(free, start, calendar) > link.lag


@modestly
@given(schedules(), st.data())
def test_slack_can_be_used_up_and_no_more(bars, data):
    network = Network(bars, CALENDARS)
    dates = network.reckon()
    end = max(span.ends_on for span in dates.values())
    slack = network.slack(dates)
    to_come = [one for one in bars if not one.done_on and not one.begun_on]
    assert all(days >= 0 for days in slack.values())
    assert not to_come or not slack or max(slack.values()) >= 0
    if to_come:
        one = data.draw(st.sampled_from(to_come))
        calendar = CALENDARS.of(one.owner)
        for more, moves in ((slack[one.key], False), (slack[one.key] + 1, True)):
            moved = replace(one, starts_on=ends_on(dates[one.key].starts_on, more + 1, calendar))
            found = reckon([moved if other.key == one.key else other for other in bars], CALENDARS)
            assert (max(span.ends_on for span in found.values()) > end) is moves


@modestly
@given(schedules(), days_of_years, st.integers(0, 60))
def test_a_forecast_is_never_before_the_plan_and_only_grows(bars, today, later):
    plan, now = reckon(bars, CALENDARS), forecast(bars, CALENDARS, today)
    then = forecast(bars, CALENDARS, today + timedelta(days=later))
    assert all(x[key].ends_on <= y[key].ends_on for x, y in pairwise([plan, now, then]) for key in plan)
    assert all(now[one.key].ends_on >= today for one in bars if not one.done_on)


def test_two_thousand_tasks_are_reckoned_at_once():
    """Sixty months, three thousand dependencies; measured in the time of this process, the best of three."""
    bars = [
        bar(
            key,
            date(2026, 1, 1) + timedelta(days=key * 1800 // 2000),
            1 + key * 7 % 30,
            ("a", "b", "both")[key % 3],
            [(one, key % 4) for one in {key - 20, key - 37} if one > 0 and (one == key - 20 or key % 2)],
        )
        for key in range(1, 2001)
    ]
    assert sum(len(one.after) for one in bars) > 2900
    took = []
    for _ in range(3):
        begun = time.process_time()
        network = Network(bars, CALENDARS)
        dates = network.reckon()
        network.slack(network.forecast(date(2027, 6, 1)))
        took.append(time.process_time() - begun)
    assert len(dates) == 2000
    assert min(took) < 0.5
