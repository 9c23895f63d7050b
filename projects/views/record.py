"""The record of a project: the overview, and the concept paper with its history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.panels import panels_beside
from projects.models import Project
from projects.presentation.achieved import achieved
from projects.presentation.beside import beside
from projects.presentation.life import buttons_of
from projects.presentation.linked_data import linked_data
from projects.presentation.page import address, page_of_project
from projects.presentation.record import ALL_TEXTS, PUBLIC_TEXTS, has_money, leading_of, money_of, texts_of
from projects.presentation.state import steps_of
from projects.presentation.totals import totals
from projects.views.finding import find, find_work

RELATED = ("agreement", "decision__session", "leader_a", "leader_b", "contractor", "resubmits")
TOP = 6  # indicators shown: all of them stand on the page of results


def project(request: HttpRequest, reference: str) -> HttpResponse:
    """One project, as far as this reader sees it."""
    found = find(request, reference, *RELATED)
    context = page_of_project(request, found, "project")
    is_inside = "projects.view_work" in context["granted"]
    context |= {
        "is_inside": is_inside,
        "steps": steps_of(found),
        "leading": leading_of(found, context["sides"], is_inside=is_inside),
        "beside": beside(found, request.user, is_inside=is_inside),
        "texts": texts_of(found, PUBLIC_TEXTS),
        "panels": panels_beside(found, request.user),
        "buttons": buttons_of(found, context["granted"]) if request.user.is_authenticated else [],
        "urls": {name: address(name, found.reference) for name in ("results", "money", "schedule", "risks", "reports")},
    }
    if has_money(found):
        sums = totals(found)
        reached = achieved(found)
        context |= {
            "totals": sums,
            "money": money_of(found, sums, context["sides"]),
            "reached": reached[:TOP],
            "reached_more": len(reached) > TOP,
        }
        if found.is_public:
            context["linked_data"] = linked_data(found)
    return render(request, "projects/project.html", context)


def concept(request: HttpRequest, reference: str) -> HttpResponse:
    """The concept paper whole, as both sides have it."""
    found = find_work(request, reference, *RELATED, "author")
    context = page_of_project(request, found, "concept")
    context |= {"texts": texts_of(found, ALL_TEXTS), "asked": asked_of(found, context["sides"])}
    return render(request, "projects/concept.html", context)


def asked_of(project: Project, sides: list[str]) -> list[tuple[str, object]]:
    """The money that is expected from each side, and from others."""
    amounts = {"a": project.asked_a, "b": project.asked_b}
    found = [(side, amounts[side]) for side in sides]
    return [(side, amount) for side, amount in [*found, ("", project.asked_other)] if amount is not None]
