"""Lines of a schedule: every act works out the days of all, and refuses in a sentence."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.models import JournalEntry
from core.refusal import RefusedError
from projects.actions.scheduling import (
    add_task,
    edit_task,
    move_task,
    record_progress,
    remove_task,
    take_baseline,
)
from projects.enums import Stage, TaskKind
from projects.models import Dependency, Task
from projects.planned import lines_of, mark_of
from projects.planning.reckoning import CycleError
from tests.projects.builders import make_project

MONDAY = date(2026, 2, 2)
TODAY = "2026-03-04T06:00:00Z"


def line(project, by, number, **fields):
    values = {"name": {"en": f"Line {number}"}, "owner": "a", "wished_on": MONDAY, "days": 1, **fields}
    return add_task(project, by=by, number=number, **values)


def days(project):
    return {row.number: (row.starts_on, row.ends_on) for row in project.tasks.all()}


def verbs(project):
    return list(JournalEntry.objects.about(project).order_by("pk").values_list("verb", flat=True))


def test_a_line_stands_on_the_working_days_of_who_does_it(project, officer, leader_by):
    first = line(project, officer, "1", days=5)
    assert (first.starts_on, first.ends_on) == (MONDAY, date(2026, 2, 6))
    line(project, leader_by, "2", owner="b", days=10, after={first: 0})
    # Seollal is from 16 to 18 February 2026
    assert days(project)["2"] == (date(2026, 2, 9), date(2026, 2, 25))
    assert verbs(project) == ["add_task", "add_task"]


def test_what_waits_is_moved_by_what_it_waits_for(project, officer):
    first = line(project, officer, "1", days=5)
    line(project, officer, "2", days=1, after={first: 2})
    assert days(project)["2"] == (date(2026, 2, 11), date(2026, 2, 11))
    edit_task(first, by=officer, days=10)
    assert days(project)["2"] == (date(2026, 2, 18), date(2026, 2, 18))


def test_a_package_spans_its_lines(project, officer):
    package = line(project, officer, "1")
    inner = line(project, officer, "1.1", parent=package, wished_on=date(2026, 2, 9))
    line(project, officer, "1.1.1", parent=inner, wished_on=date(2026, 3, 2), days=3)
    line(project, officer, "1.2", parent=package, wished_on=date(2026, 2, 16))
    assert days(project) == {
        "1": (date(2026, 2, 16), date(2026, 3, 4)),
        "1.1": (date(2026, 3, 2), date(2026, 3, 4)),
        "1.1.1": (date(2026, 3, 2), date(2026, 3, 4)),
        "1.2": (date(2026, 2, 16), date(2026, 2, 16)),
    }
    assert [row.number for row in lines_of(project)] == ["1", "1.1", "1.1.1", "1.2"]


def test_a_circle_is_refused_with_its_numbers_and_nothing_is_kept(project, officer):
    first = line(project, officer, "1")
    second = line(project, officer, "2", after={first: 0})
    with pytest.raises(CycleError, match=r"(1 → 2 → 1|2 → 1 → 2)\."):
        edit_task(first, by=officer, days=9, after={second: 0})
    assert (Dependency.objects.count(), Task.objects.get(pk=first.pk).days) == (1, 1)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 7, 3), r"Belarus does not work on that day \(.+\)"),
        (date(2026, 2, 17), r"Republic of Korea does not work on that day \(.+\)"),
        (date(2026, 2, 7), r"does not work on that day\. Choose"),
    ],
)
def test_a_joint_meeting_on_a_day_off_is_refused_naming_the_holiday(project, officer, day, sentence):
    with pytest.raises(RefusedError, match=sentence):
        line(project, officer, "1", kind=TaskKind.MEETING, wished_on=day)


def test_a_joint_meeting_belongs_to_both_and_moves_to_a_joint_day(project, officer):
    first = line(project, officer, "1", wished_on=date(2026, 2, 13))
    meeting = line(project, officer, "2", kind=TaskKind.MEETING, after={first: 0})
    assert (meeting.owner, meeting.starts_on) == ("both", date(2026, 2, 19))
    # its wish need not be looked at again for a change of the name
    assert edit_task(meeting, by=officer, name={"en": "Opening"}).name == {"en": "Opening"}


def test_a_milestone_takes_no_time(project, officer):
    first = line(project, officer, "1", days=3)
    reached = line(project, officer, "M1", kind=TaskKind.MILESTONE, days=4, after={first: 0})
    assert (reached.days, reached.starts_on, reached.ends_on) == (0, date(2026, 2, 4), date(2026, 2, 4))
    with pytest.raises(RefusedError, match="takes a working day at least"):
        edit_task(reached, by=officer, kind=TaskKind.TASK)


def test_what_cannot_be_written_is_refused(cast, project, officer):
    package = line(project, officer, "1")
    inside = line(project, officer, "1.1", parent=package)
    alone = line(project, officer, "2")
    waiting = line(project, officer, "3", after={alone: 0})
    elsewhere = line(make_project(cast), officer, "1")
    for act, sentence in (
        (lambda: line(project, officer, "2"), "has a line 2 already"),
        (lambda: edit_task(package, by=officer, parent=inside), "cannot be a part of itself"),
        (lambda: edit_task(package, by=officer, parent=package), "cannot be a part of itself"),
        (lambda: line(project, officer, "4", parent=alone), "2 is a task of its own"),
        (lambda: line(project, officer, "4", parent=waiting), "3 is a task of its own"),
        (lambda: line(project, officer, "4", parent=elsewhere), "package of this project"),
        (lambda: line(project, officer, "4", after={elsewhere: 0}), "same schedule"),
        (lambda: line(project, officer, "4", after={package: 0}), "1 is a package"),
        (lambda: edit_task(alone, by=officer, after={alone: 0}), "same schedule"),
        (lambda: edit_task(package, by=officer, after={alone: 0}), "1 is a package"),
        (lambda: edit_task(package, by=officer, kind=TaskKind.MILESTONE), "cannot be a milestone"),
        (lambda: edit_task(alone, by=officer, days=9999, name={"en": "Long"}, seen="0123"), "A colleague has changed"),
        (lambda: remove_task(package, by=officer), "This package has lines"),
        (lambda: record_progress(package, by=officer, progress=10), "as far as its lines are"),
        (lambda: take_baseline(project, by=officer, reason="  "), "Give the reasons"),
    ):
        with pytest.raises(RefusedError, match=sentence):
            act()
    assert list(days(project)) == ["1", "1.1", "2", "3"]


def test_who_has_read_the_line_as_it_is_may_save_it(project, officer):
    row = line(project, officer, "1")
    read = mark_of(row)
    row = edit_task(row, by=officer, seen=read, days=2)
    with pytest.raises(RefusedError, match="A colleague has changed"):
        edit_task(row, by=officer, seen=read, days=3)


@time_machine.travel(TODAY, tick=False)
def test_progress_keeps_facts(project, leader_kr):
    row = line(project, leader_kr, "1", days=5)
    row = record_progress(row, by=leader_kr, progress=40, begun_on=date(2026, 2, 4), note="The server came late.")
    assert (row.progress, row.starts_on, row.ends_on) == (40, date(2026, 2, 4), date(2026, 2, 10))
    row = record_progress(row, by=leader_kr, progress=0, begun_on=date(2026, 2, 4), done_on=date(2026, 3, 2))
    assert (row.progress, row.starts_on, row.ends_on) == (100, date(2026, 2, 4), date(2026, 3, 2))
    with pytest.raises(RefusedError, match="What has begun stays"):
        remove_task(row, by=leader_kr)


@time_machine.travel(TODAY, tick=False)
@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"progress": 100}, "on which day it was done"),
        ({"progress": 20}, "on which day it was begun"),
        ({"progress": 20, "begun_on": date(2026, 3, 5)}, "a day that has come"),
        ({"progress": 20, "begun_on": date(2026, 3, 3), "done_on": date(2026, 3, 2)}, "before it was begun"),
    ],
)
def test_progress_that_cannot_be_is_refused(project, officer, facts, sentence):
    for kind in TaskKind.values:
        row = line(project, officer, kind, kind=kind)
        with pytest.raises(RefusedError, match=sentence):
            record_progress(row, by=officer, **facts)


def test_a_line_is_moved_among_its_own(project, officer):
    package = line(project, officer, "1")
    for number in ("1.1", "1.2"):
        line(project, officer, number, parent=package)
    line(project, officer, "2")

    def order():
        return [row.number for row in lines_of(project)]

    move_task(Task.objects.get(number="1.1"), by=officer, direction="up")
    assert order() == ["1", "1.1", "1.2", "2"]
    move_task(Task.objects.get(number="1.1"), by=officer, direction="down")
    assert order() == ["1", "1.2", "1.1", "2"]
    move_task(Task.objects.get(number="2"), by=officer, direction="up")
    assert order() == ["2", "1", "1.2", "1.1"]


def test_a_line_is_removed_and_what_waited_for_it_waits_no_more(project, officer):
    first = line(project, officer, "1", days=5)
    line(project, officer, "2", after={first: 0})
    remove_task(first, by=officer)
    assert days(project) == {"2": (MONDAY, MONDAY)}
    assert verbs(project) == ["add_task", "add_task", "remove_task"]


def test_a_baseline_is_what_was_agreed_and_earlier_ones_are_kept(project, leader_by, heard):
    with pytest.raises(RefusedError, match="has no lines"):
        take_baseline(project, by=leader_by, reason="Agreed in Minsk.")
    row = line(project, leader_by, "1", days=5)
    baseline = take_baseline(project, by=leader_by, reason="Agreed in Minsk.")
    assert heard() == [("baseline_taken", {"baseline": baseline, "by": leader_by})]
    assert (baseline.number, baseline.days) == (1, {"1": ["2026-02-02", "2026-02-06"]})
    edit_task(row, by=leader_by, days=6)
    row.refresh_from_db()
    assert (row.baseline_ends_on, row.ends_on) == (date(2026, 2, 6), date(2026, 2, 9))
    take_baseline(project, by=leader_by, reason="The server came late.")
    assert list(project.baselines.values_list("number", "reason")) == [
        (2, "The server came late."),
        (1, "Agreed in Minsk."),
    ]


def test_who_arranges_and_until_when(cast, project, officer, official_ge, admin_user, advisor_kr):
    row = line(project, officer, "1")
    for person in (official_ge, admin_user, advisor_kr):
        for act in (
            lambda by: line(project, by, "2"),
            lambda by: edit_task(row, by=by, days=2),
            lambda by: record_progress(row, by=by, progress=0),
            lambda by: move_task(row, by=by, direction="up"),
            lambda by: remove_task(row, by=by),
            lambda by: take_baseline(project, by=by, reason="So."),
        ):
            with pytest.raises(PermissionDenied):
                act(person)
    with pytest.raises(PermissionDenied):
        line(make_project(cast, stage=Stage.CLOSED), officer, "1")
