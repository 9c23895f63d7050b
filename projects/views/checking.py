"""The question after the close, and the notes of one's own side."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.paging import page_of
from core.refusal import RefusedError
from people.requests import SignedInRequest
from projects.actions import checking, noting
from projects.forms.life import AnswerForm, FigureFormSet, NoteForm
from projects.models import PostCheck, SideNote
from projects.views.finding import find_work
from projects.views.stepping import answer

NOTES = 20  # on a page


@login_required
def answer_check(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Say how it stands, years after the close."""
    project = find_work(request, reference)
    check = get_object_or_404(PostCheck, project=project, pk=pk)
    if check.answered_at:
        raise RefusedError(_("This question was answered already."))
    policies.require(request.user, "projects.answer_check", check)
    figures = FigureFormSet(request.POST or None, check=check)  # type: ignore[call-arg]
    return answer(
        request,
        project,
        AnswerForm(request.POST or None, figures=figures),
        partial(checking.answer_check, check, by=request.user),
        said=_("Your side’s answer is kept."),
        back_url=reverse("projects:progress", args=[project.reference]),
        template="projects/answer_check.html",
        check=check,
        formset=figures,
    )


@login_required
def notes(request: SignedInRequest, reference: str) -> HttpResponse:
    """Notes of one's own side: read and written here, and known to nobody else."""
    project = find_work(request, reference)
    policies.require(request.user, "projects.write_note", project)
    rows = SideNote.objects.visible_to(request.user).filter(project=project).select_related("by")
    here = reverse("projects:notes", args=[project.reference])
    return answer(
        request,
        project,
        NoteForm(request.POST or None),
        partial(noting.write_note, project, by=request.user),
        said=_("The note is kept for your side."),
        done_url=here,
        template="projects/notes.html",
        submit=_("Keep the note"),
        page=page_of(rows, request.GET, order="-at", size=NOTES),
    )
