"""The schedule of a project: every change of a line works out the days of all, in the same transaction.

A line is moved by what it waits for and by the working calendar of who does it, so no act saves a day that was typed:
it saves what was wished, and what the whole schedule makes of it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import active_language
from core.refusal import RefusedError
from people.days import today_at
from people.enums import Side
from people.models import User
from projects import signals
from projects.enums import Owner, TaskKind
from projects.models import Baseline, Dependency, Project, Task
from projects.planned import bars_of, calendars_for, lines_of, mark_of
from projects.planning.reckoning import Network

MOST_TASKS = 2_000
WRITTEN = ("parent", "number", "kind", "name", "owner", "person", "wished_on", "days", "note")
WHOLE = 100  # per cent
STORED = ("starts_on", "ends_on")
FACTS = ("begun_on", "done_on", "progress")


def hold_project(project: Project, *, by: User) -> Project:
    """The project, held until the end: one schedule is worked out at a time."""
    row = (
        Project.objects.select_for_update(of=("self",))
        .select_related("centre__side_a", "centre__side_b")
        .get(pk=project.pk)
    )
    policies.require(by, "projects.arrange", row)
    return row


@transaction.atomic
def add_task(project: Project, *, by: User, after: Mapping[Task, int] | None = None, **written: Any) -> Task:
    """Add a line at the end of its package. `after` says what it waits for, with the working days between.

    Refused for a number that is taken, a package that is not one, a circle, a joint meeting on a day off.
    """
    row = hold_project(project, by=by)
    if row.tasks.count() >= MOST_TASKS:
        raise RefusedError(_("A schedule has %(number)d lines at most.") % {"number": MOST_TASKS})
    values = _checked(row, None, written)
    last = row.tasks.aggregate(last=Max("position"))["last"] or 0
    task = Task.objects.create(
        project=row, position=last + 1, starts_on=values["wished_on"], ends_on=values["wished_on"], **values
    )
    _link(task, after or {})
    work_out(row)
    journal.write(row, "add_task", by=by, data={"number": task.number})
    return Task.objects.get(pk=task.pk)


@transaction.atomic
def edit_task(task: Task, *, by: User, seen: str = "", after: Mapping[Task, int] | None = None, **written: Any) -> Task:
    """Change a line, and what it waits for where `after` is given; refuses what `add_task` refuses.

    `seen` is the mark of the line as its writer had it before him: refused when a colleague has changed it since.
    """
    project = hold_project(task.project, by=by)
    row = _held(task)
    if seen and seen != mark_of(row):
        raise RefusedError(
            _("A colleague has changed this line after you opened it. Compare yours with it, then save again.")
        )
    for name, value in _checked(project, row, written).items():
        setattr(row, name, value)
    row.save()
    if after is not None:
        if after and row.children.exists():
            raise RefusedError(_("%(number)s is a package: name the line in it.") % {"number": row.number})
        row.waits_for.all().delete()
        _link(row, after)
    work_out(project)
    journal.write(project, "edit_task", by=by, data={"number": row.number})
    return Task.objects.get(pk=row.pk)


@transaction.atomic
def record_progress(
    task: Task,
    *,
    by: User,
    progress: int,
    begun_on: date | None = None,
    done_on: date | None = None,
    note: str = "",
) -> Task:
    """Say how far a line is, and why it slips. A day of the end makes it whole, and what is whole has that day.

    Refused for a package, which is as far as its lines are, and for days that lie ahead.
    """
    project = hold_project(task.project, by=by)
    row = _held(task)
    today = today_at(project.centre)
    if row.children.exists():
        raise RefusedError(_("A package is as far as its lines are. Say it of them."))
    if any(day and day > today for day in (begun_on, done_on)):
        raise RefusedError(_("What is begun or done has a day that has come."))
    if done_on is None and progress >= WHOLE:
        raise RefusedError(_("Say on which day it was done."))
    if done_on is None and progress and begun_on is None:
        raise RefusedError(_("Say on which day it was begun."))
    if begun_on and done_on and done_on < begun_on:
        raise RefusedError(_("Nothing is done before it was begun."))
    row.progress = WHOLE if done_on else progress
    row.begun_on, row.done_on, row.note = begun_on, done_on, note
    row.save(update_fields=[*FACTS, "note"])
    work_out(project)
    journal.write(project, "record_progress", by=by, data={"number": row.number, "progress": row.progress})
    return Task.objects.get(pk=row.pk)


@transaction.atomic
def remove_task(task: Task, *, by: User) -> Project:
    """Take a line out. Refused for a package that has lines, and for what has begun: that is part of the record."""
    project = hold_project(task.project, by=by)
    row = _held(task)
    if row.children.exists():
        raise RefusedError(_("This package has lines. Take them out first."))
    if row.begun_on or row.done_on:
        raise RefusedError(_("What has begun stays in the schedule."))
    number = row.number
    row.delete()
    work_out(project)
    journal.write(project, "remove_task", by=by, data={"number": number})
    return project


@transaction.atomic
def move_task(task: Task, *, by: User, direction: str) -> Task:
    """Change places with the line before (`up`) or after (`down`) under the same package. At the end nothing moves."""
    project = hold_project(task.project, by=by)
    row = Task.objects.get(pk=task.pk)
    beside = project.tasks.filter(parent=row.parent_id)
    other = (
        beside.filter(position__lt=row.position).order_by("-position").first()
        if direction == "up"
        else beside.filter(position__gt=row.position).order_by("position").first()
    )
    if other is not None:
        row.position, other.position = other.position, row.position
        Task.objects.bulk_update([row, other], ["position"])
    return row


@transaction.atomic
def take_baseline(project: Project, *, by: User, reason: str) -> Baseline:
    """Agree on the schedule as it stands: from now on it is compared with this. Earlier baselines are kept.

    Refused without reasons, and for an empty schedule.
    """
    row = hold_project(project, by=by)
    if not reason.strip():
        raise RefusedError(_("Give the reasons: both sides compare the schedule with it from now on."))
    tasks = list(row.tasks.all())
    if not tasks:
        raise RefusedError(_("The schedule has no lines yet."))
    for task in tasks:
        task.baseline_starts_on, task.baseline_ends_on = task.starts_on, task.ends_on
    Task.objects.bulk_update(tasks, ["baseline_starts_on", "baseline_ends_on"], batch_size=500)
    baseline = Baseline.objects.create(
        project=row,
        number=row.baselines.count() + 1,
        reason=reason,
        days={task.number: [task.starts_on.isoformat(), task.ends_on.isoformat()] for task in tasks},
        by=by,
    )
    journal.write(row, "take_baseline", by=by, reason=reason, data={"number": baseline.number})
    signals.baseline_taken.send(Project, baseline=baseline, by=by)
    return baseline


def _held(task: Task) -> Task:
    return Task.objects.select_for_update(of=("self",)).get(pk=task.pk)


# --- Working out -----------------------------------------------------------------------------------------------------


def work_out(project: Project) -> int:
    """Store the days that follow from wishes, dependencies and calendars; returns how many lines moved.

    Called inside a transaction. A package spans its lines. Refuses what the reckoning refuses.
    """
    tasks = lines_of(project)
    spans = {key: list(span) for key, span in Network(bars_of(tasks), calendars_for(project)).reckon().items()}
    for task in reversed(tasks):  # what stands under a package comes before it
        if task.parent_id and task.pk in spans:
            outer = spans.setdefault(task.parent_id, list(spans[task.pk]))
            outer[0], outer[1] = min(outer[0], spans[task.pk][0]), max(outer[1], spans[task.pk][1])
    moved = [task for task in tasks if task.pk in spans and spans[task.pk] != [task.starts_on, task.ends_on]]
    for task in moved:
        task.starts_on, task.ends_on = spans[task.pk]
    Task.objects.bulk_update(moved, STORED, batch_size=500)
    return len(moved)


# --- What may be written ---------------------------------------------------------------------------------------------


def _checked(project: Project, task: Task | None, written: Mapping[str, Any]) -> dict[str, Any]:
    """What may be written of a line, or a refusal in a sentence."""
    if unknown := set(written) - set(WRITTEN):
        message = f"Not parts of a line: {sorted(unknown)}"
        raise TypeError(message)
    values = dict(written)
    if number := values.get("number"):
        taken = project.tasks.filter(number=number)
        if (taken.exclude(pk=task.pk) if task else taken).exists():
            raise RefusedError(_("The schedule has a line %(number)s already.") % {"number": number})
    if parent := values.get("parent"):
        _expect_package(project, task, parent)
    kind = values.get("kind", task.kind if task else TaskKind.TASK)
    if task and kind != TaskKind.TASK and task.children.exists():
        raise RefusedError(_("A package has lines of its own: it cannot be a milestone or a meeting."))
    if kind == TaskKind.MEETING:
        values["owner"] = Owner.BOTH
        day = values.get("wished_on", task.wished_on if task else None)
        if day and (task is None or day != task.wished_on or task.kind != kind):
            _expect_joint_day(project, day)
    if kind == TaskKind.MILESTONE:
        values["days"] = 0
    elif not values.get("days", task.days if task else 1):
        raise RefusedError(_("Everything but a milestone takes a working day at least."))
    return values


def _expect_package(project: Project, task: Task | None, parent: Task) -> None:
    if parent.project_id != project.pk:
        raise RefusedError(_("Choose a package of this project."))
    is_bound = parent.waits_for.exists() or parent.followed_by.exists()
    if is_bound or parent.begun_on or parent.done_on or parent.kind != TaskKind.TASK:
        raise RefusedError(
            _("%(number)s is a task of its own: it cannot be made a package.") % {"number": parent.number}
        )
    above: Task | None = parent
    while task is not None and above is not None:
        if above.pk == task.pk:
            raise RefusedError(_("A line cannot be a part of itself."))
        above = above.parent


def _expect_joint_day(project: Project, day: date) -> None:
    """A joint meeting is wished on a day on which both sides work; whose holiday stands against it is said."""
    calendars = calendars_for(project)
    for side in Side.values:
        calendar = calendars.of(side)  # type: ignore[arg-type]
        if not calendar.is_working_day(day):
            country = project.centre.side_country(side).name
            why = str(calendar.holiday(day, active_language()))
            raise RefusedError(
                _("%(country)s does not work on that day (%(holiday)s). Choose a joint working day.")
                % {"country": country, "holiday": why}
                if why
                else _("%(country)s does not work on that day. Choose a joint working day.") % {"country": country}
            )


def _link(task: Task, after: Mapping[Task, int]) -> None:
    for other in after:
        if other.project_id != task.project_id or other.pk == task.pk:
            raise RefusedError(_("A line waits for other lines of the same schedule."))
        if other.children.exists():
            raise RefusedError(_("%(number)s is a package: name the line in it.") % {"number": other.number})
    Dependency.objects.bulk_create(Dependency(task=task, after=other, lag=lag) for other, lag in after.items())
