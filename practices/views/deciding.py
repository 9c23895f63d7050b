"""Screens of the decision, of the yearly question, and of the end of an entry."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from core.stepping import answer
from people.history import entries_of
from people.requests import SignedInRequest
from people.standing import preload
from practices.actions import deciding, rechecking
from practices.forms.deciding import DecisionForm, TickForm
from practices.forms.reasons import ReasonsForm
from practices.presentation.keys import decision_of
from practices.presentation.page import granted_on
from practices.presentation.progress import days_of
from practices.presentation.rubric import named_in, reviews_of, rounds_of
from practices.views.finding import find, screen
from practices.views.reading_whole import whole_text
from practices.workflow import lifecycle


@login_required
def decide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Turn one's own side's key, with the reviews and the officer's opinion before one's eyes."""
    practice = find(request, reference)
    lifecycle.expect(practice, "publish", by=request.user)
    rounds = rounds_of(reviews_of(practice, request.user))[:1]
    preload(named_in(rounds))
    progress = reverse("practices:progress", args=[practice.reference])
    return answer(
        request,
        DecisionForm(request.POST or None, reader=practice.author),
        partial(deciding.decide, practice, by=request.user),
        said=_("Your side’s key is turned."),
        to=progress,
        template="practices/decide.html",
        context=screen(
            practice,
            keys=decision_of(practice, request.user),
            rounds=rounds,
            opinion=days_of(entries_of(practice)).get("close_reviews"),
            submit=_("Turn the key"),
            back_url=progress,
            **whole_text(request, practice),
        ),
    )


@login_required
def confirm(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that the facts still hold, or go on to a change."""
    practice = find(request, reference)
    lifecycle.expect(practice, "confirm", by=request.user)
    form = TickForm(
        request.POST or None,
        sentence=_("The facts still hold, and the body I speak for stands by them for another year."),
        missing=_("Confirm that the facts still hold. If something has changed, propose the change first."),
    )
    return answer(
        request,
        form,
        partial(rechecking.confirm, practice, by=request.user),
        said=_("The entry is confirmed for another year."),
        to=practice.get_absolute_url(),
        template="practices/confirm.html",
        context=screen(practice, granted=granted_on(practice, request.user), **whole_text(request, practice)),
    )


@login_required
def retire(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that the centre no longer stands by the entry."""
    practice = find(request, reference)
    lifecycle.expect(practice, "retire", by=request.user)
    return answer(
        request,
        ReasonsForm(request.POST or None, reader=practice.author, hint=_("Every reader of the entry sees them.")),
        partial(rechecking.retire, practice, by=request.user),
        said=_("The entry is retired. It stays readable, with the reasons."),
        to=practice.get_absolute_url(),
        template="practices/plain_step.html",
        context=screen(
            practice,
            heading=_("Retire the entry"),
            lede=_(
                "The centre no longer stands by it, and nobody can adopt it any more. "
                "Its text, its versions and its adoptions stay readable."
            ),
            submit=_("Retire it"),
        ),
    )
