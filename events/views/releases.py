"""Screens of the versions: proposed, signed by both sides, withdrawn."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from core import policies
from core.forms import ReasonForm, attempt
from core.paging import page_of
from core.stepping import posted
from events.actions import releasing as acts
from events.enums import ReleaseStatus
from events.forms.timetable import ProposeForm
from events.models import Event, Release
from events.presentation.page import page_of_event
from events.presentation.releases import PHRASES, SHOWN, lines_of
from events.versions import differences, programme_of
from events.views.finding import find_event, screen
from events.views.stepping import answer
from events.workflow import releasing
from people.history import history_of
from people.keys import keys_of, steps_beside
from people.requests import SignedInRequest

SHAPES = {
    ReleaseStatus.PROPOSED: "is-waiting",
    ReleaseStatus.RELEASED: "is-done",
    ReleaseStatus.WITHDRAWN: "is-stopped",
}


def _find(request: HttpRequest, reference: str, version: int) -> tuple[Event, Release]:
    event = find_event(request, reference)
    rows = Release.objects.visible_to(request.user).select_related("by")
    row = get_object_or_404(rows, event=event, version=version)
    row.event = event
    return event, row


@login_required
def releases(request: SignedInRequest, reference: str) -> HttpResponse:
    """All versions, the newest first; proposed and withdrawn ones only for those who plan and sign."""
    event = find_event(request, reference)
    context = page_of_event(request, event, "plan_timetable", "events.edit_timetable")
    if "events.view_whole" not in context["granted"]:
        raise PermissionDenied("events.view_whole")
    rows = Release.objects.filter(event=event).select_related("by").defer("programme", "changes")
    page = page_of(rows, request.GET, order="-version")
    context |= {
        "page": page,
        "rows": [(row, SHAPES[ReleaseStatus(row.status)]) for row in page.rows],
        "may_propose": "events.edit_timetable" in context["granted"]
        and not any(row.status == ReleaseStatus.PROPOSED for row in page.rows),
    }
    return render(request, "events/releases.html", context)


def release(request: HttpRequest, reference: str, version: int) -> HttpResponse:
    """One version: what differs from the one before, the keys, the history."""
    event, row = _find(request, reference, version)
    page = page_of_event(request, event, "plan_timetable")
    lines = lines_of(row.changes)
    is_inside = "events.view_whole" in page["granted"]
    context = {
        **page,
        "release": row,
        "shape": SHAPES[ReleaseStatus(row.status)],
        "lines": lines[:SHOWN],
        "more": max(len(lines) - SHOWN, 0),
        "keys": keys_of(row, releasing, "release", request.user) if is_inside else None,
        "is_inside": is_inside,
        "may_withdraw": is_inside and "withdraw" in steps_beside(row, releasing, request.user),
        "history": history_of(row, PHRASES, centre=event.centre) if is_inside else [],
    }
    return render(request, "events/release.html", context)


@login_required
def propose_release(request: SignedInRequest, reference: str) -> HttpResponse:
    """The draft becomes a version that both sides are asked to sign."""
    event = find_event(request, reference, "released")
    policies.require(request.user, "events.edit_timetable", event)
    form = ProposeForm(posted(request))
    if form.is_valid() and (row := attempt(form, acts.propose_release, event, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Both co-directors are asked for their keys."))
        return redirect(row)
    lines = lines_of(differences(event.released.programme if event.released else {}, programme_of(event)))
    context = screen(
        event,
        form,
        lines=lines[:SHOWN],
        more=max(len(lines) - SHOWN, 0),
        is_first=event.released is None,
    )
    return render(request, "events/propose_release.html", context)


@login_required
def sign_release(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Turn one's own side's key."""
    event, row = _find(request, reference, version)
    releasing.expect(row, "release", by=request.user)
    hint = _("Optional. It stands beside your key.")
    form = ReasonForm(posted(request), required=False, label=_("Remark"), hint=hint)
    if form.is_valid() and (turned := attempt(form, acts.release, row, by=request.user, **form.cleaned_data)):
        said = (
            _("Both keys are turned: visitors see the version now.")
            if turned.status == ReleaseStatus.RELEASED
            else _("Your side’s key is turned.")
        )
        messages.success(request, said)
        return redirect(row)
    context = screen(
        event,
        form,
        back_url=row.get_absolute_url(),
        back=_("Back to the version"),
        heading=_("Sign version %(version)s of the programme") % {"version": row.version},
        lede=_("Your key stands for your side. Visitors see the version when both sides have turned their keys."),
        submit=_("Turn the key"),
    )
    return render(request, "events/plain_step.html", context)


@login_required
def withdraw_release(request: SignedInRequest, reference: str, version: int) -> HttpResponse:
    """Take a proposed version back, with reasons."""
    event, row = _find(request, reference, version)
    releasing.expect(row, "withdraw", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("Both sides and the officers read them."))
    return answer(
        request,
        event,
        form,
        partial(acts.withdraw_release, row, by=request.user),
        said=_("The version is withdrawn. The draft stays as it is."),
        back_url=row.get_absolute_url(),
        back=_("Back to the version"),
        heading=_("Withdraw version %(version)s of the programme") % {"version": row.version},
        lede=_("Keys that were turned are cleared. A corrected version is proposed anew."),
        submit=_("Withdraw the version"),
    )
