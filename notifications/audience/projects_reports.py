"""Who is told of quarterly reports and of risks."""

from collections.abc import Iterable
from typing import Any

from notifications.audience.projects_life import directors, leaders, officers, other
from people.models import User
from projects.models import QuarterReport, Risk


def told_leaders(*, report: QuarterReport, **_said: Any) -> Iterable[User]:
    return leaders(report.project)


def told_officers(*, report: QuarterReport, **_said: Any) -> Iterable[User]:
    return officers(report.project)


def told_key(*, report: QuarterReport, side: str, **_said: Any) -> Iterable[User]:
    """Who holds the key that is missing."""
    return leaders(report.project, other(side))


def told_signed(*, report: QuarterReport, **_said: Any) -> Iterable[User]:
    return [*leaders(report.project), *directors(report.project), *officers(report.project)]


def told_raised(*, risk: Risk, **_said: Any) -> Iterable[User]:
    """Both leaders, and who owns it on each side."""
    return [*leaders(risk.project), *(one for one in (risk.person_a, risk.person_b) if one)]


def told_moved(*, risk: Risk, **_said: Any) -> Iterable[User]:
    return [*leaders(risk.project), *directors(risk.project)]
