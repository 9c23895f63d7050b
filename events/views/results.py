"""What was answered: the page of an edition, of one questionnaire, and the one that is shown in the meeting."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from core import policies
from core.paging import page_of
from events.enums import QuestionnaireStatus, SubjectKind
from events.models import Event, Questionnaire
from events.presentation.page import page_of_event
from events.presentation.ratings import compared
from events.presentation.results import figures_of, result_of, summaries_of, with_ballots
from events.views.finding import find_event
from people.requests import SignedInRequest

SECONDS = 20  # after which the page of the meeting is fetched again


@login_required
def results(request: SignedInRequest, reference: str) -> HttpResponse:
    """The whole event in full, sessions, visits and speakers by a line each, and the editions before it."""
    event = find_event(request, reference)
    if "live" in request.GET:
        policies.require(request.user, "events.view_results", event)
        return _live(request, event, _asked(event).filter(subject=SubjectKind.EDITION).first())
    context = _page(request, event)
    page = page_of(_asked(event), request.GET, order="position")
    figures = figures_of(page.rows)
    whole = next((one for one in page.rows if one.subject == SubjectKind.EDITION), None)
    context |= {
        "page": page,
        "summaries": summaries_of(page.rows, figures, seated=event.seats_taken),
        "result": result_of(whole, figures, seated=event.seats_taken) if whole else None,
        "comparison": compared(event, request.user, figures.questions[whole.pk]) if whole else None,
    }
    return render(request, "events/results.html", context)


def _page(request: SignedInRequest, event: Event) -> dict[str, Any]:
    context = page_of_event(request, event, "results")
    if "events.view_results" not in context["granted"]:
        raise PermissionDenied("events.view_results")
    return context


@login_required
def questionnaire_results(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """One questionnaire in full."""
    event = find_event(request, reference)
    context = _page(request, event)
    found = get_object_or_404(_asked(event), pk=pk)
    if "live" in request.GET:
        return _live(request, event, found)
    context["result"] = result_of(found, figures_of([found]), seated=event.seats_taken)
    return render(request, "events/questionnaire_results.html", context)


def _asked(event: Event) -> Any:
    """Those that were opened, with how many have answered."""
    opened = Questionnaire.objects.filter(event=event).exclude(status=QuestionnaireStatus.DRAFT)
    return with_ballots(opened.select_related("session", "contributor"))


def _live(request: SignedInRequest, event: Event, found: Questionnaire | None) -> HttpResponse:
    """For the screen of the wrap-up meeting: large, fetched again by itself, and without the texts.

    A text that appears on the wall the moment somebody presses the button has a name.
    """
    result = result_of(found, figures_of([found]), seated=event.seats_taken, with_texts=False) if found else None
    context = {"event": event, "result": result, "seconds": SECONDS}
    return render(request, "events/results_live.html", context)
