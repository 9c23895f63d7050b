"""The list of events, an event, a programme; and the screens that plan an event."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements.models import Agreement
from core import policies
from core.forms import ReasonForm, attempt
from core.paging import page_of
from core.panels import panels_beside
from core.stepping import posted
from events.actions import cloning, editions
from events.enums import Duty
from events.forms.editions import (
    BodyForm,
    CloneForm,
    EventFilterForm,
    EventForm,
    OfficersForm,
    RoomForm,
    StopForm,
    TermsForm,
    TrackForm,
)
from events.models import Delegation, Event, EventBody, Participant, Programme, Room, Stop, Track
from events.policies.editions import may_organise
from events.policies.parts import SENT, delegated_by
from events.presentation.comparison import editions_of
from events.presentation.linked_data import linked_data
from events.presentation.page import page_of_event
from events.presentation.phrases import EVENT_PHRASES
from events.presentation.state import stages_of, state_of
from events.presentation.waiting import asked_of, with_waiting
from events.views.finding import find_event, screen
from events.views.stepping import answer
from events.workflow import lifecycle
from people.history import history_of
from people.requests import SignedInRequest

STEPS = ("announce", "close", "cancel")


# --- Reading ---------------------------------------------------------------------------------------------------------


def list_events(request: HttpRequest) -> HttpResponse:
    """Events the reader may see: the coming ones first, the past ones newest first."""
    form, rows, order = asked_events(request)
    page = page_of(rows, request.GET, order=order)
    now = timezone.now()
    context = {
        "page": page,
        "rows": [(row, state_of(row, now)) for row in page.rows],
        "filters": form,
        "is_narrowed": bool(set(form.chosen()) - {"when"}),
        "programmes": Programme.objects.visible_to(request.user),
        "may_organise": may_organise(request.user),
    }
    return render(request, "events/list.html", context)


def asked_events(request: HttpRequest) -> tuple[EventFilterForm, Any, str]:
    """What the address asks for: the filters, the rows they leave, and their order."""
    given = request.GET.copy()
    given.setdefault("when", "coming")
    form = EventFilterForm(given, user=request.user)
    chosen = form.chosen()
    rows = Event.objects.visible_to(request.user)
    match chosen.get("when", "coming"):
        case "coming":
            rows = rows.coming()
        case "past":
            rows = rows.past()
    if text := chosen.get("q"):
        rows = rows.matching(text)
    if kind := chosen.get("kind"):
        rows = rows.filter(kind=kind)
    if programme_ := chosen.get("programme"):
        rows = rows.filter(programme=programme_)
    order = "starts_on" if chosen.get("when", "coming") == "coming" else "-starts_on"
    return form, rows.for_list(), order


def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """A programme and its editions side by side: states, people, ratings, what was carried out."""
    found = get_object_or_404(Programme.objects.visible_to(request.user).select_related("centre"), slug=slug)
    return render(request, "events/programme.html", {"programme": found, "editions": editions_of(found, request.user)})


def detail(request: HttpRequest, reference: str) -> HttpResponse:
    """One event, as far as this reader sees it."""
    rows = with_waiting(
        Event.objects.visible_to(request.user)
        .select_related("programme", "released", "centre__side_a__calendar", "centre__side_b__calendar", "agreement")
        .annotate(sees_agreement=Exists(Agreement.objects.visible_to(request.user).filter(pk=OuterRef("agreement"))))
        .defer("search"),
        request.user,
    )
    event = get_object_or_404(rows, reference=reference.replace("\x00", ""))
    context = page_of_event(
        request,
        event,
        "detail",
        "events.edit",
        "events.name_officers",
        *(f"events.{name}" for name in STEPS),
    )
    user = request.user
    steps = lifecycle.available(event, user, granted=context["granted"]) if user.is_authenticated else []
    context |= {
        "state": state_of(event),
        "stages": stages_of(event),
        "asked": asked_of(event, user),
        "stops": list(event.stops.select_related("country", "organisation")),
        "bodies": list(event.bodies.select_related("organisation")),
        "steps": [(reverse(f"events:{step.name}", args=[event.reference]), step.label) for step in steps],
        "days": _days_of(event) if "events.follow" in context["granted"] else [],
        "may_clone": "events.edit" in context["granted"] or may_organise(user),
        "panels": panels_beside(event, user),
    }
    if event.is_public and event.announced_at:
        context["linked_data"] = linked_data(event, context["stops"], context["bodies"])
    if user.is_authenticated:
        mine = Participant.objects.filter(event=event, user=user).first()
        context |= {
            "mine": mine,
            "delegations": list(
                Delegation.objects.filter(delegated_by(user) & SENT, event=event).select_related("organisation")[:5]
            ),
        }
        if "events.view_whole" in context["granted"]:
            context["history"] = history_of(event, EVENT_PHRASES, centre=event.centre)
            context["officers"] = list(event.officers.select_related("user"))
    return render(request, "events/detail.html", context)


def _days_of(event: Event) -> list[tuple[str, list[dict[str, Any]]]]:
    """The released sessions, day by day: titles only, the programme itself is a page of its own."""
    if not event.released:
        return []
    found: dict[str, list[dict[str, Any]]] = {}
    for session in event.released.programme.get("sessions", ()):
        if session["kind"] != "break" and session.get("day"):
            found.setdefault(session["day"], []).append(session)
    return sorted(found.items())[:10]


# --- Planning --------------------------------------------------------------------------------------------------------


@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Begin an event."""
    if not may_organise(request.user):
        raise PermissionDenied("events.create")
    form = EventForm(request.POST or None, user=request.user)
    if form.is_valid():
        values = {name: value for name, value in form.values().items() if name != "seen"}
        event = attempt(form, editions.create_event, by=request.user, **values)
        if event:
            messages.success(request, _("The event is begun. Only the centre sees it until you announce it."))
            return redirect(event)
    return render(request, "events/create.html", {"form": form})


