"""Screens of the two keys: the record is confirmed, the agreement ends."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.actions import recording
from agreements.forms.register import EndForm, SeenForm
from agreements.models import Agreement
from agreements.presentation.record import keys_beside
from agreements.views.finding import find, screen
from agreements.workflow import recording as steps
from core.forms import ReadForm, ReasonForm
from core.stepping import answer, posted
from people.requests import SignedInRequest

OFFICER_READS = gettext_lazy("The officer who wrote the record reads them.")


def _answer(
    request: SignedInRequest, row: Agreement, form: forms.Form, act: Callable[..., Any], *, said: str, **context: Any
) -> HttpResponse:
    return answer(
        request,
        form,
        partial(act, row, by=request.user),
        said=said,
        to=row.get_absolute_url(),
        template="agreements/agreement_step.html",
        context=screen(row, **context),
    )


@login_required
def propose(request: SignedInRequest, reference: str) -> HttpResponse:
    """The last look before both sides read it; what is missing is said."""
    row = find(request, reference)
    steps.expect(row, "propose", by=request.user)
    return _answer(
        request,
        row,
        SeenForm(posted(request), initial={"seen": row.revision}),
        recording.propose,
        said=_("The record lies before both sides. Both co-directors have been told."),
        heading=_("Lay before both sides"),
        lede=" ".join(recording.missing(row))
        or _("Both co-directors confirm that this is what was signed. Until then nobody else sees the record."),
        submit=_("Lay before both sides"),
    )


@login_required
def record(request: SignedInRequest, reference: str) -> HttpResponse:
    """Turn one's own side's key."""
    row = find(request, reference)
    steps.expect(row, "record", by=request.user)
    return _answer(
        request,
        row,
        ReadForm(posted(request), initial={"seen": recording.mark_of(row)}),
        recording.record,
        said=_("Your side’s key is turned."),
        heading=_("Confirm the record"),
        lede=_(
            "Your key says for your side that the record is what was signed. With both keys it stands in the register."
        ),
        submit=_("Turn the key"),
        **keys_beside(row, request.user),
    )


@login_required
def return_record(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give the record back with reasons."""
    row = find(request, reference)
    steps.expect(row, "return", by=request.user)
    return _reasons(
        request,
        row,
        recording.return_agreement,
        said=_("The record is returned. Whoever wrote it has been told."),
        heading=_("Return with reasons"),
        submit=_("Return the record"),
    )


@login_required
def take_back(request: SignedInRequest, reference: str) -> HttpResponse:
    """Correct what both sides have not confirmed yet."""
    row = find(request, reference)
    steps.expect(row, "take_back", by=request.user)
    return _answer(
        request,
        row,
        forms.Form(posted(request)),
        recording.take_back,
        said=_("The record is a draft again."),
        heading=_("Take back to the draft"),
        lede=_("A key that was turned no longer counts: both sides confirm the corrected record anew."),
        submit=_("Take it back"),
    )


@login_required
def propose_end(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say how and when it ends."""
    row = find(request, reference)
    steps.expect(row, "propose_end", by=request.user)
    return _answer(
        request,
        row,
        EndForm(request.POST or None, hint=_("Both sides read them, and with the end everybody who sees the record.")),
        recording.propose_end,
        said=_("The end is proposed. Both co-directors have been told."),
        heading=_("Propose its end"),
        lede=_("It ends when both sides confirm. Until then it stays in force."),
        submit=_("Propose the end"),
    )


@login_required
def end(request: SignedInRequest, reference: str) -> HttpResponse:
    """Turn one's own side's key: it ends."""
    row = find(request, reference)
    steps.expect(row, "end", by=request.user)
    return _answer(
        request,
        row,
        ReadForm(posted(request), initial={"seen": recording.mark_of(row)}),
        recording.end,
        said=_("Your side’s key is turned."),
        heading=_("Confirm the end"),
        lede=f"{row.get_end_kind_display()}. {row.end_reason}",
        submit=_("Turn the key"),
        **keys_beside(row, request.user),
    )


@login_required
def keep(request: SignedInRequest, reference: str) -> HttpResponse:
    """It does not end."""
    row = find(request, reference)
    steps.expect(row, "keep", by=request.user)
    return _reasons(
        request,
        row,
        recording.keep,
        said=_("The agreement stays in force."),
        heading=_("Keep it in force"),
        submit=_("Keep it in force"),
    )


def _reasons(request: SignedInRequest, row: Agreement, act: Callable[..., Any], **words: str | Promise) -> HttpResponse:
    form = ReasonForm(request.POST or None, hint=OFFICER_READS)
    return _answer(request, row, form, act, **words)  # type: ignore[arg-type]
