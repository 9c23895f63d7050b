"""In the news: press releases about a record of the apps below, as a panel of its page or as a page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from core.paging import page_of
from core.panels import panel_response
from pages.links import LINKED
from pages.models import Page

SIZE = 10


def beside(request: HttpRequest, kind: str, reference: str) -> HttpResponse:
    """What was published about this record, as far as the reader may see the record."""
    if kind not in LINKED or "\x00" in reference:
        raise Http404
    linked = LINKED[kind]
    found = get_object_or_404(linked.model.objects.visible_to(request.user), reference=reference)
    rows = Page.objects.public().filter(**{linked.field: found})
    context = {
        "kind": kind,
        "page": page_of(rows.for_list(), request.GET, order="-renewed_at", size=SIZE),
    }
    return panel_response(request, f"news_{kind}", found, "pages/_beside.html", context)
