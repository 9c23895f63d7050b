"""What is missing from whom: of one project, and of all in which the reader works."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core import policies
from people.days import today_at
from people.keys import sides_of
from people.models import Centre
from people.requests import SignedInRequest
from projects.enums import Owner
from projects.models import Project
from projects.presentation.missing import counts_by_side, missing, missing_page
from projects.presentation.page import page_of_project
from projects.views.finding import find_work


@login_required
def project_missing(request: SignedInRequest, reference: str) -> HttpResponse:
    """Of one project."""
    project = find_work(request, reference)
    rows = missing(Project.objects.filter(pk=project.pk), today_at(project.centre))
    context = page_of_project(request, project, "results") | _listed(request, rows, project.centre)
    return render(request, "projects/missing.html", context)


@login_required
def missing_values(request: SignedInRequest) -> HttpResponse:
    """Of all projects in which the reader works."""
    projects = Project.objects.filter(policies.q("projects.view_work", request.user))
    centre = Centre.objects.select_related("side_a__calendar", "side_b__calendar").order_by("pk").first()
    today = today_at(centre) if centre else timezone.localdate()
    return render(request, "projects/missing_values.html", _listed(request, missing(projects, today), centre))


def _listed(request: SignedInRequest, rows: QuerySet[Any], centre: Centre | None) -> dict[str, Any]:
    """The rows of the chosen side, and how many there are of each, the reader's own first."""
    counts = counts_by_side(rows)
    asked = request.GET.get("side", "")
    side = asked if asked in Owner.values else ""
    sides = [*(sides_of(centre, request.user) if centre else []), Owner.BOTH]
    return {
        "page": missing_page(rows, request.user, side=side, after=request.GET.get("after", "")),
        "sides": [(one, counts[one]) for one in sides],
        "side": side,
        "whole": sum(counts.values()),
        "centre": centre,
    }
