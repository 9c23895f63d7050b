"""The rows behind a figure: the same rows, by the same condition, as the figure was counted of."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render

from core import policies
from core.paging import page_of
from people.models import Centre
from people.requests import SignedInRequest
from reports.figures.modules import tables
from reports.forms.asked import AskedForm
from reports.presentation.dashboards import written
from reports.presentation.figures import narrowed_by


@login_required
def figure_rows(request: SignedInRequest, table: str, measure: str) -> HttpResponse:
    """The rows of one figure, for the staff of its centre; those whose record they may not open are counted only."""
    form = AskedForm(request.GET)
    if table not in tables or measure not in tables[table].measures or not form.is_valid():
        raise Http404
    asked = form.asked()
    if not Centre.objects.filter(policies.q("reports.make", request.user), pk=asked.centre.pk).exists():
        raise Http404
    if asked.event and not asked.centre.events.visible_to(request.user).filter(pk=asked.event.pk).exists():
        raise Http404
    one = tables[table]
    rows = one.counted(measure, asked)
    opened = one.seen(rows, request.user)
    page = page_of(opened.select_related(*one.related), request.GET, order="-pk")
    figure = one.figures(asked, measure)[0]
    counted = rows.count() if one.measures[measure].sum else figure.value
    context = {
        "asked": asked,
        "table": one,
        "measure": one.measures[measure],
        "figure": figure,
        "value": written(figure.value, figure.unit),
        "narrowed": narrowed_by(one, asked),
        "page": page,
        "lines": [one.line(row) for row in page.rows],
        "closed": int(counted or 0) - opened.count(),
    }
    return render(request, "reports/figure_rows.html", context)
