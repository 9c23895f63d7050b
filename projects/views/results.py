"""The results of a project, and one indicator of it over all its periods."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from people.days import today_at
from projects.enums import Stage
from projects.models import Measure
from projects.presentation.measure import measure_view
from projects.presentation.page import page_of_project
from projects.presentation.results import results_page, with_may_report
from projects.views.finding import find


def results(request: HttpRequest, reference: str) -> HttpResponse:
    """Result by result: what was aimed at and reached in a year, period by period."""
    project = find(request, reference)
    page = results_page(
        project,
        request.user,
        today_at(project.centre),
        year=_number(request.GET.get("year")),
        start=_number(request.GET.get("from")),
    )
    context = page_of_project(request, project, "results") | {
        "page": page,
        "is_at_work": project.stage in Stage.at_work(),
    }
    return render(request, "projects/results.html", context)


def measure(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One indicator: drawn, as a table, and split."""
    project = find(request, reference)
    rows = with_may_report(Measure.objects.select_related("indicator", "result"), request.user)
    found = get_object_or_404(rows, pk=pk, project=project)
    found.project = found.result.project = project
    view = measure_view(found, request.user, today_at(project.centre))
    context = page_of_project(request, project, "results") | {"measure": found, "view": view}
    return render(request, "projects/measure.html", context)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004
