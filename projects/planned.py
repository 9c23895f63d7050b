"""Lines of a schedule read from the database, as the arithmetic of `planning` takes them. Acts and pages read here."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Prefetch

from core.seen import mark
from projects.enums import TaskKind
from projects.models import Dependency, Project, Task
from projects.planning.plan import Plan, work_out
from projects.planning.sides import calendars_of
from projects.planning.tasks import Bar, Calendars, Link


def calendars_for(project: Project) -> Calendars:
    """The working days of side A, of side B and of both, for this project."""
    return calendars_of(*project.side_codes())


def lines_of(project: Project) -> list[Task]:
    """All lines in the order in which they are read: each package before its lines. Two queries.

    What they wait for lies in plain lists: a query set for each of two thousand lines took longer than all the rest.
    """
    return in_order(project.tasks.prefetch_related(Prefetch("waits_for", to_attr="read_waits")))


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """Each package before its lines, and these by their position."""
    under: dict[int | None, list[Task]] = {}
    for task in tasks:
        under.setdefault(task.parent_id, []).append(task)
    for rows in under.values():
        rows.sort(key=lambda one: (one.position, one.pk), reverse=True)
    found, waiting = [], under.get(None, [])
    while waiting:
        task = waiting.pop()
        found.append(task)
        waiting += under.get(task.pk, [])
    return found


def waits_of(task: Task) -> list[Dependency]:
    """What a line waits for: as `lines_of` has read it, else asked for now."""
    read: list[Dependency] | None = getattr(task, "read_waits", None)
    return list(task.waits_for.all()) if read is None else read


def packages_among(tasks: Iterable[Task]) -> set[int]:
    """The lines that have lines under them."""
    return {task.parent_id for task in tasks if task.parent_id is not None}


def tops_of(tasks: Iterable[Task]) -> dict[int, int]:
    """For each line the one of the first level that it stands under, or itself; `tasks` in order."""
    tops: dict[int, int] = {}
    for task in tasks:
        tops[task.pk] = tops[task.parent_id] if task.parent_id else task.pk
    return tops


def bars_of(tasks: Iterable[Task], *, groups: Mapping[int, int] | None = None) -> list[Bar]:
    """The lines as plain data, as they were wished. Packages are rolled up from their lines, so they are left out.

    Read by `lines_of`. `groups` names the package of each, where it is not the one above it.
    """
    tasks = list(tasks)
    packages = packages_among(tasks)
    return [_bar(task, (groups or {}).get(task.pk, task.parent_id)) for task in tasks if task.pk not in packages]


def plan_of(project: Project, tasks: Iterable[Task], today: date, *, groups: Mapping[int, int] | None = None) -> Plan:
    """Today's plan, the forecast and the slack of all lines; no query."""
    return work_out(bars_of(tasks, groups=groups), calendars_for(project), today)


def mark_of(task: Task) -> str:
    """What a form carries of a line, so that nobody overwrites what a colleague has changed meanwhile."""
    written = [task.number, task.kind, sorted(task.name.items()), task.owner, task.parent_id, task.person_id]
    waits = sorted((one.after_id, one.lag) for one in waits_of(task))
    return mark([*written, task.wished_on, task.days, task.note, waits])


def _bar(task: Task, group: int | None) -> Bar:
    return Bar(
        key=task.pk,
        number=task.number,
        name=task.name,
        owner=task.owner,  # type: ignore[arg-type]  # choices
        kind=task.kind,  # type: ignore[arg-type]
        starts_on=task.wished_on,
        ends_on=task.ends_on,
        days=0 if task.kind == TaskKind.MILESTONE else task.days,
        baseline_starts_on=task.baseline_starts_on,
        baseline_ends_on=task.baseline_ends_on,
        begun_on=task.begun_on,
        done_on=task.done_on,
        progress=task.progress,
        after=tuple(Link(one.after_id, one.lag) for one in waits_of(task)),
        group=group,
    )
