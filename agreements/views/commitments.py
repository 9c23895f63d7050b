"""Screens of one commitment: reported, confirmed, returned, dropped."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from agreements.actions import committing
from agreements.forms.register import ReportForm
from agreements.models import Commitment
from agreements.presentation.commitments import asks_side, commitment_page
from agreements.views.finding import find_commitment, screen
from agreements.workflow import fulfilling
from core.forms import ReadForm, ReasonForm
from core.panels import panels_beside
from core.stepping import answer, posted
from people.keys import keys_of
from people.requests import SignedInRequest


def commitment(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """What was promised, by whom, by when, and what has become of it."""
    row = find_commitment(request, reference, number)
    context = commitment_page(row, request.user)
    return render(request, "agreements/commitment.html", {**context, "panels": panels_beside(row, request.user)})


def _answer(
    request: SignedInRequest, row: Commitment, form: forms.Form, act: Callable[..., Any], *, said: str, **context: Any
) -> HttpResponse:
    url = row.get_absolute_url()
    back = _("Back to %(handle)s") % {"handle": row.reference}
    return answer(
        request,
        form,
        partial(act, row, by=request.user),
        said=said,
        to=url,
        template="agreements/agreement_step.html",
        context=screen(row.agreement, back_url=url, back=back, **context),
    )


@login_required
def report_commitment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Say how it was fulfilled."""
    row = find_commitment(request, reference, number)
    fulfilling.expect(row, "report", by=request.user)
    form = ReportForm(
        request.POST or None,
        centre=row.agreement.centre,
        asks_side=asks_side(row, request.user),
        initial={"report": row.report},
    )
    return _answer(
        request,
        row,
        form,
        committing.report_commitment,
        said=_("It is reported. The other side has been told."),
        heading=_("Report as fulfilled"),
        lede=str(row.text),
        submit=_("Report it"),
    )


@login_required
def confirm_commitment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Say for the other side that it is fulfilled."""
    row = find_commitment(request, reference, number)
    fulfilling.expect(row, "confirm", by=request.user)
    return _answer(
        request,
        row,
        ReadForm(posted(request), initial={"seen": committing.mark_of(row)}),
        committing.confirm_commitment,
        said=_("The commitment is fulfilled."),
        heading=_("Confirm that it is fulfilled"),
        lede=row.report,
        submit=_("Confirm it"),
    )


@login_required
def refuse_commitment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Say with reasons that it is not fulfilled yet."""
    row = find_commitment(request, reference, number)
    fulfilling.expect(row, "refuse", by=request.user)
    return _answer(
        request,
        row,
        ReasonForm(request.POST or None, hint=_("Whoever owes it reads them.")),
        committing.refuse_commitment,
        said=_("The report is returned. Whoever owes it has been told."),
        heading=_("Return with reasons"),
        lede=row.report,
        submit=_("Return the report"),
    )


@login_required
def drop_commitment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Turn one's own side's key: nobody owes it any more."""
    row = find_commitment(request, reference, number)
    fulfilling.expect(row, "drop", by=request.user)
    return _answer(
        request,
        row,
        ReasonForm(request.POST or None, hint=_("They stay on record.")),
        committing.drop_commitment,
        said=_("Your side’s key is turned."),
        heading=_("Drop the commitment"),
        lede=_("With the keys of both sides nobody owes it any more, this year or later."),
        submit=_("Turn the key"),
        keys=keys_of(row, fulfilling, "drop", request.user, centre=row.agreement.centre),
        keys_title=_("Drop the commitment"),
    )