@login_required
def edit(request: SignedInRequest, reference: str) -> HttpResponse:
    """Change the facts."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    form = EventForm(request.POST or None, user=request.user, event=event)
    return answer(
        request,
        event,
        form,
        partial(editions.edit_event, event, by=request.user),
        heading=_("Facts of the event"),
        said=_("The event is saved."),
        back_url=event.get_absolute_url(),
    )


@login_required
def edit_terms(request: SignedInRequest, reference: str) -> HttpResponse:
    """Change how people come to it."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    form = TermsForm(request.POST or None, event=event)
    return answer(
        request,
        event,
        form,
        partial(editions.edit_event, event, by=request.user),
        heading=_("Nomination and registration"),
        said=_("The event is saved."),
        back_url=event.get_absolute_url(),
    )


@login_required
def places(request: SignedInRequest, reference: str) -> HttpResponse:
    """Where it is held, the rooms there, the tracks, and the organisations."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    stops = event.stops.select_related("country", "organisation").prefetch_related("rooms")
    context = {
        "event": event,
        "stops": stops,
        "tracks": event.tracks.all(),
        "bodies": event.bodies.select_related("organisation"),
    }
    return render(request, "events/places.html", context)


def _places(event: Event) -> str:
    return reverse("events:places", args=[event.reference])


@login_required
def save_stop(request: SignedInRequest, reference: str, pk: int | None = None) -> HttpResponse:
    """Add a place or change one."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    stop = get_object_or_404(Stop, event=event, pk=pk) if pk else None
    form = StopForm(request.POST or None, event=event, stop=stop)
    return answer(
        request,
        event,
        form,
        partial(editions.save_stop, event, by=request.user, stop=stop),
        heading=_("A place of the event"),
        said=_("The place is saved."),
        back_url=_places(event),
    )


@login_required
def save_room(request: SignedInRequest, reference: str, stop: int, pk: int | None = None) -> HttpResponse:
    """Add a room or change one."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    place = get_object_or_404(Stop, event=event, pk=stop)
    room = get_object_or_404(Room, stop=place, pk=pk) if pk else None
    form = RoomForm(request.POST or None, initial={"name": room.name, "seats": room.seats} if room else None)
    return answer(
        request,
        event,
        form,
        partial(editions.save_room, place, by=request.user, room=room),
        heading=_("A room"),
        said=_("The room is saved."),
        back_url=_places(event),
    )


@login_required
def save_track(request: SignedInRequest, reference: str, pk: int | None = None) -> HttpResponse:
    """Add a track or change one."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    track = get_object_or_404(Track, event=event, pk=pk) if pk else None
    form = TrackForm(request.POST or None, initial={"name": track.name} if track else None)
    return answer(
        request,
        event,
        form,
        partial(editions.save_track, event, by=request.user, track=track),
        heading=_("A track"),
        said=_("The track is saved."),
        back_url=_places(event),
    )


