"""Screens of the planner: sessions are added, written, moved, exchanged, cancelled."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.forms import ReasonForm, attempt
from core.stepping import posted
from events.actions import timetable as acts
from events.actions.planning import stamp_of
from events.days import write_span
from events.forms.timetable import MoveForm, SessionForm, ShiftForm, SwapForm
from events.models import Event, Session, SessionPart
from events.presentation.page import granted_on
from events.presentation.timetable import read_programme
from events.versions import programme_of_one
from events.views.finding import find_event, screen
from events.views.stepping import answer
from people.requests import SignedInRequest

EDIT = "events.edit_timetable"
STEP = 15  # minutes that one press of "earlier" or "later" is worth


def find_session(request: HttpRequest, event: Event, pk: int) -> Session:
    """The session as it is being planned, as far as the reader may see it; else 404."""
    rows = Session.objects.visible_to(request.user).filter(event=event)
    rows = rows.select_related("stop", "room__stop", "track", "delegation__organisation")
    parts = SessionPart.objects.select_related("contributor__organisation")
    row = get_object_or_404(rows.prefetch_related(Prefetch("parts", parts)), pk=pk)
    row.event = event
    return row


def to_plan(request: HttpRequest, reference: str, pk: int) -> tuple[Event, Session]:
    """Event and session, for whoever may plan: 404 for those who do not see it, 403 for those who only read."""
    event = find_event(request, reference)
    session = find_session(request, event, pk)
    if EDIT not in granted_on(event, request.user):  # known from the query that found the event
        raise PermissionDenied(EDIT)
    return event, session


def plan_of(event: Event, session: Session | None = None) -> str:
    """The address of the draft, at the day of the session."""
    url = reverse("events:plan_timetable", args=[event.reference])
    day = session.day if session else None
    return f"{url}?day={day.isoformat()}#s{session.pk}" if session and day else url


@login_required
def add_session(request: SignedInRequest, reference: str) -> HttpResponse:
    """A new session of the draft."""
    event = find_event(request, reference)
    if EDIT not in granted_on(event, request.user):  # known from the query that found the event
        raise PermissionDenied(EDIT)
    asked = {"day": request.GET.get("day", ""), "kind": request.GET.get("kind", "")}
    form = SessionForm(
        request.POST or None, event=event, initial={name: value for name, value in asked.items() if value}
    )
    if form.is_valid() and (row := attempt(form, acts.add_session, event, by=request.user, **form.values())):
        messages.success(request, _("The session is in the draft. Put people into it now, or later."))
        return redirect(row)
    context = screen(
        event,
        form,
        heading=_("Add a session"),
        lede=_("Visitors see it when both sides have released the next version of the programme."),
        submit=_("Add the session"),
        back_url=plan_of(event),
        back=_("Back to the draft"),
    )
    return render(request, "events/plain_step.html", context)


@login_required
def edit_session(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """What a session says, and where and when it is held."""
    event, row = to_plan(request, reference, pk)
    form = SessionForm(request.POST or None, event=event, session=row)
    if form.is_valid():
        values = {**form.values(), "seen": form.cleaned_data["seen"]}
        if attempt(form, acts.edit_session, row, by=request.user, **values):
            messages.success(request, _("The session is saved."))
            return redirect(row)
    return _write(request, event, row, form, heading=_("Edit the session"), submit=_("Save the session"))


@login_required
def move_session(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Another day, time or room."""
    event, row = to_plan(request, reference, pk)
    form = MoveForm(request.POST or None, event=event, session=row)
    if form.is_valid() and attempt(form, acts.move_session, row, by=request.user, **form.cleaned_data):
        messages.success(request, _("The session is moved in the draft."))
        return redirect(plan_of(event, Session.objects.get(pk=row.pk)))
    return _write(request, event, row, form, heading=_("Move the session"), submit=_("Move the session"))


def _write(request: HttpRequest, event: Event, row: Session, form: forms.Form, **words: Any) -> HttpResponse:
    """The form; beside it what the session says now, when a colleague has saved it since the form was opened."""
    now = find_session(request, event, row.pk) if form.is_bound else row
    is_outdated = "seen" in form.fields and form.is_bound and form.data.get("seen") != stamp_of(now)
    if is_outdated:
        form.data = {**form.data.dict(), **_lists(form), "seen": stamp_of(now)}  # type: ignore[attr-defined]
    context = screen(
        event,
        form,
        row=now,
        now=read_programme(programme_of_one(now)).sessions[0] if is_outdated else None,
        back_url=row.get_absolute_url(),
        back=_("Back to the session"),
        **words,
    )
    return render(request, "events/session_step.html", context)


