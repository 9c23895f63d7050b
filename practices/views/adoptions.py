"""The register of adoptions: of all, what we adopted, who adopted ours."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.lists import as_csv
from core.paging import page_of
from people.enums import Function
from practices.enums import Stage
from practices.models import Adoption
from practices.presentation import adoptions as words

LISTS = ("all", "ours", "from_us")


def narrowed(request: HttpRequest) -> tuple[Any, dict[str, str]]:
    """The adoptions that the address asks for: of all, of the own body, from the own body; by stage and country."""
    rows = Adoption.objects.visible_to(request.user)
    chosen = {"show": request.GET.get("show", "all"), "stage": request.GET.get("stage", "")}
    if chosen["show"] not in LISTS or not request.user.is_authenticated:
        chosen["show"] = "all"
    bodies = (
        request.user.standing.organisation_ids(Function.MEMBER, Function.FOCAL_POINT, Function.ADVISOR)
        if request.user.is_authenticated
        else []
    )
    if chosen["show"] == "ours":
        rows = rows.filter(adopter__in=bodies)
    elif chosen["show"] == "from_us":
        rows = rows.filter(owner__in=bodies)
    else:
        rows = rows.confirmed()
    if chosen["stage"] in Stage.values:
        rows = rows.filter(stage=chosen["stage"])
    if reference := request.GET.get("practice", "").replace("\x00", ""):
        rows = rows.filter(practice__reference=reference)
    if code := request.GET.get("country", "")[:2].replace("\x00", ""):
        rows = rows.filter(country=code)
    if code := request.GET.get("from", "")[:2].replace("\x00", ""):
        rows = rows.filter(practice__country=code)
    return rows, chosen


def adoptions(request: HttpRequest) -> HttpResponse:
    """Who adopted what: of all, what we adopted, and who adopted ours."""
    rows, chosen = narrowed(request)
    page = page_of(rows.for_list(), request.GET)
    context = {
        "page": page,
        "rows": [(row, *words.stage_of(row)) for row in page.rows],
        "chosen": chosen,
        "stages": Stage.choices,
        "practice": request.GET.get("practice", ""),
        "lists": [
            ("all", _("All confirmed adoptions")),
            *(
                [("ours", _("What we adopted")), ("from_us", _("Who adopted ours"))]
                if request.user.is_authenticated
                else []
            ),
        ],
    }
    return render(request, "practices/adoptions.html", context)


def adoptions_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same list as a table to be worked on, row by row however long it is."""
    return as_csv(request, "practices.adoptions")
