"""Who reads and keeps the books. What a side has not approved yet is its own: for the other side it does not exist."""

from typing import Any

from django.db.models import Q

from core.policies import NOBODY, rule
from people.enums import Function, Side
from projects.enums import EntryState, LineState, SignedState
from projects.policies.projects import (
    APPROVED,
    AT_WORK,
    LEAD,
    PUBLIC,
    evaluated_by,
    inside,
    keys_of_leaders,
    led_by,
    of_own_side,
    of_project,
    run_by,
)

BOOKED = Q(state=EntryState.APPROVED)


def books_of(user: Any) -> dict[str, Q]:
    """The projects in which the person keeps the books of side A, and of side B: leaders, co-directors, their body."""
    bodies = user.standing.organisation_ids(Function.FOCAL_POINT, Function.PROJECT_LEADER)
    return {
        side: condition | (Q(**{f"{LEAD[Side(side)]}__in": bodies}) if bodies else NOBODY)
        for side, condition in keys_of_leaders(user).items()
    }


def of_own_books(user: Any) -> Q:
    """Entries in the books that the person keeps."""
    found = NOBODY
    for side, condition in books_of(user).items():
        found |= Q(side=side) & of_project(condition)
    return found


@rule("projects.view_line", public=Q(state__in=(LineState.APPROVED, LineState.REPLACED)) & of_project(PUBLIC))
def view_line(user: Any) -> Q:
    """Both sides, officers, evaluators; everybody, once approved in a public project."""
    return of_project(inside(user))


@rule("projects.write_line")
def write_line(user: Any) -> Q:
    """On a project: officers and leaders propose the lines of the budget."""
    return run_by(user) | led_by(user)


@rule("projects.edit_line")
def edit_line(user: Any) -> Q:
    """On a line: officers and leaders, until it is approved."""
    return of_project(write_line(user)) & Q(state=LineState.DRAFT)


@rule("projects.approve_line")
def approve_line(user: Any) -> Q:
    """On a line: officers, by an adopted decision."""
    return of_project(run_by(user)) & Q(state=LineState.DRAFT)


@rule("projects.view_entry", public=BOOKED & of_project(PUBLIC))
def view_entry(user: Any) -> Q:
    """Approved ones: both sides, officers, evaluators. Others: the people of the side in whose books they stand."""
    return BOOKED & of_project(inside(user)) | of_own_side(user)


@rule("projects.keep_books")
def keep_books(user: Any) -> Q:
    """On a project at work: leaders, co-directors and focal points of the leading body, in the books of their side."""
    found = NOBODY
    for condition in books_of(user).values():
        found |= condition
    return found & AT_WORK


@rule("projects.edit_entry")
def edit_entry(user: Any) -> Q:
    """On an entry: who keeps these books, until it is approved."""
    return of_own_books(user) & Q(state=EntryState.DRAFT)


@rule("projects.approve_entry")
def approve_entry(user: Any) -> Q:
    """On an entry: leader or co-director of its side, but never whoever entered it."""
    found = NOBODY
    for side, condition in keys_of_leaders(user).items():
        found |= Q(side=side) & of_project(condition)
    return found & ~Q(by=user)


@rule("projects.view_entry_paper")
def view_entry_paper(user: Any) -> Q:
    """On an entry: who sees it, but not the public. Invoices and payment orders name people and accounts."""
    return view_entry(user)


@rule("projects.prove_entry")
def prove_entry(user: Any) -> Q:
    """On an entry: who keeps these books puts the papers beside it, before and after it is approved."""
    return of_own_books(user)


@rule("projects.view_reconciliation")
def view_reconciliation(user: Any) -> Q:
    """Both sides, officers, evaluators."""
    return of_project(inside(user))


@rule("projects.reconcile")
def reconcile(user: Any) -> Q:
    """On a project: officers and leaders begin it."""
    return (run_by(user) | led_by(user)) & APPROVED


@rule("projects.edit_reconciliation")
def edit_reconciliation(user: Any) -> Q:
    """On a reconciliation: officers and leaders, until it is proposed."""
    return of_project(reconcile(user)) & Q(state=SignedState.DRAFT)


@rule("projects.propose_reconciliation")
def propose_reconciliation(user: Any) -> Q:
    """On a reconciliation: officers and leaders."""
    return of_project(reconcile(user))


@rule("projects.sign_reconciliation")
def sign_reconciliation(user: Any) -> Q:
    """On a reconciliation: who leads for either side, or stands in."""
    return of_project(led_by(user))


@rule("projects.export_money")
def export_money(user: Any) -> Q:
    """On a project: both sides, officers, evaluators."""
    return inside(user) | evaluated_by(user)
