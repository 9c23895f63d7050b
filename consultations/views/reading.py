"""The list and the record."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render

from consultations.enums import Status
from consultations.forms.lists import RequestFilterForm
from consultations.models import Consultation
from consultations.policies import may_ask
from consultations.presentation import answer, clocks, keys, record, state, steps, thread
from consultations.views.finding import find, screen
from consultations.workflow import lifecycle
from core import policies
from core.filters import query_without
from core.models import Signature
from core.paging import page_of
from core.panels import panels_beside
from people.history import history_of
from people.models import Country
from people.requests import SignedInRequest

ENDED = (Status.DECLINED, Status.WITHDRAWN)
BY_DUE = "due_at"


@login_required
def list_requests(request: SignedInRequest) -> HttpResponse:
    """Requests the reader may see, narrowed and searched; those with a due time can be had by due time."""
    form, rows, order = asked(request)
    by_due = order == BY_DUE
    page = page_of(rows, request.GET, order=order)
    context = {
        "page": page,
        "rows": [(row, state.state_of(row)) for row in page.rows],
        "filters": form,
        "chosen": form.removable(request.GET),
        "by_due": by_due,
        "kept": [("order", "due")] if by_due else [],
        "orders": {
            "newest": query_without(request.GET, "order"),
            "due": query_without(request.GET, order="due"),
        },
        "may_ask": may_ask(request.user),
    }
    return render(request, "consultations/list.html", context)


def asked(request: SignedInRequest) -> tuple[RequestFilterForm, Any, str]:
    """What the address asks for: the filters, the rows they leave, and their order."""
    given = request.GET.copy()
    given.setdefault("state", "open")
    form = RequestFilterForm(given, countries=Country.objects.filter(served_by__isnull=False).distinct())
    rows = _narrowed(Consultation.objects.visible_to(request.user), form.chosen(), request)
    by_due = request.GET.get("order") == "due"
    if by_due:
        rows = rows.filter(due_at__isnull=False)
    return form, rows.for_list(), BY_DUE if by_due else "-updated_at"


def _narrowed(rows: Any, chosen: dict[str, Any], request: SignedInRequest) -> Any:
    match chosen.get("state", "open"):
        case "open":
            rows = rows.open()
        case "mine":
            rows = rows.awaiting(request.user)
        case "others":
            rows = rows.awaiting_others(request.user)
        case "answered":
            rows = rows.filter(status__in=(Status.ANSWERED, Status.CLOSED))
        case "ended":
            rows = rows.filter(status__in=ENDED)
    match chosen.get("due"):
        case "late":
            rows = rows.overdue()
        case "week":
            rows = rows.due_within(7)
    if text := chosen.get("q"):
        rows = rows.matching(text)
    equal = {name: chosen[name] for name in ("topic", "type", "country") if name in chosen}
    return rows.filter(Q(**equal)) if equal else rows


@login_required
def detail(request: SignedInRequest, handle: str) -> HttpResponse:
    """Everything about one request, for this reader: at most twelve queries, however long its thread."""
    consultation = find(request, handle, with_parts=True)
    if consultation.handle != handle:
        return redirect(consultation)
    user = request.user
    granted = policies.granted(user, steps.permissions_asked(consultation), consultation)
    signatures = list(Signature.objects.about(consultation).select_related("by"))
    live = [one for one in signatures if one.is_live]
    buttons = steps.buttons_of(
        consultation, lifecycle.available(consultation, user, granted=granted, live=live), granted
    )
    running = clocks.clocks_of(consultation)
    questions, answered = answer.answer_of(consultation, prepares=steps.prepares(granted))
    context = screen(
        consultation,
        state=state.state_of(consultation),
        stages=state.stages_of(consultation, clocks.due_of_stage(consultation, running)),
        ask=steps.ask_of(consultation, buttons, granted),
        buttons=buttons,
        granted=granted,
        decision=keys.decision_of(consultation, signatures, user),
        scores=keys.scores_of(consultation, granted, user),
        questions=questions,
        answer=answered,
        thread=thread.contributions(consultation, user),
        people=record.people_of(consultation),
        clocks=running,
        history=history_of(consultation, record.PHRASES, centre=consultation.centre),
        wished=record.wished_of(consultation),
        translations=record.translations_of(consultation),
        documents=record.documents_of(consultation),
        panels=panels_beside(consultation, user) if consultation.reference else [],
    )
    return render(request, "consultations/detail.html", context)
