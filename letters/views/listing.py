"""The list of letters, for the centre and for whom they are addressed to; and what is in preparation."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.http import HttpResponse
from django.shortcuts import render

from core.filters import query_without
from core.forms import without_controls
from core.paging import page_of
from letters.enums import LetterState
from letters.forms.letters import LetterFilterForm
from letters.models import Letter, LetterRun
from letters.policies.letters import writes
from letters.presentation.page import state_of, state_of_run
from people.requests import SignedInRequest


@login_required
def list_letters(request: SignedInRequest) -> HttpResponse:
    """Issued letters that the reader may see, newest first."""
    filters, rows = asked(request)
    page = page_of(rows, request.GET, order="-issued_at")
    context = {
        "filters": filters,
        "chosen": filters.removable(request.GET),
        "all": query_without(request.GET, *filters.fields),
        "page": page,
        "rows": [(row, state_of(row)) for row in page.rows],
        "may_write": bool(writes(request.user)),
    }
    return render(request, "letters/list.html", context)


def asked(request: SignedInRequest) -> tuple[LetterFilterForm, QuerySet[Letter]]:
    """The filters, and the letters that this reader sees of them."""
    rows = Letter.objects.numbered().visible_to(request.user)
    years = rows.order_by().annotate(year=ExtractYear("issued_on")).values_list("year", flat=True).distinct()
    filters = LetterFilterForm(request.GET, years=sorted(years, reverse=True))
    return filters, narrowed(rows, filters.chosen()).for_list()  # type: ignore[attr-defined]


def narrowed(rows: QuerySet[Letter], chosen: dict[str, Any]) -> QuerySet[Letter]:
    """The rows that the filters leave."""
    if text := without_controls(chosen.get("q", "")).replace("\x00", "").strip():
        rows = rows.matching(text)  # type: ignore[attr-defined]
    if year := chosen.get("year"):
        rows = rows.filter(issued_on__year=year)
    if about := chosen.get("about", "").replace("\x00", "").strip():
        rows = rows.filter(run__about_reference__iexact=about)
    return rows.filter(**{name: chosen[name] for name in ("kind", "state") if name in chosen})


@login_required
def list_runs(request: SignedInRequest) -> HttpResponse:
    """Runs of the reader's centres, newest first."""
    rows = LetterRun.objects.visible_to(request.user).select_related("by", "template")
    counted = rows.annotate(total=Count("letters"), out=Count("letters", filter=Q(letters__state=LetterState.LEFT_OUT)))
    page = page_of(counted, request.GET, order="-pk")
    context = {
        "page": page,
        "rows": [(row, state_of_run(row)) for row in page.rows],
        "may_write": bool(writes(request.user)),
    }
    return render(request, "letters/runs.html", context)
