"""Screens of the reviews: ask, give, refuse, take back, and lay before the co-directors."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm, attempt
from core.paging import page_of
from core.refusal import RefusedError
from core.stepping import answer
from people.requests import SignedInRequest
from people.standing import preload
from practices.actions import reviewing
from practices.enums import ReviewState, Status
from practices.forms.deciding import TickForm
from practices.forms.reviewing import AskReviewersForm, FindReviewersForm, OpinionForm, ReviewForm
from practices.models import Practice, Review
from practices.presentation.page import granted_on
from practices.presentation.rubric import named_in, reviews_of, rounds_of
from practices.reviewers import able_to_review, countries_of, named
from practices.views.finding import RELATED, find, screen
from practices.views.reading_whole import whole_text
from practices.workflow import lifecycle


def find_review(request: SignedInRequest, reference: str, pk: int) -> Review:
    """One review, as far as the reader may see it.

    Its reviewer finds it even when it was taken back: what is typed into a page that was open meanwhile stays.
    """
    rows = Review.objects.visible_to(request.user).select_related(
        "reviewer", "country__calendar", *(f"practice__{name}" for name in RELATED)
    )
    return get_object_or_404(rows, practice__reference=reference, pk=pk)


def _progress(practice: Practice) -> str:
    return reverse("practices:progress", args=[practice.reference])


@login_required
def ask_reviewers(request: SignedInRequest, reference: str) -> HttpResponse:
    """Officials of other countries who have no part in the practice, to be found and ticked."""
    practice = find(request, reference)
    if "practices.run" not in granted_on(practice, request.user):
        raise PermissionDenied("practices.run")
    if practice.status != Status.REVIEW:
        raise RefusedError(_("Reviews are asked for while the entry is under review."))
    able = able_to_review(practice)
    filters = FindReviewersForm(request.GET, countries=countries_of(able))
    chosen = filters.chosen()
    found = named(able, chosen["q"]) if "q" in chosen else able
    if "country" in chosen:
        found = found.filter(country_code=chosen["country"].pk)
    asked = list(practice.reviews.filter(round=practice.round).select_related("reviewer", "country__calendar"))
    preload(one.reviewer for one in asked)
    page = page_of(found, request.GET, order="family_name")
    return answer(
        request,
        AskReviewersForm(request.POST or None, able=able, shown=page.rows),
        partial(reviewing.ask_reviewers, practice, by=request.user),
        said=_("The reviews are asked for."),
        to=_progress(practice),
        template="practices/ask_reviewers.html",
        context=screen(
            practice,
            filters=filters,
            page=page,
            asked=asked,
            submit=_("Ask them"),
            back_url=_progress(practice),
        ),
    )


@login_required
def review(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One's own review beside the text, until it is given; from then on to be read by those who may."""
    row = find_review(request, reference, pk)
    practice = row.practice
    is_mine = row.reviewer_id == request.user.pk
    is_owed = row.state == ReviewState.ASKED and practice.status == Status.REVIEW
    if not is_mine or (request.method != "POST" and not is_owed):
        shown = [one for one in reviews_of(practice, request.user) if one.pk == row.pk]
        granted = policies.granted(request.user, ["practices.name_reviewer", "practices.cancel_review"], row)
        context = screen(practice, review=row, rounds=rounds_of(shown), granted=granted)
        return render(request, "practices/review_given.html", context)
    is_final = "save" not in request.POST
    form = ReviewForm(request.POST or None, review=row, is_final=is_final)
    if form.is_valid():
        act: Any = reviewing.give_review if is_final else reviewing.save_review
        if attempt(form, act, row, by=request.user, **form.values()):
            words = (
                _("Your review is given. The centre has been told.") if is_final else _("Saved. Only you see it yet.")
            )
            messages.success(request, words)
            return redirect(row)
    context = screen(practice, form, review=row)
    if is_owed:
        context |= whole_text(request, practice)
    if form.is_bound:
        stored = Review.objects.get(pk=row.pk)
        if str(stored.lock) != form.data.get("seen"):
            context["stored"] = stored
            form.seen_now(stored.lock)
    return render(request, "practices/review.html", context)


@login_required
def refuse_review(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Decline to review."""
    row = find_review(request, reference, pk)
    policies.require(request.user, "practices.write_review", row)
    return answer(
        request,
        ReasonForm(request.POST or None, hint=_("The officer of the centre reads it, and asks somebody else.")),
        partial(reviewing.refuse_review, row, by=request.user),
        said=_("You have declined the review. The officer has been told."),
        to=reverse("desk"),
        template="practices/plain_step.html",
        context=screen(
            row.practice,
            heading=_("Decline the review"),
            lede=_("Decline when you have an interest of your own in the practice, or no time before the due day."),
            submit=_("Decline the review"),
            back_url=row.get_absolute_url(),
            back=_("Back to the review"),
        ),
    )


@login_required
def cancel_review(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take back a review that is still owed."""
    practice = find(request, reference)
    policies.require(request.user, "practices.run", practice)
    row = get_object_or_404(practice.reviews.select_related("reviewer"), pk=pk)
    row.practice = practice
    form = TickForm(
        request.POST or None,
        sentence=_("Take the review of %(name)s back.") % {"name": row.reviewer},
        missing=_("Tick the sentence to take the review back."),
    )
    return answer(
        request,
        form,
        partial(reviewing.cancel_review, row, by=request.user),
        said=_("The review is taken back. The reviewer has been told."),
        to=_progress(practice),
        template="practices/plain_step.html",
        context=screen(
            practice,
            heading=_("Take a review back"),
            lede=_("Somebody else of that country can be asked then."),
            submit=_("Take it back"),
            back_url=_progress(practice),
        ),
    )


@login_required
def close_reviews(request: SignedInRequest, reference: str) -> HttpResponse:
    """Lay the entry before the co-directors, with an opinion."""
    practice = find(request, reference)
    lifecycle.expect(practice, "close_reviews", by=request.user)
    rounds = rounds_of(reviews_of(practice, request.user))[:1]
    preload(named_in(rounds))
    return answer(
        request,
        OpinionForm(request.POST or None),
        partial(reviewing.close_reviews, practice, by=request.user),
        said=_("The entry lies before both co-directors."),
        to=_progress(practice),
        template="practices/close_reviews.html",
        context=screen(
            practice,
            rounds=rounds,
            owed=practice.reviews.asked().filter(round=practice.round).count(),
            submit=_("Lay it before them"),
            back_url=_progress(practice),
        ),
    )
