"""What the wrap-up meeting left behind: minutes, decisions, actions, and what became of them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import policies
from core.forms import attempt
from events.actions import wrapup as acts
from events.enums import MinutesStatus, OutcomeKind, OutcomeStatus
from events.forms.wrapup import OutcomeForm, SettleForm
from events.models import Event, Minutes, Outcome
from events.presentation.outcomes import lines_of, next_edition, split
from events.presentation.page import page_of_event
from events.views.finding import find_event
from people.requests import SignedInRequest


def _wrap_up(event: Event) -> str:
    return reverse("events:wrap_up", args=[event.reference])


def _find_outcome(request: HttpRequest, reference: str, pk: int) -> Outcome:
    """The decision or action, as far as the reader may see it; else 404.

    What was carried to an edition that is not announced is found by the edition it came from.
    """
    if "\x00" in reference:
        raise Http404
    rows = Outcome.objects.visible_to(request.user).select_related(
        "event__programme",
        "event__centre__side_a__calendar",
        "event__centre__side_b__calendar",
        "country",
        "organisation",
        "carried_from",
    )
    known = Q(event__announced_at__isnull=False) | Q(event__in=Event.objects.visible_to(request.user).values("pk"))
    ahead = Q(event__announced_at=None, carried_from__event__reference=reference)
    return get_object_or_404(rows.defer("event__search"), Q(known, event__reference=reference) | ahead, pk=pk)


def _event_of(request: HttpRequest, reference: str) -> Event:
    """The event: also for those who may not see it otherwise and owe an action of it, once it is announced."""
    owed = Outcome.objects.visible_to(request.user).filter(
        event__reference=reference.replace("\x00", ""), event__announced_at__isnull=False
    )
    if "\x00" not in reference and owed.exists():
        rows = Event.objects.select_related("programme", "centre__side_a__calendar", "centre__side_b__calendar")
        return rows.defer("search").get(reference=reference)
    return find_event(request, reference)


@login_required
def wrap_up(request: SignedInRequest, reference: str) -> HttpResponse:
    """Minutes, decisions and actions with their state, and what came from the last edition."""
    event = _event_of(request, reference)
    lines = lines_of(event, request.user)
    context = page_of_event(request, event, "wrap_up", "events.wrap_up")
    if not lines and "events.take_part" not in context["granted"]:
        raise PermissionDenied("events.take_part")
    decisions, actions = split(lines)
    versions = list(Minutes.objects.visible_to(request.user).filter(event=event).defer("text"))
    may_write = "events.wrap_up" in context["granted"]
    open_ones = [one for one in actions if one.outcome.status == OutcomeStatus.OPEN]
    context |= {
        "versions": versions,
        "decisions": decisions,
        "carried": [one for one in actions if one.outcome.carried_from_id],
        "actions": [one for one in actions if not one.outcome.carried_from_id],
        "may_write": may_write,
        "may_begin": may_write and not any(one.status in _IN_PREPARATION for one in versions),
        "is_agreed": any(one.status == MinutesStatus.AGREED for one in versions),
        "next": next_edition(event) if may_write and open_ones else None,
        "open_count": len(open_ones),
    }
    return render(request, "events/wrap_up.html", context)


_IN_PREPARATION = (MinutesStatus.DRAFT, MinutesStatus.PROPOSED)


@login_required
def add_outcome(request: SignedInRequest, reference: str, kind: str) -> HttpResponse:
    """A decision, or an action."""
    event = find_event(request, reference)
    policies.require(request.user, "events.wrap_up", event)
    if kind not in OutcomeKind.values:
        raise Http404
    form = OutcomeForm(request.POST or None, kind=kind)
    if form.is_valid() and attempt(form, acts.add_outcome, event, by=request.user, kind=kind, **form.cleaned_data):
        messages.success(request, _("It is written down."))
        return redirect(f"{_wrap_up(event)}#{kind}s")
    context = {
        "event": event,
        "form": form,
        "kind": kind,
        "back_url": _wrap_up(event),
        "back": _("Back to the wrap-up"),
    }
    return render(request, "events/edit_outcome.html", context)


@login_required
def edit_outcome(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Word it anew, or move its date."""
    found = _find_outcome(request, reference, pk)
    form = OutcomeForm(request.POST or None, kind=found.kind, outcome=found)
    if request.method != "POST":
        acts.expect_open(found, by=request.user, permission="events.edit_outcome")
    if form.is_valid() and attempt(form, acts.edit_outcome, found, by=request.user, **form.cleaned_data):
        messages.success(request, _("It is saved."))
        return redirect(f"{_wrap_up(found.event)}#o{found.pk}")
    context = {
        "event": found.event,
        "form": form,
        "kind": found.kind,
        "outcome": found,
        "back_url": _wrap_up(found.event),
        "back": _("Back to the wrap-up"),
    }
    return render(request, "events/edit_outcome.html", context)


@login_required
def settle_outcome(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Say what became of it."""
    found = _find_outcome(request, reference, pk)
    event = _event_of(request, reference)
    here = found if found.event_id == event.pk or found.carried_from is None else found.carried_from
    form = SettleForm(request.POST or None)
    if request.method != "POST":
        acts.expect_open(found, by=request.user, permission="events.settle_outcome")
    if form.is_valid() and attempt(form, acts.settle_outcome, found, by=request.user, **form.cleaned_data):
        messages.success(request, _("Noted. The officers and both co-directors have been told."))
        return redirect(f"{_wrap_up(event)}#o{here.pk}")
    context = {
        "event": event,
        "number": here.number,
        "form": form,
        "outcome": found,
        "back_url": _wrap_up(event),
        "back": _("Back to the wrap-up"),
    }
    return render(request, "events/settle_outcome.html", context)


@login_required
@require_POST
def carry_outcomes(request: SignedInRequest, reference: str) -> HttpResponse:
    """The open actions go to the next edition."""
    event = find_event(request, reference)
    following = next_edition(event)
    if following is None:
        raise Http404
    carried = acts.carry_outcomes(event, to=following, by=request.user)
    said = ngettext(
        "%(count)d action was carried to %(edition)s.", "%(count)d actions were carried to %(edition)s.", len(carried)
    )
    messages.success(request, said % {"count": len(carried), "edition": following.reference})
    return redirect(_wrap_up(following))
