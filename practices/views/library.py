"""The library: one search box, facets, and the entries that are found."""

from dataclasses import replace
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from core.forms import without_controls
from core.paging import Page, page_of
from practices.finding.asking import Asked
from practices.finding.library import CAP, SIZE, Found, better, by_facets, counts, found
from practices.models import FacetTotal
from practices.policies.practices import may_begin
from practices.presentation.facets import chosen_of, groups_of, removable, without_pages, words_of_facets
from practices.presentation.results import results_of
from practices.views.finding import LONGEST_NUMBER

LONGEST = 200
ORDERS = ("verified", "newest")
COLUMNS = {"verified": "-verified_on", "newest": "-published_at"}
Chosen = dict[str, list[str]]


def list_practices(request: HttpRequest) -> HttpResponse:
    """What the library holds, narrowed and searched. A word that nobody wrote is taken for the nearest one that is."""
    text = without_controls(request.GET.get("q", ""))[:LONGEST].replace("\x00", "").strip()
    words = words_of_facets()
    chosen = chosen_of(request.GET, words)
    asked = Asked.of(text)
    order = request.GET.get("order", "")
    order = order if order in ORDERS else "best" if asked else "verified"
    if text:
        asked, page, total, is_more = _searched(request.GET, asked, chosen, order)
        numbers = counts(asked, chosen) if total else {}
    else:
        page = _browsed(request.GET, chosen, order)
        numbers = counts(asked, chosen) if chosen else dict(FacetTotal.objects.values_list("facet", "entries"))
        total = numbers.get("all", 0)
        is_more = bool(chosen) and total > CAP
    context = {
        "text": text,
        "asked": asked,
        "is_other": bool(text) and asked.text != text,
        "page": page,
        "results": results_of(page.rows, asked, words["topic"]),
        "total": min(total, CAP) if is_more else total,
        "is_more": is_more,
        "cap": CAP,
        "groups": groups_of(words, chosen, numbers),
        "chosen": removable(request.GET, words, chosen),
        "chosen_pairs": [(group, value) for group, values in chosen.items() for value in values],
        "order": order,
        "orders": _orders(request.GET, is_searched=bool(text)),
        "all": _only(request.GET, "q", "order"),
        "exactly": _only(request.GET, "q", "order", *chosen) + "&exact=1",
        "may_begin": may_begin(request.user),
    }
    return render(request, "practices/list.html", context)


def _searched(asked_for: QueryDict, asked: Asked, chosen: Chosen, order: str) -> tuple[Asked, Page[Any], int, bool]:
    """A page of the nearest entries; when there is none, of those with words that are close."""
    wanted = asked_for.get("page", "")
    is_number = wanted.isdecimal() and len(wanted) < LONGEST_NUMBER
    number = max(1, min(int(wanted), CAP // SIZE)) if is_number else 1
    one = found(asked, chosen, order=order, page=number) if asked else Found([], 0)
    if not one.ids and number > 1:
        number, one = 1, found(asked, chosen, order=order)
    if not one.ids and "exact" not in asked_for and (other := better(asked)):
        nearer = found(other, chosen, order=order)
        if nearer.ids:
            asked, one = other, nearer
    query = without_pages(asked_for)
    page: Page[Any] = Page(
        cast("list[Any]", one.ids),
        newer=_numbered(query, number - 1) if number > 1 else "",
        older=_numbered(query, number + 1) if number * SIZE < one.count else "",
    )
    return asked, page, one.total, one.is_more


def _browsed(asked_for: QueryDict, chosen: Chosen, order: str) -> Page[Any]:
    """A page of everything, or of what bears the facets, in the order of an index."""
    rows = by_facets(chosen).defer("heading", "body")
    page: Page[Any] = page_of(rows, asked_for, order=COLUMNS[order], size=SIZE)
    return replace(page, rows=[row.pk for row in page.rows])


def _numbered(query: QueryDict, number: int) -> str:
    query = query.copy()
    query["page"] = str(number)
    return query.urlencode()


def _orders(asked_for: QueryDict, *, is_searched: bool) -> dict[str, str]:
    """The query of each order of the list."""
    found_orders = {}
    for order in (*(["best"] if is_searched else []), *ORDERS):
        query = without_pages(asked_for)
        query["order"] = order
        found_orders[order] = query.urlencode()
    return found_orders


def _only(asked_for: QueryDict, *names: str) -> str:
    query = QueryDict(mutable=True)
    for name in names:
        if values := asked_for.getlist(name):
            query.setlist(name, values)
    return query.urlencode()
