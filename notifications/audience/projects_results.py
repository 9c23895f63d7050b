"""Who is told of values and periods."""

from collections.abc import Iterable
from typing import Any

from people.audience import co_director, holders_in_centre
from people.enums import Function, Side
from people.models import User
from projects.models import Period, Project, ReportedValue


def leading(project: Project, *sides: str) -> list[User]:
    """The leaders of these sides, of both when none is named; where nobody is, the co-director stands in."""
    named = {Side.A: project.leader_a, Side.B: project.leader_b}
    found = [named[Side(side)] or co_director(project.centre_id, side) for side in sides or Side.values]
    return [one for one in found if one]


def told_submitted(*, value: ReportedValue, **_said: Any) -> Iterable[User]:
    return holders_in_centre(value.project.centre_id, Function.OFFICER, Function.EVALUATOR)


def told_checked(*, value: ReportedValue, **_said: Any) -> Iterable[User]:
    return leading(value.project)


def told_returned(*, value: ReportedValue, **_said: Any) -> Iterable[User]:
    """Who wrote it, and the leader of that side, whatever leads it meanwhile."""
    return [value.by, *leading(value.project, value.side)]


def told_key(*, value: ReportedValue, side: str, **_said: Any) -> Iterable[User]:
    return leading(value.project, Side.B if side == Side.A else Side.A)


def told_approved(*, value: ReportedValue, **_said: Any) -> Iterable[User]:
    return [value.by]


def told_unlocked(*, period: Period, **_said: Any) -> Iterable[User]:
    return leading(period.project)


def told_missing(*, project: Project, side: str, **_said: Any) -> Iterable[User]:
    return leading(project, side)
