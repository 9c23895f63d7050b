"""The library of indicators, each with what it makes over projects and countries, and the values behind that."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.paging import page_of
from core.stepping import answer
from people.requests import SignedInRequest
from projects.actions import library as acts
from projects.forms.library import IndicatorForm, LibraryFilters, ValuesFilters, initial_of
from projects.models import Indicator, ReportedValue
from projects.presentation.library import library, totals_of, uses_of


def _keeps(request: HttpRequest) -> bool:
    return request.user.is_authenticated and acts.keeps_library(request.user)


def indicators(request: HttpRequest) -> HttpResponse:
    """The library."""
    filters = LibraryFilters(request.GET)
    chosen = filters.chosen()
    context = {
        "page": page_of(library(chosen), request.GET, order="code"),
        "filters": filters,
        "chosen": filters.removable(request.GET),
        "may_keep": _keeps(request),
    }
    return render(request, "projects/indicators.html", context)


def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: how it is measured, where it is used, what it makes together."""
    found = get_object_or_404(Indicator.objects.prefetch_related("dimensions"), code=code)
    uses = uses_of(found, request.user).select_related("project__country__calendar", "result")
    context = {
        "indicator": found,
        "totals": totals_of(found, request.user),
        "page": page_of(uses, request.GET, order="-pk"),
        "may_keep": _keeps(request),
    }
    return render(request, "projects/indicator.html", context)


def values(request: HttpRequest) -> HttpResponse:
    """Approved values, the latest first: the rows behind any figure."""
    filters, rows = asked_values(request)
    context = {
        "page": page_of(rows, request.GET, order="-approved_at"),
        "filters": filters,
        "chosen": filters.removable(request.GET),
    }
    return render(request, "projects/values.html", context)


def asked_values(request: HttpRequest) -> tuple[ValuesFilters, Any]:
    """The filters, and the values that this reader sees of them."""
    filters = ValuesFilters(request.GET)
    chosen = filters.chosen()
    columns = {
        "indicator": "measure__indicator__code",
        "project": "project__reference",
        "country": "project__country",
        "year": "period__ends_on__year",
    }
    rows = (
        ReportedValue.objects.visible_to(request.user)
        .counting()
        .filter(**{columns[name]: value for name, value in chosen.items()})
        .select_related("measure__indicator", "period", "project__country__calendar")
    )
    return filters, rows


def _write(request: SignedInRequest, form: Any, act: Any, **context: Any) -> HttpResponse:
    if not acts.keeps_library(request.user):
        raise PermissionDenied("projects.keep_indicators")
    return answer(
        request,
        form,
        act,
        said=_("The indicator is saved."),
        to=lambda row: reverse("projects:indicator", args=[row.code]),
        template="projects/write_indicator.html",
        context=context,
    )


@login_required
def add_indicator(request: SignedInRequest) -> HttpResponse:
    """A further one."""
    form = IndicatorForm(request.POST or None, initial={"is_active": True, "direction": "up"})
    return _write(request, form, partial(acts.add_indicator, by=request.user), heading=_("Add an indicator"))


@login_required
def edit_indicator(request: SignedInRequest, code: str) -> HttpResponse:
    """Its texts; its rules only before any value was reported."""
    found = get_object_or_404(Indicator, code=code)
    form = IndicatorForm(request.POST or None, initial=initial_of(found))
    return _write(
        request,
        form,
        partial(acts.edit_indicator, found, by=request.user),
        heading=_("Edit the indicator"),
        indicator=found,
    )
