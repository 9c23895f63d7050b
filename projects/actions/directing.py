"""Both co-directors interrupt a project, let it go on, or end it before its time."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from people.days import today_at
from people.models import User
from projects import signals
from projects.actions.starting import turn
from projects.models import Project
from projects.reasons import expect_reason
from projects.workflow import lifecycle


@transaction.atomic
def suspend(project: Project, *, by: User, reason: str) -> Project:
    """Turn one's own side's key to interrupt the project, with reasons. Its figures are still entered."""
    lifecycle.expect(project, "suspend", by=by)
    reason = expect_reason(reason, _("Give the reasons: everybody who works on the project reads them."))
    return turn(project, "suspend", signals.project_suspended, by=by, reason=reason)


@transaction.atomic
def resume(project: Project, *, by: User) -> Project:
    """Turn one's own side's key to let an interrupted project go on."""
    return turn(project, "resume", signals.project_resumed, by=by)


@transaction.atomic
def cancel(project: Project, *, by: User, reason: str) -> Project:
    """Turn one's own side's key to end the project before its time, with reasons. One that runs is suspended first."""
    lifecycle.expect(project, "cancel", by=by)
    reason = expect_reason(reason, _("Give the reasons: everybody who works on the project reads them."))
    ended = {"ended_on": today_at(project.centre)} if project.started_on else {}
    return turn(project, "cancel", signals.project_cancelled, by=by, reason=reason, **ended)
