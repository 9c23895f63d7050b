"""Who is told of budgets, books and reconciliations."""

from collections.abc import Iterable
from typing import Any

from people.audience import co_director, holders_in_centre
from people.enums import Function, Side
from people.models import User
from projects.models import BudgetLine, Entry, Project, Reconciliation


def leading(project: Project, *sides: str) -> list[User]:
    """The leaders of these sides, of both when none is named; where nobody is, the co-director stands in."""
    found: list[User] = []
    for side in sides or tuple(Side.values):
        leader = project.leader_a if side == Side.A else project.leader_b
        found += [one for one in (leader or co_director(project.centre_id, side),) if one]
    return found


def officers(project: Project) -> list[User]:
    return list(holders_in_centre(project.centre_id, Function.OFFICER))


def told_entry(*, entry: Entry, **_said: Any) -> Iterable[User]:
    """Who approves in these books: the leader of the side; its co-director, where the leader has entered it himself."""
    able = [one for one in leading(entry.project, entry.side) if one.pk != entry.by_id]
    stands_in = co_director(entry.project.centre_id, entry.side)
    return able or [one for one in (stands_in,) if one and one.pk != entry.by_id]


def told_lines(*, project: Project, **_said: Any) -> Iterable[User]:
    return leading(project)


def told_lapse(*, line: BudgetLine, **_said: Any) -> Iterable[User]:
    """Leader and co-director of the side that gives the line, and officers."""
    director = co_director(line.project.centre_id, line.side)
    return [*leading(line.project, line.side), *([director] if director else []), *officers(line.project)]


def told_proposed(*, reconciliation: Reconciliation, **_said: Any) -> Iterable[User]:
    return leading(reconciliation.project)


def told_key(*, reconciliation: Reconciliation, side: str, **_said: Any) -> Iterable[User]:
    """The other side: its key is the one that is missing."""
    return leading(reconciliation.project, Side.B if side == Side.A else Side.A)


def told_signed(*, reconciliation: Reconciliation, **_said: Any) -> Iterable[User]:
    return [*leading(reconciliation.project), *officers(reconciliation.project)]


def told_sent_back(*, reconciliation: Reconciliation, **_said: Any) -> Iterable[User]:
    return [reconciliation.by]
