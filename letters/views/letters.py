"""One letter: read, changed while it is a draft, left out and put back, withdrawn; and its paper."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.forms import ReasonForm, attempt
from core.localised import LANGUAGE_NAMES
from core.refusal import RefusedError
from core.stepping import answer, posted
from letters.actions import issuing, preparing
from letters.enums import LetterState
from letters.fields import FIELDS
from letters.forms.letters import LetterForm
from letters.forms.plain import ConfirmForm
from letters.merging import missing_in
from letters.models import Letter
from letters.presentation.page import PHRASES, preview_of, state_of
from letters.presentation.paper import bytes_of
from letters.views.finding import find_letter
from letters.workflow import lifecycle
from papers.responses import pdf_response
from people.history import history_of
from people.requests import SignedInRequest


@login_required
def letter(request: SignedInRequest, handle: str) -> HttpResponse:
    """The letter as it was issued, or as it would be."""
    row = find_letter(request, handle)
    manages = "letters.manage" in row.granted  # type: ignore[attr-defined]
    context = {
        "letter": row,
        "state": state_of(row),
        "preview": preview_of(row),
        "language": LANGUAGE_NAMES[row.language],
        "missing": missing_in(f"{row.subject}\n{row.body}", row.values) if row.is_draft else [],
        "manages": manages,
        "about": _about(request, row),
        "steps": {step.name for step in lifecycle.here(row)} if manages else set(),
        "history": history_of(row, PHRASES, centre=row.centre) if manages else [],
    }
    return render(request, "letters/letter.html", context)


def _about(request: SignedInRequest, row: Letter) -> Any:
    """What it is about, where the reader may see that."""
    model: Any = row.run.content_type.model_class()
    return model.objects.visible_to(request.user).filter(pk=row.run.object_id).first()


def _own(request: SignedInRequest, handle: str) -> Letter:
    row = find_letter(request, handle)
    if "letters.manage" not in row.granted:  # type: ignore[attr-defined]
        raise PermissionDenied("letters.manage")
    return row


@login_required
def edit_letter(request: SignedInRequest, handle: str) -> HttpResponse:
    """Change the words of a draft."""
    row = _own(request, handle)
    if row.state != LetterState.DRAFT:
        raise RefusedError(_("Only a draft is changed: this letter is in another state."))
    form = LetterForm(request.POST or None, letter=row)
    if form.is_valid() and attempt(form, preparing.edit_letter, row, by=request.user, **form.cleaned_data):
        messages.success(request, _("The words are saved."))
        return redirect(row)
    fields = [(field.braced, field.says, row.values.get(field.name, "")) for field in FIELDS[row.kind]]
    context = {"letter": row, "form": form, "fields": fields, "back_url": row.get_absolute_url()}
    if form.is_bound and form.errors:
        theirs = Letter.objects.get(pk=row.pk)
        context["theirs"] = theirs if str(theirs.revision) != form["seen"].value() else None
    return render(request, "letters/edit_letter.html", context)


@login_required
def leave_out(request: SignedInRequest, handle: str) -> HttpResponse:
    """Skip the recipient."""
    row = _own(request, handle)
    lifecycle.expect(row, "leave_out", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("The officers and co-directors of the centre read them."))
    heading, said = _("Leave the recipient out"), _("The recipient is left out.")
    return _step(request, row, form, preparing.leave_out, heading=heading, said=said)


@login_required
def put_back(request: SignedInRequest, handle: str) -> HttpResponse:
    """Take the recipient in again."""
    row = _own(request, handle)
    lifecycle.expect(row, "put_back", by=request.user)
    form = ConfirmForm(posted(request))
    heading, said = _("Take the recipient in again"), _("The recipient is taken in again.")
    return _step(request, row, form, preparing.put_back, heading=heading, said=said)


@login_required
def withdraw(request: SignedInRequest, handle: str) -> HttpResponse:
    """Declare it void."""
    row = _own(request, handle)
    lifecycle.expect(row, "withdraw", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("The recipient reads them."))
    heading, said = _("Withdraw the letter"), _("The letter is withdrawn. Its recipient has been told.")
    return _step(request, row, form, issuing.withdraw_letter, heading=heading, said=said)


def _step(request: SignedInRequest, row: Letter, form: Any, act: Any, *, heading: str, said: str) -> HttpResponse:
    to = row.run.get_absolute_url() if row.is_draft else row.get_absolute_url()
    context = {
        "heading": heading,
        "lede": f"{row.recipient}: {row.subject}" if not row.is_draft else str(row.recipient),
        "handle": row.handle,
        "back_url": row.get_absolute_url(),
        "submit": heading,
    }
    return answer(
        request,
        form,
        partial(act, row, by=request.user),
        said=said,
        to=to,
        template="letters/plain_step.html",
        context=context,
    )


@login_required
def letter_pdf(request: SignedInRequest, handle: str) -> HttpResponse:
    """The paper; of a draft without number and day."""
    row = find_letter(request, handle)
    return pdf_response(bytes_of(row), f"{row.handle}.pdf")
