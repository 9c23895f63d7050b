"""The report of an edition, as page, PDF and DOCX, in any of the languages."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation

from core import policies
from core.localised import LANGUAGE_NAMES, LANGUAGES, active_language
from events.models import Event
from events.presentation.page import page_of_event
from events.presentation.report import counted, links_to_rows, report_of
from events.views.finding import find_event
from papers import report as papers
from papers.report import Report
from papers.responses import docx_response, pdf_response
from people.requests import SignedInRequest


def _language(request: SignedInRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in LANGUAGES else active_language()


def _report(request: SignedInRequest, event: Event, language: str) -> Report:
    """The description, with the reader's own side first."""
    side = request.user.standing.side_in(event.centre)
    own = event.centre.side_country(side).pk if side else ""
    with translation.override(language):
        return report_of(event, counted(event), own=own, language=language)


@login_required
def report(request: SignedInRequest, reference: str) -> HttpResponse:
    """The report on a page, with the way to the rows of each figure."""
    event = find_event(request, reference, "released")
    context: dict[str, Any] = page_of_event(request, event, "report")
    if "events.view_report" not in context["granted"]:
        raise PermissionDenied("events.view_report")
    language = _language(request)
    drawn = papers.drawn(_report(request, event, language))
    context |= {
        "blocks": drawn["blocks"],
        "language": language,
        "languages": LANGUAGE_NAMES.items(),
        "sources": links_to_rows(event, context["granted"]),
    }
    return render(request, "events/report.html", context)


@login_required
def report_pdf(request: SignedInRequest, reference: str) -> HttpResponse:
    """The report for the file, and for whoever has no account."""
    event, language = _asked(request, reference)
    return pdf_response(papers.pdf(_report(request, event, language)), f"{event.reference}-report-{language}.pdf")


@login_required
def report_docx(request: SignedInRequest, reference: str) -> HttpResponse:
    """The report to be edited further."""
    event, language = _asked(request, reference)
    return docx_response(papers.docx(_report(request, event, language)), f"{event.reference}-report-{language}.docx")


def _asked(request: SignedInRequest, reference: str) -> tuple[Event, str]:
    event = find_event(request, reference, "released")
    policies.require(request.user, "events.view_report", event)
    return event, _language(request)
