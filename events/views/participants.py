"""The people of an event as officers work with them: the list, decisions on many, the table, the badges."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import policies
from core.forms import attempt
from core.paging import page_of
from core.sheets import csv_response
from core.stepping import posted
from events.actions import approving
from events.enums import ParticipantStatus
from events.forms.participants import DecisionForm, PeopleFilterForm
from events.models import Event, Participant
from events.presentation import badges
from events.presentation import participants as words
from events.presentation.page import page_of_event
from events.presentation.registration import shape_of
from events.views.finding import find_event
from events.views.numbers import numbers_of
from papers.responses import pdf_response
from people.requests import SignedInRequest

SIZE = 50
SEATED = frozenset(ParticipantStatus.seated())
ACTS: dict[str, tuple[Callable[..., approving.Decided], Any, Any]] = {
    "approve": (approving.approve_registrations, gettext_lazy("Approve"), ""),
    "refuse": (
        approving.refuse_registrations,
        gettext_lazy("Refuse with reasons"),
        gettext_lazy("Those concerned read them."),
    ),
    "cancel": (
        approving.cancel_registrations,
        gettext_lazy("Cancel the registrations"),
        gettext_lazy("They stand in the history of each person."),
    ),
}


@login_required
def participants(request: SignedInRequest, reference: str) -> HttpResponse:
    """Nominated and registered alike, newest first, narrowed and searched."""
    event = find_event(request, reference)
    policies.require(request.user, "events.view_whole", event)
    form = PeopleFilterForm(request.GET)
    chosen = form.chosen()
    page = page_of(words.narrowed(event, chosen), request.GET, order="-created_at", size=SIZE)
    counts = words.counts_of(event)
    context = page_of_event(request, event, "participants", "events.edit")
    context |= {
        "page": page,
        "rows": [(row, shape_of(row.status)) for row in page.rows],
        "filters": form,
        "chosen": form.removable(request.GET),
        "counts": counts,
        "acts": [(name, label) for name, (_act, label, _hint) in ACTS.items()],
        "badge_files": badges.files_of(sum(number for state, _word, number in counts if state in SEATED)),
        "badges_a_file": badges.PART,
    }
    return render(request, "events/participants.html", context)


@login_required
def participants_csv(request: SignedInRequest, reference: str) -> HttpResponseBase:
    """The same list as a table; the journal keeps who took it."""
    event = find_event(request, reference)
    approving.export_participants(event, by=request.user)
    rows = words.narrowed(event, PeopleFilterForm(request.GET).chosen())
    questions = list(event.registration_fields.all())
    name = f"{event.reference}-participants.csv"
    return csv_response(name, words.header_of(questions), words.table_of(rows, questions))


@login_required
def decide_registrations(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask once more about those chosen in the list, and for reasons where they read them; then do it."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    asked = request.POST if request.method == "POST" else request.GET
    if asked.get("act") not in ACTS:
        raise Http404
    act, label, hint = ACTS[asked["act"]]
    people = _chosen(event, asked.getlist("chosen"))
    asks = asked["act"] != "approve"
    form = DecisionForm(posted(request), asks=asks, hint=hint)
    if form.is_valid():
        decided = attempt(form, act, event, people, by=request.user, **form.cleaned_data)
        if decided:
            _say(request, decided)
            return redirect("events:participants", event.reference)
    context = {"event": event, "form": form, "people": people, "act": asked["act"], "label": label}
    context["back_url"] = reverse("events:participants", args=[event.reference])
    return render(request, "events/decide_registrations.html", context)


def _chosen(event: Event, numbers: list[str]) -> list[Participant]:
    """Those of this event among the numbers; what is no number is nobody."""
    rows = event.participants.filter(pk__in=numbers_of(numbers[: approving.MOST + 1])).select_related("country")
    return list(rows.order_by("created_at", "pk"))


def _say(request: SignedInRequest, decided: approving.Decided) -> None:
    done, queued, passed = map(len, decided)
    if done:
        said = ngettext("Done for %(count)s person.", "Done for %(count)s people.", done)
        messages.success(request, said % {"count": done})
    if queued:
        said = ngettext(
            "All seats are taken: %(count)s person is on the waiting list.",
            "All seats are taken: %(count)s people are on the waiting list.",
            queued,
        )
        messages.warning(request, said % {"count": queued})
    if passed:
        names = ", ".join(str(one) for one in decided.passed_over)
        messages.warning(request, _("Not possible in their present state: %(names)s.") % {"names": names})


@login_required
def badges_pdf(request: SignedInRequest, reference: str) -> HttpResponse:
    """All badges in parts, or those of the people chosen in the list."""
    event = find_event(request, reference)
    policies.require(request.user, "events.mark_attendance", event)
    rows = badges.seated(event)
    name = f"{event.reference}-badges.pdf"
    if numbers := request.GET.getlist("chosen"):
        rows = rows.filter(pk__in=[one.pk for one in _chosen(event, numbers)])
    else:
        part = next(iter(numbers_of([request.GET.get("part", "1")[:5]])), 1) or 1
        rows = rows[(part - 1) * badges.PART : part * badges.PART]
        name = f"{event.reference}-badges-{part}.pdf"
    people = list(rows)
    if not people:
        raise Http404
    return pdf_response(badges.sheet_of(event, people), name)