def _lists(form: forms.Form) -> dict[str, list[str]]:
    """The answers of which there may be several: a plain mapping would keep the last of them only."""
    several = [name for name, field in form.fields.items() if isinstance(field, forms.MultipleChoiceField)]
    return {name: form.data.getlist(name) for name in several}  # type: ignore[attr-defined]


@login_required
@require_POST
def nudge_session(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """A quarter of an hour earlier or later."""
    event, row = to_plan(request, reference, pk)
    minutes = -STEP if request.POST.get("to") == "earlier" else STEP
    row = acts.nudge_session(row, by=request.user, minutes=minutes)
    if row.starts_at and row.ends_at:
        said = {"title": row.title, "when": write_span(row.starts_at, row.ends_at, row.stop)}
        messages.success(request, _("“%(title)s” is moved in the draft: %(when)s.") % said)
    return redirect(plan_of(event, row))


@login_required
def swap_sessions(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Two sessions exchange their times and rooms."""
    event, row = to_plan(request, reference, pk)
    form = SwapForm(request.POST or None, session=row)
    if form.is_valid() and attempt(form, acts.swap_sessions, row, by=request.user, **form.cleaned_data):
        messages.success(request, _("The two sessions have changed places in the draft."))
        return redirect(plan_of(event, Session.objects.get(pk=row.pk)))
    words = {"heading": _("Change places with another session"), "submit": _("Change places")}
    lede = _("Each takes the day, the beginning and the room of the other, and keeps its own length.")
    return _write(request, event, row, form, lede=lede, **words)


@login_required
def cancel_session(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a session out of the draft, with reasons."""
    event, row = to_plan(request, reference, pk)
    form = ReasonForm(request.POST or None, hint=_("They stand in the history of the session."))
    lede = _("Its room and its people are free at once. Visitors learn of it by the next version of the programme.")
    words = {"heading": _("Cancel the session"), "submit": _("Cancel the session"), "lede": lede}
    said = _("The session is cancelled in the draft.")
    return _act(request, event, row, form, acts.cancel_session, said=said, **words)


@login_required
def restore_session(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take a cancelled session in again."""
    event, row = to_plan(request, reference, pk)
    form = forms.Form(posted(request))
    lede = _("It comes back at the time and in the room it had, if they are still free.")
    said = _("The session is in the draft again.")
    words = {"heading": _("Restore the session"), "submit": _("Restore the session"), "lede": lede}
    return _act(request, event, row, form, acts.restore_session, said=said, **words)


@login_required
def delete_session(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Remove what nobody outside has seen."""
    event, row = to_plan(request, reference, pk)
    form = forms.Form(posted(request))
    lede = _("The session goes from the draft with the people in it. It was never shown to visitors.")
    words = {"heading": _("Delete the session"), "submit": _("Delete the session"), "lede": lede}
    said = _("The session is deleted.")
    return _act(request, event, row, form, acts.delete_session, said=said, done_url=plan_of(event), **words)


def _act(
    request: SignedInRequest, event: Event, row: Session, form: forms.Form, act: Callable[..., Any], **words: Any
) -> HttpResponse:
    """The ways of an act on one session: done or not, back to it."""
    words = {"back_url": row.get_absolute_url(), "back": _("Back to the session"), **words}
    act = partial(act, row, by=request.user)
    return answer(request, event, form, act, template="events/session_step.html", row=row, **words)


@login_required
def shift_day(request: SignedInRequest, reference: str) -> HttpResponse:
    """All of a day, or the rest of it, earlier, later, or on another day."""
    event = find_event(request, reference)
    if EDIT not in granted_on(event, request.user):  # known from the query that found the event
        raise PermissionDenied(EDIT)
    initial = {"day": request.GET.get("day", "") or event.starts_on, "stop": request.GET.get("stop", "")}
    form = ShiftForm(request.POST or None, event=event, initial=initial)
    if form.is_valid() and (rows := attempt(form, acts.shift_day, event, by=request.user, **form.cleaned_data)):
        messages.success(request, _("%(count)s sessions are moved in the draft.") % {"count": len(rows)})
        return redirect(plan_of(event, rows[0]))
    context = screen(
        event,
        form,
        heading=_("Move a day"),
        lede=_("All sessions of the day at that stop move together, or none of them when one meets something else."),
        submit=_("Move the day"),
        back_url=plan_of(event),
        back=_("Back to the draft"),
    )
    return render(request, "events/plain_step.html", context)
