"""The list of projects: words and facets, and the same as a table."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from core.lists import as_csv
from core.paging import page_of
from people.keys import sides_of
from projects.finding import Asked, counts_of
from projects.models import Project
from projects.presentation.facets import groups_of, only, removable, words_of
from projects.presentation.page import address
from projects.presentation.state import state_of


def list_projects(request: HttpRequest) -> HttpResponse:
    """Projects the reader may see, newest first."""
    asked = Asked.of(request.GET)
    rows = Project.objects.visible_to(request.user)
    counts = counts_of(rows, asked)
    words = words_of(counts, asked, request.user)
    page = page_of(asked.narrowed(rows).for_list(), request.GET, order="-created_at")  # type: ignore[attr-defined]
    context = {
        "text": asked.text,
        "chosen_pairs": asked.pairs,
        "page": page,
        "rows": [(row, state_of(row), led_by(row, request.user)) for row in page.rows],
        "total": counts.total,
        "groups": groups_of(words, asked, counts),
        "chosen": removable(request.GET, words, asked),
        "all": only(request.GET, "q"),
        "start_url": _start(request),
        "portfolio_url": address("portfolio"),
    }
    return render(request, "projects/list.html", context)


def led_by(project: Project, user: Any) -> list[Any]:
    """Both leading bodies, the reader's own side first."""
    return [project.lead_a if side == "a" else project.lead_b for side in sides_of(project.centre, user)]


def list_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same list as a table to be worked on, row by row however long it is."""
    return as_csv(request, "projects.projects")


def cells_of(row: Project) -> list[Any]:
    """The cells of one project."""
    return [
        row.reference,
        row.name,
        row.get_stage_display(),
        row.get_kind_display(),
        row.programme_year,
        row.country.name,
        row.lead_a.name,
        row.lead_b.name,
        row.planned_start_on,
        row.planned_end_on,
        row.started_on,
        row.ended_on,
    ]


def _start(request: HttpRequest) -> str:
    """Where a project is proposed, for those who are signed in."""
    return address("start") if request.user.is_authenticated else ""
