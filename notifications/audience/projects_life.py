"""Who is told of projects on their way, of their registration, and of what is asked after the close."""

from collections.abc import Iterable
from typing import Any

from people.audience import co_director, holders_in_centre, holders_in_organisation
from people.enums import Function, Side
from people.models import User
from projects.models import PostCheck, Project, Registration
from projects.workflow import lifecycle

# --- Groups ----------------------------------------------------------------------------------------------------------


def other(side: str) -> str:
    return Side.B if side == Side.A else Side.A


def leaders(project: Project, *sides: str) -> list[User]:
    """The leaders of these sides, of both when none is named; where nobody is, the co-director stands in."""
    named = {Side.A: project.leader_a, Side.B: project.leader_b}
    found = [named[Side(side)] or co_director(project.centre_id, side) for side in sides or Side.values]
    return [one for one in found if one]


def directors(project: Project, *sides: str) -> list[User]:
    found = [co_director(project.centre_id, side) for side in sides or Side.values]
    return [one for one in found if one]


def officers(project: Project) -> list[User]:
    return list(holders_in_centre(project.centre_id, Function.OFFICER))


def focal_points(project: Project, *sides: str) -> list[User]:
    """Those of the leading bodies of these sides, of both when none is named."""
    bodies = {Side.A: project.lead_a_id, Side.B: project.lead_b_id}
    return [
        one
        for side in sides or Side.values
        for one in holders_in_organisation(bodies[Side(side)], Function.FOCAL_POINT)
    ]


def writers(project: Project) -> list[User]:
    """The author, and the focal points of both leading bodies."""
    return [project.author, *focal_points(project)]


# --- A project on its way --------------------------------------------------------------------------------------------


def told_submitted(*, project: Project, **_said: Any) -> Iterable[User]:
    return [*directors(project), *officers(project)]


def told_writers(*, project: Project, **_said: Any) -> Iterable[User]:
    return writers(project)


def told_opinion(*, project: Project, opinion: Any, **_said: Any) -> Iterable[User]:
    return [*officers(project), *directors(project, other(opinion.side))]


def told_laid(*, project: Project, **_said: Any) -> Iterable[User]:
    return [*directors(project), project.author]


def told_approved(*, project: Project, **_said: Any) -> Iterable[User]:
    return [*writers(project), *leaders(project), *officers(project)]


def told_withdrawn(*, project: Project, **_said: Any) -> Iterable[User]:
    """Who had it before them; a paper that was never submitted was nobody's to read."""
    return [*officers(project), *directors(project)] if project.submitted_at else []


def told_named(*, project: Project, side: str, **_said: Any) -> Iterable[User]:
    return leaders(project, side)


def told_other_leader(*, project: Project, side: str, **_said: Any) -> Iterable[User]:
    """The leader of the other side, where there is one."""
    leader = project.leader_b if side == Side.A else project.leader_a
    return [leader] if leader else []


def told_other_key(*, project: Project, step: str, side: str, **_said: Any) -> Iterable[User]:
    """Who holds the key that is missing: leaders at the start and the end, co-directors for everything else."""
    if lifecycle.steps[step].permission == "projects.start":
        return leaders(project, other(side))
    return directors(project, other(side))


def told_everybody(*, project: Project, **_said: Any) -> Iterable[User]:
    return [*leaders(project), *directors(project), *officers(project)]


def told_finished(*, project: Project, **_said: Any) -> Iterable[User]:
    return [*directors(project), *officers(project)]


def told_closed(*, project: Project, **_said: Any) -> Iterable[User]:
    return [*leaders(project), *officers(project)]


# --- Registration, and after the close -------------------------------------------------------------------------------


def told_registration(*, registration: Registration, **_said: Any) -> Iterable[User]:
    return [*leaders(registration.project), *officers(registration.project)]


def told_missing(*, project: Project, **_said: Any) -> Iterable[User]:
    return [*leaders(project), *officers(project)]


def told_check(*, check: PostCheck, **_said: Any) -> Iterable[User]:
    return [*leaders(check.project, check.side), *focal_points(check.project, check.side)]


def told_answer(*, check: PostCheck, **_said: Any) -> Iterable[User]:
    return [*officers(check.project), *leaders(check.project, other(check.side))]
