"""Screens before the reviews, and off the way into the library: confirm the facts, return, withdraw."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.stepping import answer
from people.requests import SignedInRequest
from practices.actions import checking, leaving
from practices.forms.deciding import ContactForm, TickForm
from practices.forms.reasons import ReasonsForm
from practices.models import Practice
from practices.views.finding import find, screen
from practices.views.reading_whole import whole_text
from practices.workflow import lifecycle


@login_required
def confirm_facts(request: SignedInRequest, reference: str) -> HttpResponse:
    """The whole text, and one sentence to stand by."""
    practice = find(request, reference)
    lifecycle.expect(practice, "confirm_facts", by=request.user)
    form = TickForm(
        request.POST or None,
        sentence=_("The facts are right, and the body I speak for stands by them."),
        missing=_("Confirm that the facts are right, or return the entry with reasons."),
    )
    return answer(
        request,
        form,
        partial(checking.confirm_facts, practice, by=request.user),
        said=_("The facts are confirmed. The centre has been told, and asks for reviews."),
        to=_progress(practice),
        template="practices/confirm_facts.html",
        context=screen(practice, **whole_text(request, practice)),
    )


@login_required
def return_practice(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give it back to the author."""
    practice = find(request, reference)
    lifecycle.expect(practice, "return", by=request.user)
    hint = _("The author and the owner read them and revise the entry.")
    return answer(
        request,
        ReasonsForm(request.POST or None, reader=practice.author, hint=hint),
        partial(checking.return_practice, practice, by=request.user),
        said=_("The entry went back to its author."),
        to=practice.get_absolute_url(),
        template="practices/plain_step.html",
        context=screen(
            practice,
            heading=_("Return the entry to its author"),
            lede=_("It becomes a draft again. Reviews still owed are taken back; what comes again is reviewed anew."),
            submit=_("Return it"),
            **_back(practice),
        ),
    )


@login_required
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take it off its way into the library."""
    practice = find(request, reference)
    lifecycle.expect(practice, "withdraw", by=request.user)
    needed = practice.proposed_at is not None
    hint = _("Everyone who has had the entry before them reads the reasons.") if needed else ""
    return answer(
        request,
        ReasonsForm(request.POST or None, reader=practice.author, hint=hint, required=needed),
        partial(checking.withdraw, practice, by=request.user),
        said=_("The entry is withdrawn."),
        to=_progress(practice),
        template="practices/plain_step.html",
        context=screen(
            practice,
            heading=_("Withdraw the entry"),
            lede=_("It does not go on into the library. A withdrawn entry is not taken up again."),
            submit=_("Withdraw it"),
            **_back(practice),
        ),
    )


@login_required
def name_contact(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say whom readers may ask."""
    practice = find(request, reference)
    policies.require(request.user, "practices.name_contact", practice)
    return answer(
        request,
        ContactForm(request.POST or None, practice=practice),
        partial(leaving.name_contact, practice, by=request.user),
        said=_("The contact person is named."),
        to=_progress(practice),
        template="practices/plain_step.html",
        context=screen(
            practice,
            heading=_("Name a contact person"),
            lede=_("One of the people of the owner, whom officials of other countries may ask about the practice."),
            **_back(practice),
        ),
    )


def _progress(practice: Practice) -> str:
    return reverse("practices:progress", args=[practice.reference])


def _back(practice: Practice) -> dict[str, str]:
    return {"back_url": _progress(practice)}
