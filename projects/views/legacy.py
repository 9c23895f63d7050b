"""What stays behind: the page that everybody reads, and the forms of officers and leaders."""

from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import policies
from core.stepping import posted
from people.requests import SignedInRequest
from projects.actions import legacy as acts
from projects.forms.legacy import MODELS, KeepersForm, form_of
from projects.models import Project
from projects.presentation.legacy import legacy_of
from projects.presentation.page import page_of_project
from projects.views.finding import find
from projects.views.stepping import answer

ACTS: dict[str, Any] = {
    "transfer": acts.save_transfer,
    "service": acts.save_service,
    "replication": acts.save_replication,
}
HEADINGS = {
    "transfer": gettext_lazy("What was handed over"),
    "service": gettext_lazy("A service that was touched"),
    "replication": gettext_lazy("Where else it was taken up"),
}


def legacy(request: HttpRequest, reference: str) -> HttpResponse:
    """What was handed over, which services it touched, who runs and pays them, where else it was taken up."""
    project = find(request, reference, "run_by", "paid_by")
    context = page_of_project(request, project, "legacy", "projects.write_legacy")
    is_inside = "projects.view_work" in context["granted"]
    context |= {
        "legacy": legacy_of(project, is_inside=is_inside),
        "may_write": "projects.write_legacy" in context["granted"],
    }
    return render(request, "projects/legacy.html", context)


@login_required
def save_legacy(request: SignedInRequest, reference: str, kind: str, pk: int | None = None) -> HttpResponse:
    """Write a row, or change it."""
    project = _writable(request, reference)
    if kind not in MODELS:
        raise Http404
    row = get_object_or_404(MODELS[kind], project=project, pk=pk) if pk else None
    return answer(
        request,
        project,
        form_of(kind, request.POST or None, row=row),
        partial(ACTS[kind], project, by=request.user, **{kind: row}),
        heading=HEADINGS[kind],
        said=_("It is saved."),
        back_url=_page(project),
    )


@login_required
def remove_legacy(request: SignedInRequest, reference: str, kind: str, pk: int) -> HttpResponse:
    """Take a row away, after one look."""
    project = _writable(request, reference)
    if kind not in MODELS:
        raise Http404
    row = get_object_or_404(MODELS[kind].objects.select_related("project"), project=project, pk=pk)
    return answer(
        request,
        project,
        forms.Form(posted(request)),
        partial(acts.remove_legacy, row, by=request.user),
        heading=_("Remove “%(name)s”?") % {"name": getattr(row, "note", "") or row},
        said=_("It is removed."),
        back_url=_page(project),
        submit=_("Remove"),
    )


@login_required
def name_keepers(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say who runs and pays it afterwards."""
    project = _writable(request, reference)
    return answer(
        request,
        project,
        KeepersForm(request.POST or None, row=project),
        partial(acts.name_keepers, project, by=request.user),
        heading=_("Who runs and pays it afterwards"),
        said=_("It is saved."),
        back_url=_page(project),
    )


def _writable(request: SignedInRequest, reference: str) -> Project:
    project = find(request, reference)
    policies.require(request.user, "projects.write_legacy", project)
    return project


def _page(project: Project) -> str:
    return reverse("projects:legacy", args=[project.reference])
