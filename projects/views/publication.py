"""The publication of a project with IATI: how both sides stand, and what each of them does about it."""

from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm
from core.stepping import posted
from people.enums import Side
from people.requests import SignedInRequest
from projects.actions import publishing as acts
from projects.enums import Stage
from projects.forms.publication import PublicationForm
from projects.models import Project, Publication
from projects.policies.projects import keys_of_leaders
from projects.policies.publication import prepared_by
from projects.presentation.page import granted_on, page_of_project
from projects.presentation.publication import side_of_publication, sides_of_publication
from projects.publishing.rows import rows_of
from projects.views.finding import find_work, screen
from projects.views.stepping import answer


def back_to(project: Project) -> str:
    """The page of the publication."""
    return reverse("projects:publication", args=[project.reference])


@login_required
def publication(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both sides: identifier, codes, what is to be mended and where, what the reader may do."""
    project = find_work(request, reference)
    if project.stage not in Stage.approved():
        raise Http404
    context = page_of_project(request, project, "publication")
    prepares, publishes = _may(project, request.user)
    views = sides_of_publication(
        project, context["sides"], granted=context["granted"], prepares=prepares, publishes=publishes
    )
    return render(request, "projects/publication.html", {**context, "views": views})


@login_required
def edit_publication(request: SignedInRequest, reference: str, side: str) -> HttpResponse:
    """The identifier and the codes of a side; what is wrong with them stands at their fields."""
    project = _find(request, reference, side)
    prepares, _publishes = _may(project, request.user)
    if side not in prepares:
        raise PermissionDenied("projects.prepare_publication")
    rows = rows_of([project.pk], sides=[side])[project.pk]
    granted = granted_on(project, request.user)
    view = side_of_publication(project, side, rows, granted=granted, prepares=prepares, publishes=set())
    suggested = f"{view.body.ref}-{project.reference}" if view.body.ref else ""
    form = PublicationForm(posted(request), publication=view.publication, suggested=suggested)
    if request.method != "POST" and any(fault.field for fault in view.faults):
        form = _with_faults(view, suggested)
        return render(request, "projects/plain_step.html", screen(project, form, **_screen(project, view)))
    return answer(
        request,
        project,
        form,
        partial(acts.save_publication, project, by=request.user, side=side),
        said=_("The identifier and the codes are saved."),
        **_screen(project, view),
    )


def _with_faults(view: Any, suggested: str) -> PublicationForm:
    """The form as it was saved, each fault of its fields said where it is mended."""
    kept = PublicationForm(publication=view.publication, suggested=suggested).initial
    form = PublicationForm(kept, publication=view.publication, suggested=suggested)
    form.full_clean()
    for fault in view.faults:
        if fault.field and fault.field not in form.errors:
            form.add_error(fault.field, fault.sentence)
    return form


def _screen(project: Project, view: Any) -> dict[str, Any]:
    return {
        "back_url": back_to(project),
        "back": _("Back to the publication"),
        "heading": _("Identifier and codes of %(country)s") % {"country": view.country.name},
        "lede": _("Everything else comes from the record of the project: texts, money, results."),
    }


@login_required
def publish(request: SignedInRequest, reference: str, side: str) -> HttpResponse:
    """Asked once more: what is published is read all over the world."""
    project, row = _own(request, reference, side)
    return answer(
        request,
        project,
        forms.Form(posted(request)),
        partial(acts.publish, row, by=request.user),
        said=_("The activity is published."),
        back_url=back_to(project),
        back=_("Back to the publication"),
        heading=_("Publish the activity of %(country)s") % {"country": project.centre.side_country(side).name},
        lede=_(
            "It goes into the public file of %(body)s: texts, approved entries of your side's books, approved values."
            " What is approved later follows by itself."
        )
        % {"body": (project.lead_a if side == Side.A else project.lead_b).name},
        submit=_("Publish"),
    )


@login_required
def withdraw_publication(request: SignedInRequest, reference: str, side: str) -> HttpResponse:
    """With a reason, which stays in the history."""
    project, row = _own(request, reference, side)
    return answer(
        request,
        project,
        ReasonForm(posted(request), hint=_("Both sides and the officers read it in the history.")),
        partial(acts.withdraw_publication, row, by=request.user),
        said=_("The activity is withdrawn from publication."),
        back_url=back_to(project),
        back=_("Back to the publication"),
        heading=_("Withdraw the activity of %(country)s") % {"country": project.centre.side_country(side).name},
        lede=_("It leaves the public file. Copies that others have made of it remain with them."),
        submit=_("Withdraw"),
    )


def _find(request: SignedInRequest, reference: str, side: str) -> Project:
    project = find_work(request, reference)
    if side not in Side.values or project.stage not in Stage.approved():
        raise Http404
    return project


def _own(request: SignedInRequest, reference: str, side: str) -> tuple[Project, Publication]:
    project = _find(request, reference, side)
    row = get_object_or_404(Publication, project=project, side=side)
    policies.require(request.user, "projects.publish", row)
    row.project = project
    return project, row


def _may(project: Project, user: Any) -> tuple[set[str], set[str]]:
    """The sides whose activity the person prepares, and those that he publishes: one query."""
    leads = keys_of_leaders(user)
    asked: dict[str, Q] = {f"prepares_{side}": prepared_by(user, side) for side in Side.values}
    asked |= {f"publishes_{side}": condition for side, condition in leads.items()}
    columns = {name: policies.as_column(condition) for name, condition in asked.items()}
    found = Project.objects.filter(pk=project.pk).annotate(**columns).values(*columns).get()
    held = {name for name, holds in found.items() if holds}
    return (
        {side for side in Side.values if f"prepares_{side}" in held},
        {side for side in Side.values if f"publishes_{side}" in held},
    )
