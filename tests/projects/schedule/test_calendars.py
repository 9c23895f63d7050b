"""Schedules follow their calendars, and what is stored is what follows from the whole, whatever was done."""

from datetime import date, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calendars.actions import set_exception
from calendars.models import Calendar
from core.models import Silence
from core.refusal import RefusedError
from projects.actions.scheduling import MOST_TASKS, add_task, edit_task, record_progress, remove_task
from projects.enums import Stage
from projects.models import Project, Task
from projects.planned import bars_of, calendars_for, lines_of, packages_among
from projects.planning.reckoning import reckon
from projects.tasks.work import work_out_again, work_out_all
from tests.projects.builders import make_project
from tests.projects.deliverables.handing import submitted
from tests.projects.schedule.test_scheduling import MONDAY, days, line

TODAY = "2026-08-04T06:00:00Z"


def close(code, day, by):
    set_exception(
        Calendar.objects.get(code=code),
        date=day,
        is_working=False,
        reason={"en": "Closed"},
        source="Decree 1",
        by=by,
    )


def test_a_new_day_off_moves_what_stands_on_it(cast, project, officer, advisor_kr, admin_user):
    over = make_project(cast)
    for row in (project, over):
        line(row, officer, "1", days=3)
        line(row, officer, "2", owner="b", days=3)
    Project.objects.filter(pk=over.pk).update(stage=Stage.CANCELLED)
    with time_machine.travel("2026-02-02T06:00:00Z", tick=False):
        version = submitted(project, officer, advisor_kr)
        before = Silence.objects.about(version).get().due_at
    close("BY", date(2026, 2, 3), admin_user)
    assert work_out_again("BY") == 1
    assert days(project) == {"1": (MONDAY, date(2026, 2, 5)), "2": (MONDAY, date(2026, 2, 4))}
    assert days(over)["1"] == (MONDAY, date(2026, 2, 4))
    assert Silence.objects.about(version).get().due_at == before + timedelta(days=1)
    assert (work_out_again("GE"), work_out_again("BY")) == (0, 0)
    close("KR", date(2026, 2, 3), admin_user)
    assert work_out_all() == 1  # what a lost message has left behind
    assert days(project)["2"] == (MONDAY, date(2026, 2, 5))


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["add", "edit", "link", "progress", "under", "remove"]),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 60),
    ),
    max_size=12,
)


def act(kind, one, other, number, *, project, by, count):
    tasks = lines_of(project)
    owner = ("a", "b", "both")[number % 3]
    if kind == "add" or not tasks:
        add_task(
            project,
            by=by,
            number=f"L{count}",
            name={"en": "Line"},
            owner=owner,
            wished_on=MONDAY + timedelta(days=number),
            days=number % 7 + 1,
        )
        return
    task, beside = tasks[one % len(tasks)], tasks[other % len(tasks)]
    if kind == "edit":
        edit_task(task, by=by, days=number % 9 + 1, owner=owner, wished_on=MONDAY + timedelta(days=number))
    elif kind == "link":
        edit_task(task, by=by, after={beside: number % 4})
    elif kind == "under":
        edit_task(task, by=by, parent=beside)
    elif kind == "progress":
        begun = MONDAY + timedelta(days=number)
        record_progress(task, by=by, progress=number, begun_on=begun, done_on=begun if number % 2 else None)
    else:
        remove_task(task, by=by)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_what_is_stored_is_what_follows(acts, cast, officer):
    with time_machine.travel(TODAY, tick=False):
        project = make_project(cast)
        for count, (kind, one, other, number) in enumerate(acts):
            try:
                act(kind, one, other, number, project=project, by=officer, count=count)
            except RefusedError:
                continue
        tasks = lines_of(project)
        spans = reckon(bars_of(tasks), calendars_for(project))
        packages = packages_among(tasks)
    assert len(tasks) == Task.objects.filter(project=project).count()
    for task in tasks:
        if task.pk in packages:
            under = [one for one in tasks if one.parent_id == task.pk]
            first, last = min(one.starts_on for one in under), max(one.ends_on for one in under)
        else:
            first, last = spans[task.pk]
        assert (task.starts_on, task.ends_on) == (first, last)


def test_a_schedule_has_an_end(project, officer):
    Task.objects.bulk_create(
        Task(
            project=project,
            number=str(one),
            name={"en": "Line"},
            owner="a",
            wished_on=MONDAY,
            starts_on=MONDAY,
            ends_on=MONDAY,
        )
        for one in range(MOST_TASKS)
    )
    with pytest.raises(RefusedError, match="2000 lines at most"):
        line(project, officer, "more")
