"""Screens of the formal steps: each asks for what the step needs, and takes it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from consultations.actions import closing, deciding, drafting
from consultations.enums import Status
from consultations.forms.steps import AcceptForm, AssignForm, DecisionForm, ForwardForm, UseForm
from consultations.models import Consultation
from consultations.presentation.keys import decision_of
from consultations.views.finding import find, screen
from consultations.workflow import both_sides, lifecycle
from core import policies
from core.forms import ReasonForm
from core.stepping import answer
from people.requests import SignedInRequest


def _answer(  # noqa: PLR0917  the six things every step differs in
    request: SignedInRequest,
    template: str,
    consultation: Consultation,
    form: forms.Form,
    act: Callable[..., Any],
    said: str | Promise,
    **context: Any,
) -> HttpResponse:
    """Show the form, or act and go back to the record, which may have got another number by that."""
    return answer(
        request,
        form,
        partial(act, consultation, by=request.user),
        said=said,
        to=lambda _done: Consultation.objects.get(pk=consultation.pk).get_absolute_url(),
        template=template,
        context=screen(consultation, **context),
    )


@login_required
def return_request(request: SignedInRequest, handle: str) -> HttpResponse:
    """Give it back for revision."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "return", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("The requester reads them and revises the request."))
    return _answer(
        request,
        "consultations/return.html",
        consultation,
        form,
        drafting.return_request,
        _("The request went back to the requester."),
    )


@login_required
def forward(request: SignedInRequest, handle: str) -> HttpResponse:
    """Register it with the centre."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "forward", by=request.user)
    form = ForwardForm(request.POST or None)
    said = _("The request is registered. Both sides have been told.")
    return _answer(request, "consultations/forward.html", consultation, form, drafting.forward, said)


@login_required
def decide(request: SignedInRequest, handle: str) -> HttpResponse:
    """Turn one's own side's key."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "decide", by=request.user)
    sides = both_sides.of(request.user, consultation)
    given = {one.criterion_id: one.score for one in consultation.scores.filter(side__in=sides)}
    form = DecisionForm(request.POST or None, given=given)
    live = lifecycle.live(consultation)
    return _answer(
        request,
        "consultations/decide.html",
        consultation,
        form,
        deciding.decide,
        _("Your side’s key is turned."),
        decision=decision_of(consultation, live, request.user),
        questions=consultation.questions.all(),
    )


@login_required
def assign(request: SignedInRequest, handle: str) -> HttpResponse:
    """Name who answers."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "assign", by=request.user)
    form = AssignForm(request.POST or None, consultation=consultation)
    said = _("The advisor is named; the clock of the answer runs.")
    return _answer(request, "consultations/assign.html", consultation, form, deciding.assign, said)


@login_required
def change_people(request: SignedInRequest, handle: str) -> HttpResponse:
    """Name other people while the answer is being prepared."""
    consultation = find(request, handle)
    policies.require(request.user, "consultations.assign", consultation)
    form = AssignForm(request.POST or None, consultation=consultation)
    said = _("The people of the request have changed.")
    return _answer(
        request, "consultations/assign.html", consultation, form, deciding.change_people, said, changing=True
    )


@login_required
def accept_answer(request: SignedInRequest, handle: str) -> HttpResponse:
    """Accept the answer and close."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "accept_answer", by=request.user)
    form = AcceptForm(request.POST or None)
    said = _("The answer is accepted and the request closed.")
    return _answer(request, "consultations/accept_answer.html", consultation, form, closing.accept_answer, said)


@login_required
def reopen(request: SignedInRequest, handle: str) -> HttpResponse:
    """Say what is still open."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "reopen", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("Say which questions are still open, and why."))
    said = _("The request is open again; the advisors have been told.")
    return _answer(request, "consultations/reopen.html", consultation, form, closing.reopen, said)


@login_required
def withdraw(request: SignedInRequest, handle: str) -> HttpResponse:
    """Take it back."""
    consultation = find(request, handle)
    lifecycle.expect(consultation, "withdraw", by=request.user)
    needed = consultation.status != Status.DRAFT
    form = ReasonForm(
        request.POST or None, required=needed, hint=_("Everyone who has worked on the request reads them.")
    )
    said = _("The request is withdrawn.")
    return _answer(request, "consultations/withdraw.html", consultation, form, closing.withdraw, said)


@login_required
def report_use(request: SignedInRequest, handle: str) -> HttpResponse:
    """Say what became of the advice."""
    consultation = find(request, handle)
    policies.require(request.user, "consultations.report_use", consultation)
    form = UseForm(request.POST or None)
    said = _("Noted. The advisors will read what became of their advice.")
    return _answer(request, "consultations/report_use.html", consultation, form, closing.report_use, said)
