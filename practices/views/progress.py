"""Where an entry stands and why: for its author, its owner, the staff, and those who review it."""

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from core import policies
from people.history import history_of
from people.requests import SignedInRequest
from practices.enums import Status
from practices.models import Practice, Review
from practices.presentation import progress as way
from practices.presentation.keys import decision_of
from practices.presentation.page import granted_on
from practices.presentation.record import state_of
from practices.presentation.rubric import STATE_SHAPES, rounds_of
from practices.views.finding import find
from practices.workflow import lifecycle

# Why it is where it is: these states have reasons.
EXPLAINED = (Status.DRAFT, Status.DECLINED, Status.WITHDRAWN, Status.RETIRED)


@login_required
def progress(request: SignedInRequest, reference: str) -> HttpResponse:
    """Steps, who has the move, the reasons, the reviews as far as the reader may see them, both keys, the history."""
    practice = find(request, reference)
    user = request.user
    policies.require(user, "practices.view_history", practice)
    granted = granted_on(practice, user)
    reviewing = way.reviewing_of(practice)
    buttons = way.buttons_of(practice, lifecycle.available(practice, user, granted=granted), granted)
    keys = decision_of(practice, user)
    missing = [key.country for key in keys.keys if not key.signature] if keys else []
    context = {
        "practice": practice,
        "state": state_of(practice),
        "stages": way.stages_of(practice, way.days_of(practice)),
        "move": way.move_of(practice, reviewing, missing),
        "buttons": buttons,
        "ask": way.ask_of(buttons, reviewing),
        "reasons": practice.reasons if practice.status in EXPLAINED else {},
        "owed": _owed(practice, granted, user),
        "rounds": rounds_of(practice, user),
        "keys": keys,
        "history": history_of(practice, way.PHRASES, centre=practice.centre),
    }
    return render(request, "practices/progress.html", context)


def _owed(practice: Practice, granted: set[str], user: object) -> list[tuple[Review, str]]:
    """Of the present round, everybody who was asked: for the staff, and for a reviewer his own."""
    if practice.status != Status.REVIEW:
        return []
    rows: QuerySet[Review] = practice.reviews.filter(round=practice.round)
    if "practices.run" not in granted:
        rows = rows.visible_to(user)  # type: ignore[attr-defined]
    rows = rows.select_related("reviewer", "country__calendar").order_by("asked_at", "pk")
    return [(one, STATE_SHAPES[one.state]) for one in rows]
