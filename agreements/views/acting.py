"""Actions of committees: the list, one action, and the screens that write and settle one."""

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.actions import acting as acts
from agreements.enums import ActionStatus, DecisionStatus
from agreements.forms.deciding import ActionFilterForm, ActionForm, SettleForm
from agreements.models import Decision
from agreements.presentation import decisions as shown
from agreements.presentation.committee_words import ACTION_PHRASES
from agreements.views.decisions import find_decision, screen_of
from core import policies, stepping
from core.lists import as_csv
from core.paging import page_of
from people.history import history_of
from people.requests import SignedInRequest


def _find(request: SignedInRequest, reference: str, number: int) -> Any:
    """The action, as far as the reader may see it: also whoever owes it and does not see the decision. Else 404."""
    rows = shown.actions_seen(request.user)
    return get_object_or_404(rows, decision__reference=reference, number=number)


def asked_actions(request: SignedInRequest) -> tuple[ActionFilterForm, Any]:
    """The form and the rows it leaves: the open ones unless another state is chosen."""
    asked = request.GET.copy()
    if not asked.get("state"):
        asked["state"] = "open"
    form = ActionFilterForm(asked)
    chosen = form.chosen()
    rows = shown.actions_seen(request.user).filter(decision__status=DecisionStatus.ADOPTED)
    rows = shown.in_state(rows, chosen.get("state", "open"), timezone.localdate())
    if whose := chosen.get("whose"):
        rows = rows.filter(shown.owed_by(request.user, whose))
    return form, rows


@login_required
def actions(request: SignedInRequest) -> HttpResponse:
    """Whose move it is: late ones first."""
    form, rows = asked_actions(request)
    page = page_of(rows, request.GET, order="due_on")
    context = {
        "page": page,
        "rows": shown.action_lines(page.rows, request.user),
        "filters": form,
        "is_narrowed": bool(form.chosen().get("whose")) or form.chosen().get("state") != "open",
    }
    return render(request, "agreements/actions.html", context)


@login_required
def actions_csv(request: SignedInRequest) -> StreamingHttpResponse:
    """The same as a table."""
    return as_csv(request, "agreements.actions")


@login_required
def action(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """One action: what, whose, by when, and what became of it."""
    found = _find(request, reference, number)
    seen = Decision.objects.visible_to(request.user).filter(pk=found.decision_id).exists()
    may_write = policies.allows(request.user, "agreements.write_action", found.decision)
    context = {
        "line": shown.action_line(found, request.user),
        "action": found,
        "decision": found.decision,
        "sees_decision": seen,
        "may_edit": may_write and found.decision.status == DecisionStatus.DRAFT,
        "history": history_of(found, ACTION_PHRASES, centre=found.decision.session.centre),
    }
    return render(request, "agreements/action.html", context)


@login_required
def write_action(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write down what is to be done because of a decision."""
    decision = find_decision(request, reference)
    policies.require(request.user, "agreements.write_action", decision)
    acts.expect_open(decision)
    return stepping.answer(
        request,
        ActionForm(request.POST or None, centre=decision.session.centre),
        partial(acts.write_action, decision, by=request.user),
        said=_("The action is written down."),
        to=f"{decision.get_absolute_url()}#actions",
        template="agreements/decision_step.html",
        context=screen_of(decision, heading=_("Write down an action")),
    )


@login_required
def edit_action(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Word it anew while the decision is a draft."""
    found = _find(request, reference, number)
    decision = found.decision
    policies.require(request.user, "agreements.write_action", decision)
    return stepping.answer(
        request,
        ActionForm(request.POST or None, centre=decision.session.centre, action=found),
        partial(acts.edit_action, found, by=request.user),
        said=_("The action is changed."),
        to=f"{decision.get_absolute_url()}#actions",
        template="agreements/decision_step.html",
        context=screen_of(decision, heading=_("Action %(number)s") % {"number": found.reference}),
    )


@login_required
def settle_action(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Say what became of it."""
    found = _find(request, reference, number)
    if request.method != "POST":
        acts.expect_owed(found, by=request.user)
    return stepping.answer(
        request,
        SettleForm(request.POST or None),
        partial(acts.settle_action, found, by=request.user),
        said=_("Noted. The officers and the other side’s co-director have been told."),
        to=found.get_absolute_url(),
        template="agreements/settle_action.html",
        context={
            "action": found,
            "line": shown.action_line(found, request.user),
            "is_open": found.status == ActionStatus.OPEN,
            "back_url": found.get_absolute_url(),
            "back": _("Back to the action"),
        },
    )
