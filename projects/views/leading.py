"""Who works on a project: leaders, contractor, partners."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people.enums import Side
from people.requests import SignedInRequest
from projects.actions import leading as acts
from projects.forms.registration import ContractorForm, LeaderForm, PartnerForm
from projects.models import Partner, Project
from projects.presentation.page import page_of_project
from projects.presentation.record import leading_of
from projects.views.finding import find_work
from projects.views.stepping import answer


def back_to(project: Project) -> str:
    """Those who work on it."""
    return reverse("projects:people", args=[project.reference])


@login_required
def people(request: SignedInRequest, reference: str) -> HttpResponse:
    """Both leaders, the contractor, the partners; officers name and change them."""
    project = find_work(request, reference, "leader_a", "leader_b", "contractor")
    acts.expect_open(project, by=request.user)
    context = page_of_project(request, project, "progress")
    context |= {
        "leading": leading_of(project, context["sides"], is_inside=True),
        "partners": list(project.partners.select_related("organisation")),
    }
    return render(request, "projects/people.html", context)


@login_required
def name_leader(request: SignedInRequest, reference: str, side: str) -> HttpResponse:
    """Name who leads for a side."""
    project = find_work(request, reference)
    if side not in Side.values:
        raise Http404
    acts.expect_open(project, by=request.user)
    country = project.centre.side_country(side).name
    return answer(
        request,
        project,
        LeaderForm(request.POST or None, project=project, side=side),
        partial(acts.name_leader, project, by=request.user, side=side),
        said=_("The project leader is named."),
        back_url=back_to(project),
        heading=_("Project leader of %(country)s") % {"country": country},
        lede=_("The leader turns the key of this side at the start and the end, and stands for its reports."),
        submit=_("Name the leader"),
    )


@login_required
def name_contractor(request: SignedInRequest, reference: str) -> HttpResponse:
    """Name the contractor, or none."""
    project = find_work(request, reference)
    acts.expect_open(project, by=request.user)
    return answer(
        request,
        project,
        ContractorForm(request.POST if request.method == "POST" else None, project=project),
        partial(acts.name_contractor, project, by=request.user),
        said=_("The contractor is kept."),
        back_url=back_to(project),
        heading=_("Contractor"),
    )


@login_required
def add_partner(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give a body a role in the project."""
    project = find_work(request, reference)
    acts.expect_open(project, by=request.user)
    return answer(
        request,
        project,
        PartnerForm(request.POST or None, project=project),
        partial(acts.add_partner, project, by=request.user),
        said=_("The partner is added."),
        back_url=back_to(project),
        heading=_("Add a partner"),
        lede=_("Roles are those of IATI. A body may hold several, each once."),
        submit=_("Add the partner"),
    )


@login_required
@require_POST
def remove_partner(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a role away from a body."""
    project = find_work(request, reference)
    acts.remove_partner(get_object_or_404(Partner, project=project, pk=pk), by=request.user)
    messages.success(request, _("The partner is taken away."))
    return redirect(back_to(project))
