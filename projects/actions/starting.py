"""The work begins and ends: both leaders turn their keys."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core.turning import turn_key
from people.days import today_at
from people.models import User
from projects import signals
from projects.models import Project
from projects.workflow import lifecycle


@transaction.atomic
def start(project: Project, *, by: User) -> Project:
    """Turn one's own side's key to begin the work; with the second key the project runs from today.

    Refused before each side has named its leader, and before the country in which it is carried out has registered it.
    """
    return turn(project, "start", signals.project_started, by=by, started_on=today_at(project.centre))


@transaction.atomic
def finish(project: Project, *, by: User) -> Project:
    """Turn one's own side's key to end the work; with the second key it ended today, and the project is to be closed.

    Refused while something that was owed has not been accepted by both sides.
    """
    return turn(project, "finish", signals.project_finished, by=by, ended_on=today_at(project.centre))


def turn(project: Project, step: str, happened: Any, *, by: User, reason: str = "", **changes: Any) -> Project:
    """Turn a key and say what it did: the step has happened, or the other side's key is waited for."""
    now = timezone.now()
    turned = turn_key(lifecycle, project, step, by=by, reason=reason, moved_at=now, updated_at=now, **changes)
    if turned.happened:
        said = {"reason": reason} if reason else {}
        happened.send(Project, project=turned.row, by=by, **said)
    else:
        for side in turned.sides:
            signals.project_key_turned.send(Project, project=turned.row, step=step, side=side, by=by)
    row: Project = turned.row
    return row
