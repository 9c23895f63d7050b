"""The portfolio, and the rows behind each of its figures."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from core.paging import page_of
from people import directory
from people.days import today_at
from people.enums import Side
from people.keys import sides_of
from projects.finding import Asked, counts_of
from projects.models import Project
from projects.portfolio import (
    BY,
    KINDS,
    MET,
    MISSED,
    MONEY,
    Chosen,
    currency_of,
    entries_of,
    late_reports_of,
    lines_of,
    money_of,
    results_of,
    risks_of,
    values_of,
)
from projects.presentation.facets import groups_of, only, removable, words_of
from projects.presentation.portfolio import bars_of, currencies_of, parts_of, stages_of, tabs_of, url_of_rows
from projects.presentation.portfolio_rows import HEADINGS, line_of


def portfolio(request: HttpRequest) -> HttpResponse:
    """What the projects the reader may see amount to, narrowed by the facets; every figure leads to its rows."""
    user = request.user
    asked = Asked.of(request.GET)
    counts = counts_of(Project.objects.visible_to(user), asked)
    words = words_of(counts, asked, user)
    chosen = Chosen(asked, currency_of(request.GET.get("currency", ""), counts.currencies), _by(request))
    centre = directory.main_centre()
    if centre is None:
        raise Http404
    sides = sides_of(centre, user)
    money = money_of(chosen, user)
    results = results_of(chosen, user)
    parts, is_more = parts_of(request.GET, chosen, money, counts=counts, words=words, sides=sides)
    context = {
        "centre": centre,
        "total": counts.total,
        "text": asked.text,
        "chosen": removable(request.GET, words, asked),
        "all": only(request.GET, "currency", "by"),
        "kept": [("currency", chosen.currency), ("by", chosen.by)],
        "groups": groups_of(words, asked, counts),
        "query": only(request.GET, "q", *asked.chosen),
        "currency": chosen.currency,
        "currencies": currencies_of(request.GET, chosen, counts),
        "others": counts.total - counts.currencies[chosen.currency],
        "stages": stages_of(request.GET, counts),
        "money": bars_of(request.GET, chosen, money, sides),
        "tabs": tabs_of(request.GET, chosen),
        "parts": parts,
        "is_more": is_more,
        "sides": sides,
        "results": {
            name: (results[name], url_of_rows(request.GET, chosen, figure=name)) for name in ("reached", "behind")
        },
    }
    if user.is_authenticated:
        today = today_at(centre)
        context["work"] = {
            "risks": (risks_of(chosen, user).count(), url_of_rows(request.GET, chosen, figure="risks")),
            "late": (late_reports_of(chosen, user, today).count(), url_of_rows(request.GET, chosen, figure="late")),
        }
    return render(request, "projects/portfolio.html", context)


def portfolio_rows(request: HttpRequest) -> HttpResponse:
    """The rows behind one figure of the portfolio; each leads to where it is proved."""
    figure, side = request.GET.get("figure", ""), request.GET.get("side", "")
    centre = directory.main_centre()
    if centre is None or figure not in HEADINGS or (figure in MONEY and side not in Side.values):
        raise Http404
    asked = Asked.of(request.GET)
    counts = counts_of(Project.objects.visible_to(request.user), asked)
    chosen = Chosen(asked, currency_of(request.GET.get("currency", ""), counts.currencies), _by(request))
    rows, order = _rows(chosen, request.user, figure, side, today_at(centre))
    page = page_of(rows, request.GET, order=order)
    context = {
        "page": page,
        "lines": [line_of(figure, row) for row in page.rows],
        "heading": HEADINGS[figure],
        "side": side if figure in MONEY else "",
        "centre": centre,
        "is_money": figure in MONEY,
        "currency": chosen.currency,
        "chosen": removable(request.GET, words_of(counts, asked, request.user), asked),
        "all": only(request.GET, "figure", "side", "currency"),
        "back": only(request.GET, "q", "currency", *asked.chosen),
    }
    return render(request, "projects/portfolio_rows.html", context)


def _rows(chosen: Chosen, user: Any, figure: str, side: str, today: date) -> tuple[Any, str]:
    """The rows of a figure with what their lines show, and the column they are ordered by."""
    if figure == "approved":
        return lines_of(chosen, user).filter(side=side).select_related("project", "decision"), "-starts_on"
    if figure in KINDS:
        return entries_of(chosen, user, KINDS[figure]).filter(side=side).select_related("project"), "-on"
    if figure == "risks":
        return risks_of(chosen, user).select_related("project"), "-score"
    if figure == "late":
        return late_reports_of(chosen, user, today).select_related("project"), "due_on"
    rows = values_of(chosen, user).filter(MET if figure == "reached" else MISSED)
    return rows.select_related("project", "period", "measure__indicator"), "-pk"


def _by(request: HttpRequest) -> str:
    asked = request.GET.get("by", "")
    return asked if asked in BY else BY[0]