@login_required
def name_body(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say what an organisation does for the event."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    form = BodyForm(request.POST or None)
    return answer(
        request,
        event,
        form,
        partial(editions.name_body, event, by=request.user),
        heading=_("An organisation of the event"),
        said=_("The organisation is named."),
        back_url=_places(event),
    )


REMOVALS: dict[str, tuple[Any, str, Callable[..., None]]] = {
    "stop": (Stop, "event", editions.remove_stop),
    "room": (Room, "stop__event", editions.remove_room),
    "track": (Track, "event", editions.remove_track),
    "body": (EventBody, "event", editions.drop_body),
}


@login_required
def remove(request: SignedInRequest, reference: str, what: str, pk: int) -> HttpResponse:
    """Take a place, a room, a track or an organisation away, after one look."""
    event = find_event(request, reference)
    policies.require(request.user, "events.edit", event)
    model, path, act = REMOVALS[what]
    row = get_object_or_404(model, **{path: event, "pk": pk})
    form = forms.Form(posted(request))
    return answer(
        request,
        event,
        form,
        partial(act, row, by=request.user),
        heading=_("Remove “%(name)s”?") % {"name": row},
        said=_("It is removed."),
        back_url=_places(event),
        submit=pgettext("from a list", "Remove") if what == "body" else _("Remove"),
    )


@login_required
def name_officers(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say who does which duty."""
    event = find_event(request, reference)
    policies.require(request.user, "events.name_officers", event)
    form = OfficersForm(posted(request), event=event)

    def act(**_chosen: Any) -> None:
        for duty in Duty:
            editions.name_officers(event, by=request.user, duty=duty, users=form.named(duty))

    return answer(
        request,
        event,
        form,
        act,
        heading=_("People in charge"),
        said=_("The people in charge are named."),
        back_url=event.get_absolute_url(),
    )


@login_required
def announce(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show it to those it is for."""
    event = find_event(request, reference)
    lifecycle.expect(event, "announce", by=request.user)
    form = forms.Form(posted(request))
    return answer(
        request,
        event,
        form,
        partial(editions.announce_event, event, by=request.user),
        heading=_("Announce the event"),
        said=_("The event is announced."),
        submit=_("Announce"),
        lede=_("Everybody sees it then.") if event.is_public else _("Those who are invited see it then."),
        back_url=event.get_absolute_url(),
    )


@login_required
def cancel(request: SignedInRequest, reference: str) -> HttpResponse:
    """Call it off."""
    event = find_event(request, reference)
    lifecycle.expect(event, "cancel", by=request.user)
    form = ReasonForm(request.POST or None, hint=_("Everybody who was to come reads them."))
    return answer(
        request,
        event,
        form,
        partial(editions.cancel_event, event, by=request.user),
        heading=_("Cancel the event"),
        said=_("The event is cancelled. Everybody who was to come is told."),
        submit=_("Cancel the event"),
        back_url=event.get_absolute_url(),
    )


@login_required
def close(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that its work is done."""
    event = find_event(request, reference)
    lifecycle.expect(event, "close", by=request.user)
    form = forms.Form(posted(request))
    return answer(
        request,
        event,
        form,
        partial(editions.close_event, event, by=request.user),
        heading=_("Close the event"),
        said=_("The event is closed. Action plans are followed up all the same."),
        submit=_("Close the event"),
        lede=_("Its report and its evaluation are then open to everybody who took part."),
        back_url=event.get_absolute_url(),
    )


@login_required
def clone(request: SignedInRequest, reference: str) -> HttpResponse:
    """Begin the next edition from this one."""
    event = find_event(request, reference)
    if not may_organise(request.user):
        raise PermissionDenied("events.create")
    form = CloneForm(request.POST or None, event=event)
    if form.is_valid():
        made = attempt(form, cloning.clone_event, event, by=request.user, **form.cleaned_data)
        if made:
            messages.success(request, _("The next edition is begun. Only the centre sees it until you announce it."))
            return redirect(made)
    context = screen(event, form, heading=_("Begin the next edition"), submit=_("Begin the edition"))
    context["back_url"] = event.get_absolute_url()
    return render(request, "events/plain_step.html", context)
