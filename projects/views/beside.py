"""Joint projects beside a record of the apps below: as a panel of its page, or as a page."""

from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from core.paging import page_of
from core.panels import panel_response
from projects.models import Project
from projects.panels import ABOUT
from projects.presentation.state import state_of

SIZE = 10


def beside(request: HttpRequest, kind: str, reference: str) -> HttpResponse:
    """The projects that are tied to this record, as far as the reader may see both."""
    if kind not in ABOUT or "\x00" in reference:
        raise Http404
    label, way = ABOUT[kind]
    model: Any = apps.get_model(label)
    found = get_object_or_404(model.objects.visible_to(request.user), reference=reference)
    rows = Project.objects.visible_to(request.user).filter(**{way: found})
    page = page_of(rows.for_list(), request.GET, order="-created_at", size=SIZE)
    context = {
        "kind": kind,
        "page": page,
        "rows": [(row, state_of(row)) for row in page.rows],
    }
    return panel_response(request, f"projects_{kind}", found, "projects/_beside.html", context)
