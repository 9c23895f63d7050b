"""The list for the gate of a visit: for the travel desk alone."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import policies
from core.sheets import csv_response
from events.actions import gate_lists as acts
from events.models import Event, Session
from events.presentation.page import page_of_event
from events.presentation.travel_papers import gate_list_pdf, head_of_list, language_of, rows_of_list
from events.presentation.visits import lacks_passport
from events.views.visits import find_visit
from events.visitors import visitors_of
from papers.responses import pdf_response
from people.requests import SignedInRequest


def _find(request: HttpRequest, reference: str, pk: int) -> tuple[Event, Session]:
    session = find_visit(request, reference, pk)
    policies.require(request.user, "events.view_gate_list", session)
    return session.event, session


def _asks(session: Session) -> bool:
    visit = getattr(session, "visit", None)
    return visit is not None and visit.needs_passport


@login_required
def gate_list(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Who would stand on it, whose passport is missing, and whether the host has it. No fact is opened here."""
    event, session = _find(request, reference, pk)
    people = [one for one, _group in visitors_of(session)]
    gone_at = acts.gone_at(session)
    context = page_of_event(request, event, "visits")
    context |= {
        "session": session,
        "visit": getattr(session, "visit", None),
        "people": people,
        "asks": _asks(session),
        "lacking": [one for one in people if lacks_passport(one)] if _asks(session) else [],
        "gone_at": gone_at,
        "is_gone": session.cancelled_at is not None or (gone_at is not None and gone_at <= timezone.now()),
    }
    return render(request, "events/gate_list.html", context)


@login_required
def gate_list_file(request: SignedInRequest, reference: str, pk: int, form: str) -> HttpResponseBase:
    """The list as PDF or as a table. Each making stands in the journal."""
    event, session = _find(request, reference, pk)
    lines = acts.make_gate_list(session, by=request.user, form=form)
    name = f"{event.reference}-gate-{session.pk}.{form}"
    if form == "pdf":
        language = language_of(request.GET.get("language", ""))
        return pdf_response(gate_list_pdf(session, lines, asks=_asks(session), language=language), name)
    groups = any(line.group for line in lines)
    rows = rows_of_list(lines, asks=_asks(session), groups=groups)
    return csv_response(name, head_of_list(asks=_asks(session), groups=groups), rows)


@login_required
@require_POST
def mark_gate_list_sent(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """The host has the list."""
    event, session = _find(request, reference, pk)
    acts.mark_gate_list_sent(session, by=request.user)
    messages.success(request, _("The list is marked as sent."))
    return redirect("events:gate_list", event.reference, session.pk)
