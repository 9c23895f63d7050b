"""Who hands over and accepts; who judges risks; who writes, verifies and signs a quarter's report."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from people.enums import Function, Side
from projects.enums import Owner, ReportStatus, Stage
from projects.models import Deliverable, QuarterReport
from projects.policies.projects import (
    LEAD,
    SENT,
    arrange,
    inside,
    keys_of_leaders,
    led_by,
    of_project,
    on_a_side,
    run_by,
    sides_of,
)


def of_deliverable(condition: Q) -> Q:
    """A condition on projects, asked of versions of deliverables."""
    return Q(deliverable__in=Deliverable.objects.filter(of_project(condition)).values("pk"))


def keys_of_version(user: Any) -> dict[str, Q]:
    """The leaders' keys, asked of a version of a deliverable."""
    return {side: of_deliverable(condition) for side, condition in keys_of_leaders(user).items()}


@rule("projects.submit_version")
def submit_version(user: Any) -> Q:
    """On a deliverable: the people of the side that hands it over, and officers for a contractor without account."""
    found = of_project(run_by(user))
    for side, condition in sides_of(user).items():
        found |= Q(side=side) & of_project(condition)
    return found & Q(accepted_on=None)


@rule("projects.view_version")
def view_version(user: Any) -> Q:
    """On a version: both sides, officers, evaluators."""
    return of_deliverable(inside(user))


@rule("projects.comment_on_version")
def comment_on_version(user: Any) -> Q:
    """On a version: both sides and officers."""
    return of_deliverable(on_a_side(user) | run_by(user))


@rule("projects.accept_version")
def accept_version(user: Any) -> Q:
    """On a version: who leads for either side, or stands in."""
    return of_deliverable(led_by(user))


@rule("projects.judge_risks")
def judge_risks(user: Any) -> Q:
    """On a project: both sides and officers raise risks and issues, as long as it is not over."""
    return on_a_side(user) & SENT & ~Q(stage__in=Stage.over()) | arrange(user)


@rule("projects.view_risk")
def view_risk(user: Any) -> Q:
    """On a risk or an issue: both sides, officers, evaluators."""
    return of_project(inside(user))


@rule("projects.edit_risk")
def edit_risk(user: Any) -> Q:
    """On a risk or an issue: officers and leaders."""
    return of_project(arrange(user))


@rule("projects.own_risk")
def own_risk(user: Any) -> Q:
    """On a risk: its owners review it too."""
    mine = Q(person_a=user) | Q(person_b=user) if user.standing.appointments else NOBODY
    return mine & of_project(judge_risks(user)) | of_project(arrange(user))


@rule("projects.solve_issue")
def solve_issue(user: Any) -> Q:
    """On an issue: officers, leaders, and the people of the side that solves it."""
    found = of_project(arrange(user))
    for side, condition in sides_of(user).items():
        found |= Q(owner__in=(side, Owner.BOTH)) & of_project(condition & judge_risks(user))
    return found


# --- Quarterly reports -----------------------------------------------------------------------------------------------


@rule("projects.view_report")
def view_report(user: Any) -> Q:
    """Both sides, officers, co-directors, evaluators."""
    return of_project(inside(user))


def of_report(condition: Q) -> Q:
    """A condition on projects, asked of parts of reports."""
    return Q(report__in=QuarterReport.objects.filter(of_project(condition)).values("pk"))


@rule("projects.view_part")
def view_part(user: Any) -> Q:
    """On a part: its own side while it is being written; once submitted, whoever sees the report."""
    found = NOBODY
    for side, condition in sides_of(user).items():
        found |= Q(side=side) & of_report(condition)
    sent = Q(report__in=QuarterReport.objects.exclude(status=ReportStatus.WRITING).values("pk"))
    return found | sent & of_report(inside(user))


@rule("projects.write_part")
def write_part(user: Any) -> Q:
    """On a part: the leader of its side, the co-director who stands in, the focal points of the leading body."""
    bodies = user.standing.organisation_ids(Function.FOCAL_POINT, Function.PROJECT_LEADER)
    found = NOBODY
    for side, condition in keys_of_leaders(user).items():
        mine = condition | (Q(**{f"{LEAD[Side(side)]}__in": bodies}) if bodies else NOBODY)
        found |= Q(side=side) & of_report(mine)
    return found


@rule("projects.submit_report")
def submit_report(user: Any) -> Q:
    """On a report: who leads for either side; officers, when both parts are finished."""
    return of_project(led_by(user) | run_by(user))


@rule("projects.verify_report")
def verify_report(user: Any) -> Q:
    """On a report: officers verify it; with that its figures are frozen."""
    return of_project(run_by(user))


@rule("projects.sign_report")
def sign_report(user: Any) -> Q:
    """On a report: who leads for either side, or stands in."""
    return of_project(led_by(user))
