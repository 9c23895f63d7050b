"""Where an entry stands and why: for its author, its owner, the staff, and those who review it."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from people.history import entries_of, lines_of
from people.requests import SignedInRequest
from people.standing import preload
from practices.enums import Status
from practices.models import Practice, Review
from practices.presentation import progress as way
from practices.presentation.keys import decision_of
from practices.presentation.page import granted_on
from practices.presentation.record import state_of
from practices.presentation.rubric import STATE_SHAPES, named_in, reviews_of, rounds_of
from practices.views.finding import find

# Why it is where it is: these states have reasons.
EXPLAINED = (Status.DRAFT, Status.DECLINED, Status.WITHDRAWN, Status.RETIRED)


@login_required
def progress(request: SignedInRequest, reference: str) -> HttpResponse:
    """Steps, who has the move, the reasons, the reviews as far as the reader may see them, both keys, the history."""
    practice = find(request, reference)
    user = request.user
    granted = granted_on(practice, user)
    if "practices.view_history" not in granted:
        raise PermissionDenied("practices.view_history")
    reviews = reviews_of(practice, user)
    is_staff = bool({"practices.run", "practices.decide"} & granted)
    reviewing = way.reviewing_of(practice, reviews, sees_all=is_staff)
    buttons = way.buttons_of(practice, granted, reviewing)
    keys = decision_of(practice, user, sees_reasons=is_staff)
    entries = entries_of(practice)
    missing = [key for key in keys.keys if not key.signature] if keys else []
    move = way.move_of(practice, reviewing, missing)
    rounds, owed = rounds_of(reviews), _owed(practice, reviews)
    preload([*named_in(rounds), *(one.reviewer for one, _shape in owed), *(move.people if move else ())])
    context = {
        "practice": practice,
        "state": state_of(practice),
        "stages": way.stages_of(practice, way.days_of(entries)),
        "move": move,
        "buttons": buttons,
        "ask": way.ask_of(buttons, reviewing, keys),
        "reasons": practice.reasons if practice.status in EXPLAINED else {},
        "owed": owed,
        "rounds": rounds,
        "keys": keys,
        "history": lines_of(way.told(entries, sees_keys=is_staff), way.PHRASES, centre=practice.centre),
    }
    return render(request, "practices/progress.html", context)


def _owed(practice: Practice, reviews: list[Review]) -> list[tuple[Review, str]]:
    """Who was asked in the present round, as far as the reader may know: the staff all, a reviewer himself."""
    if practice.status != Status.REVIEW:
        return []
    return [(one, STATE_SHAPES[one.state]) for one in reviews if one.round == practice.round]
