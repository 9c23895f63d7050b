"""Who reports, checks and approves what was reached. What is not checked yet is its side's own."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from people.enums import Function, Side
from projects.enums import Owner, Stage, ValueState
from projects.policies.projects import (
    AT_WORK,
    LEAD,
    PUBLIC,
    evaluated_by,
    inside,
    keys_of_leaders,
    led_by,
    of_own_side,
    of_project,
    on_a_side,
    run_by,
)

COUNTS = Q(state__in=(ValueState.APPROVED, ValueState.REPLACED))
SHARED = Q(state__in=(ValueState.CHECKED, ValueState.APPROVED, ValueState.REPLACED))


def checked_by(user: Any) -> Q:
    """Those who belong to no side check what was measured: an advisor is sent by one of them, so may be an officer."""
    if any(held.side for held in user.standing.holding(Function.OFFICER)):
        return evaluated_by(user)
    return run_by(user) | evaluated_by(user)


@rule("projects.view_results", public=PUBLIC)
def view_results(user: Any) -> Q:
    """On a project: whoever sees it; the values themselves have a rule of their own."""
    return inside(user)


@rule("projects.arrange_results")
def arrange_results(user: Any) -> Q:
    """On a project: officers and leaders, as long as it is not over."""
    return (led_by(user) & AT_WORK | run_by(user)) & ~Q(stage__in=Stage.over())


@rule("projects.report_values")
def report_values(user: Any) -> Q:
    """On a project at work: the people of either side, for what their side measures."""
    return on_a_side(user) & AT_WORK


@rule("projects.report_measure")
def report_measure(user: Any) -> Q:
    """On an indicator of a project: the people of the side that reports it; of either, where both do."""
    found = NOBODY
    for side, condition in _reporting(user).items():
        found |= Q(reported_by__in=(side, Owner.BOTH)) & of_project(condition & AT_WORK)
    return found


def _reporting(user: Any) -> dict[str, Q]:
    """The projects in which the person reports for side A, and for side B: leaders, their body, co-directors."""
    bodies = user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT, Function.PROJECT_LEADER)
    return {
        side: condition | (Q(**{f"{LEAD[Side(side)]}__in": bodies}) if bodies else NOBODY)
        for side, condition in keys_of_leaders(user).items()
    }


def shared_with(user: Any) -> Q:
    """What is checked: both sides, officers, evaluators. What is reported: its side and who checks. Else its side."""
    reported = Q(state=ValueState.SUBMITTED) & of_project(checked_by(user))
    return SHARED & of_project(inside(user)) | reported | of_own_side(user)


@rule("projects.view_value", public=COUNTS & of_project(PUBLIC))
def view_value(user: Any) -> Q:
    """Step by step: its side, then who checks, then both sides; everybody, once approved in a public project."""
    return shared_with(user)


@rule("projects.view_evidence")
def view_evidence(user: Any) -> Q:
    """The files of a value: as the value itself, but never the public. They may name people."""
    return shared_with(user)


@rule("projects.edit_value")
def edit_value(user: Any) -> Q:
    """On a value: the people of the side that reports it, until it is submitted."""
    found = NOBODY
    for side, condition in _reporting(user).items():
        found |= Q(side=side) & of_project(condition)
    return found & Q(state=ValueState.DRAFT)


@rule("projects.submit_value")
def submit_value(user: Any) -> Q:
    """On a value: the people of the side that reports it."""
    found = NOBODY
    for side, condition in _reporting(user).items():
        found |= Q(side=side) & of_project(condition)
    return found


@rule("projects.check_value")
def check_value(user: Any) -> Q:
    """On a value: officers and evaluators, who belong to no side, but never who wrote it."""
    return of_project(checked_by(user)) & ~Q(by=user)


@rule("projects.approve_value")
def approve_value(user: Any) -> Q:
    """On a value: who leads for either side, or stands in."""
    return of_project(led_by(user))


@rule("projects.lock_period")
def lock_period(user: Any) -> Q:
    """On a period: officers lock it, and unlock it with reasons."""
    return of_project(run_by(user))


@rule("projects.view_period")
def view_period(user: Any) -> Q:
    """On a period: both sides, officers, evaluators."""
    return of_project(inside(user))


@rule("projects.keep_indicators")
def keep_indicators(user: Any) -> Q:
    """On a centre: its officers keep the library of indicators, which all centres share."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(pk__in=centres) if centres else NOBODY
