"""Entries side by side, and beside what a country has."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from people import directory
from practices.enums import VersionState
from practices.presentation import record
from practices.presentation.comparison import LEAST, MOST, asked_for, columns_of
from practices.presentation.conditions import here_of, own_country
from practices.presentation.facts import facts_of, with_facts
from practices.presentation.reading import reading
from practices.views.finding import find


def compare(request: HttpRequest) -> HttpResponse:
    """`?with=P-2026-001&with=P-2026-002`: two to four entries. Another number of them is answered by a choice."""
    practices, unknown = asked_for(request.GET.getlist("with"), request.user)
    query = urlencode([("with", practice.reference) for practice in practices])
    is_possible = LEAST <= len(practices) <= MOST
    context = {
        "columns": columns_of(practices) if is_possible else [],
        "practices": practices,
        "unknown": unknown,
        "query": query,
        "canonical": request.build_absolute_uri(f"{reverse('practices:compare')}?{query}"),
        "most": MOST,
    }
    return render(request, "practices/compare.html", context)


def here(request: HttpRequest, reference: str) -> HttpResponse:
    """`?country=GE`: what the entry needs beside what the country has; the reader's own when none is named."""
    practice = find(request, reference)
    shown = practice.versions.filter(state__in=(VersionState.LIVE, VersionState.WORKING)).order_by("-live_at")
    version = record.version_to_read(list(with_facts(shown)))
    version.practice = practice
    code = request.GET.get("country", "").upper() or own_country(request.user)
    if code and directory.country(code) is None:
        raise Http404
    facts = facts_of(version)
    context = {
        "practice": practice,
        "read": reading(practice, version, practice.translations.all()),
        "here": here_of(code, facts.preconditions) if code else None,
        "needs": facts.preconditions,
        "countries": directory.countries(),
        "code": code,
    }
    return render(request, "practices/here.html", context)
