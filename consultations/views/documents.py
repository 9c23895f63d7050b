"""Documents of a draft and files of an answer: one is added, one is removed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consultations.actions import documents
from consultations.actions.drafting import expect_draft
from consultations.enums import AnswerState
from consultations.forms.documents import DocumentForm
from consultations.models import Consultation
from consultations.views.finding import find, screen
from core import policies
from core.forms import attempt
from files.models import StoredFile
from people.requests import SignedInRequest


def _back(request: SignedInRequest, consultation: Consultation) -> HttpResponse:
    """To the page of the last check, where one came from there; else to the record."""
    if "check" in request.GET:
        return redirect("consultations:check", consultation.handle)
    return redirect(consultation)


@login_required
def add_document(request: SignedInRequest, handle: str) -> HttpResponse:
    """A file for everybody who sees the request."""
    consultation = find(request, handle)
    expect_draft(consultation, by=request.user)
    form = DocumentForm(request.POST or None, request.FILES or None, user=request.user)
    if form.is_valid() and attempt(form, documents.add_document, consultation, by=request.user, **form.cleaned_data):
        messages.success(request, _("The document is added."))
        return _back(request, consultation)
    return render(request, "consultations/add_document.html", screen(consultation, form))


@login_required
def remove_document(request: SignedInRequest, handle: str, public_id: UUID) -> HttpResponse:
    """Asked once more, because a removed file does not come back."""
    consultation = find(request, handle)
    expect_draft(consultation, by=request.user)
    document = get_object_or_404(StoredFile.objects.about(consultation), public_id=public_id)
    if request.method == "POST":
        documents.remove_document(consultation, by=request.user, document=document)
        messages.success(request, _("The document is removed."))
        return _back(request, consultation)
    return render(request, "consultations/remove_document.html", screen(consultation, document=document))


@login_required
def remove_answer_file(request: SignedInRequest, handle: str, public_id: UUID) -> HttpResponse:
    """The same for a file of the version that is being written."""
    consultation = find(request, handle)
    policies.require(request.user, "consultations.answer", consultation)
    answer = get_object_or_404(consultation.answers.exclude(state=AnswerState.SENT))
    file = get_object_or_404(StoredFile.objects.about(answer), public_id=public_id)
    if request.method == "POST":
        documents.remove_answer_file(answer, by=request.user, file=file)
        messages.success(request, _("The document is removed."))
        return redirect("consultations:write_answer", consultation.handle)
    return render(request, "consultations/remove_document.html", screen(consultation, document=file))
