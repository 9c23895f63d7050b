"""The schedule as its page shows it: a hundred lines at a time, or one line a package; and one line by itself.

The whole schedule is worked out at each reading, from two queries, because slack and forecast follow from all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import QueryDict
from django.urls import reverse

from core.filters import query_without
from people.days import today_at
from people.enums import Side
from projects.models import Project, Task
from projects.planned import lines_of, packages_among, plan_of, tops_of, waits_of
from projects.planning.drawing import Drawing, draw
from projects.planning.plan import Plan, roll_up
from projects.planning.tasks import Group

T = TypeVar("T")
SIZE = 100  # lines of a page
FROM = "line"  # the number of the first line of the page, in the address


@dataclass(frozen=True)
class Stretch(Generic[T]):
    """So many lines of many, and the queries of the ones before and after."""

    rows: Sequence[T]
    first: int
    last: int
    total: int
    before: str = ""
    after: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether there is nothing to leaf through."""
        return not self.before and not self.after


@dataclass(frozen=True)
class Schedule:
    """What the page draws."""

    drawing: Drawing
    stretch: Stretch[int]
    packages: list[Task]
    package: Task | None
    by_package: bool
    lines: int


def stretch_of(rows: Sequence[T], asked: QueryDict, size: int = SIZE) -> Stretch[T]:
    """The lines from the one that `?line=` names; from the first where it names none that is there."""
    text = asked.get(FROM, "")
    at = int(text) - 1 if text.isascii() and text.isdigit() and len(text) < len("10000") else 0
    if not 0 <= at < len(rows):
        at = 0
    shown = rows[at : at + size]
    before = query_without(asked, FROM, **{FROM: str(max(at - size, 0) + 1)}) if at else ""
    after = query_without(asked, FROM, **{FROM: str(at + size + 1)}) if at + size < len(rows) else ""
    return Stretch(shown, at + 1, at + len(shown), len(rows), before, after)


def schedule_of(project: Project, asked: QueryDict, *, owner: str = "", own_side: str = "") -> Schedule:
    """As the reader has asked for it: all lines, those of one owner, those of one package, or the packages.

    A schedule of more than a page begins with its packages. Two queries.
    """
    tasks = lines_of(project)
    tops, packages = tops_of(tasks), packages_among(tasks)
    by_pk = {task.pk: task for task in tasks}
    top = [task for task in tasks if task.parent_id is None and task.pk in packages]
    package = _asked_package(asked, by_pk, packages)
    plan = plan_of(project, tasks, today_at(project.centre), groups=tops)
    lines = len(plan.bars)
    view = asked.get("view", "")
    by_package = bool(top) and not (owner or package) and (view == "packages" or (view != "lines" and lines > SIZE))
    if by_package:
        groups = [Group(task.pk, task.number, task.name) for task in tasks if task.parent_id is None]
        plan = roll_up(plan, groups)
    below = _below(tasks, package) if package else None
    keys = [bar.key for bar in plan.bars if (not owner or bar.owner == owner) and (below is None or bar.key in below)]
    stretch = stretch_of(keys, asked)
    return Schedule(
        drawing=_draw(project, plan, stretch.rows, by_package=by_package, packages=packages, own=own_side),
        stretch=stretch,
        packages=top,
        package=package,
        by_package=by_package,
        lines=lines,
    )


def _asked_package(asked: QueryDict, by_pk: dict[int, Task], packages: set[int]) -> Task | None:
    text = asked.get("package", "")
    pk = int(text) if text.isascii() and text.isdigit() else 0
    return by_pk[pk] if pk in packages else None


def _below(tasks: list[Task], package: Task) -> set[int]:
    found = {package.pk}
    for task in tasks:
        if task.parent_id in found:
            found.add(task.pk)
    return found


def _draw(
    project: Project, plan: Plan, shown: Sequence[int], *, by_package: bool, packages: set[int], own: str
) -> Drawing:
    base = reverse("projects:schedule", args=[project.reference])
    urls = {
        bar.key: f"{base}?package={bar.key}" if by_package and bar.key in packages else f"{base}lines/{bar.key}/"
        for bar in plan.bars
    }
    return draw(
        plan,
        sides={"a": project.centre.side_a, "b": project.centre.side_b},
        shown=shown,
        own="b" if own == Side.B else "a",
        urls=urls,
        with_days_off=True,
    )


@dataclass(frozen=True)
class Line:
    """One line of the schedule with all that belongs to it."""

    task: Task
    is_package: bool
    drawing: Drawing | None  # its row alone; none for a package
    children: list[Task]
    followers: list[Task]
    is_first: bool
    is_last: bool
    slack: int | None


def line_of(project: Project, pk: int, *, own_side: str = "") -> Line | None:
    """A line as the whole schedule makes it; None where it is not one of this schedule. Two queries."""
    tasks = lines_of(project)
    by_pk = {task.pk: task for task in tasks}
    task = by_pk.get(pk)
    if task is None:
        return None
    task.project = project
    packages = packages_among(tasks)
    beside = [one.pk for one in tasks if one.parent_id == task.parent_id]
    drawing, slack = None, None
    if pk not in packages:
        plan = plan_of(project, tasks, today_at(project.centre))
        slack = plan.slack.get(pk)
        drawing = _draw(project, plan, [pk], by_package=False, packages=packages, own=own_side)
    if task.parent_id:
        task.parent = by_pk[task.parent_id]
    return Line(
        task=task,
        is_package=pk in packages,
        drawing=drawing,
        children=[one for one in tasks if one.parent_id == pk],
        followers=[one for one in tasks if any(link.after_id == pk for link in waits_of(one))],
        is_first=beside[0] == pk,
        is_last=beside[-1] == pk,
        slack=slack,
    )
