"""Files of an entry: one is added, one is removed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.forms import attempt
from files.models import StoredFile
from files.policies import files_of
from people.requests import SignedInRequest
from practices.actions import documents
from practices.enums import Status
from practices.forms.documents import DocumentForm
from practices.models import Practice
from practices.views.finding import find, screen


def _back(practice: Practice) -> str:
    """To the page of the form where files stand, while it is a draft; else to the record."""
    if practice.status == Status.DRAFT:
        return reverse("practices:edit", args=[practice.reference, "evidence"])
    return practice.get_absolute_url()


@login_required
def add_document(request: SignedInRequest, reference: str) -> HttpResponse:
    """A file for everybody who sees the entry."""
    practice = find(request, reference)
    documents.expect_open(practice, by=request.user)
    form = DocumentForm(request.POST or None, request.FILES or None, by=request.user)
    if form.is_valid() and attempt(form, documents.add_document, practice, by=request.user, **form.cleaned_data):
        messages.success(request, _("The document is added."))
        return redirect(_back(practice))
    return render(
        request,
        "practices/add_document.html",
        screen(practice, form, back_url=_back(practice), documents=files_of(practice, request.user)),
    )


@login_required
def remove_document(request: SignedInRequest, reference: str, public_id: UUID) -> HttpResponse:
    """Asked once more, because a removed file does not come back."""
    practice = find(request, reference)
    documents.expect_open(practice, by=request.user)
    document = get_object_or_404(StoredFile.objects.about(practice), public_id=public_id)
    if request.method == "POST":
        documents.remove_document(practice, by=request.user, document=document)
        messages.success(request, _("The document is removed."))
        return redirect(_back(practice))
    return render(
        request, "practices/remove_document.html", screen(practice, document=document, back_url=_back(practice))
    )
