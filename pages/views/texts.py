"""Lists and records of those who write: all texts, one with its languages and history, and what is missing."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core import policies
from core.paging import page_of
from pages.enums import TextState
from pages.forms.lists import TextsFilterForm
from pages.links import numbers_of
from pages.models import Page
from pages.policies.pages import require_staff
from pages.presentation.missing import core_lines, lines_of
from pages.presentation.record import buttons_of, history, languages_of, state_of, with_writers
from pages.querysets import PageQuerySet
from pages.views.finding import find_work
from people.requests import SignedInRequest


def asked_texts(request: HttpRequest) -> tuple[TextsFilterForm, PageQuerySet]:
    """The filters of the list, and the texts that they leave of those that the reader writes for."""
    filters = TextsFilterForm(request.GET)
    return filters, Page.objects.filter(policies.q("pages.write", request.user), **filters.chosen())


@login_required
def texts(request: SignedInRequest) -> HttpResponse:
    """All press releases and pages that the reader writes for, what was changed last first."""
    require_staff(request.user)
    filters, rows = asked_texts(request)
    page = page_of(rows.for_list(), request.GET, order="-updated_at")
    context = {
        "filters": filters,
        "chosen": filters.removable(request.GET),
        "page": page,
        "rows": [(row, state_of(row)) for row in page.rows],
    }
    return render(request, "pages/texts.html", context)


@login_required
def progress(request: SignedInRequest, reference: str) -> HttpResponse:
    """Where it stands in each language, what may be done next, and who did what."""
    found = find_work(request, reference)
    granted = found.granted  # type: ignore[attr-defined]
    rows = (
        found.texts.filter(state__in=(TextState.DRAFT, TextState.PUBLISHED)).select_related("by").defer("body", "lead")
    )
    written = list(rows)
    with_writers(found, written)
    context = {
        "record": found,
        "state": state_of(found),
        "buttons": buttons_of(found, request.user, granted, written),
        "languages": languages_of(found, written, may_write=True),
        "numbers": numbers_of(found),
        "history": history(found),
    }
    return render(request, "pages/progress.html", context)


@login_required
def missing(request: SignedInRequest) -> HttpResponse:
    """Which languages the core pages and the press releases lack, or have outdated."""
    require_staff(request.user)
    mine = Page.objects.filter(policies.q("pages.write", request.user))
    page = page_of(mine.releases().public().with_texts().for_list(), request.GET, order="-day")
    context = {
        "core": core_lines(mine.with_texts().for_list()),
        "page": page,
        "releases": lines_of(page.rows),
    }
    return render(request, "pages/missing.html", context)
