"""Registering, and what the letter leads to: seeing, changing and cancelling one's registration."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import policies
from core.forms import attempt
from events.actions import registering
from events.enums import EventStatus, ParticipantStatus
from events.forms.registration import CancelForm, ChangeForm, RegistrationForm
from events.models import Event, Participant
from events.presentation import registration as words
from events.presentation.page import page_of_event
from events.views.finding import find_event, screen
from events.views.secret import by_secret, find_by_secret
from people.models import User
from people.requests import ReadRequest


def register(request: ReadRequest, reference: str) -> HttpResponse:
    """The form for everybody. What comes of it is said by letter, so that nobody learns who else is registered."""
    event = find_event(request, reference)
    if not event.takes_registrations():
        raise Http404
    person = request.user if isinstance(request.user, User) else None
    form = RegistrationForm(
        request.POST or None,
        questions=event.registration_fields.all(),
        person=person,
        language=request.reader.language,
    )
    if form.is_valid():
        email = form.cleaned_data["email"].lower()
        for action, key in (("registration", None), ("registration_address", f"{event.pk}:{email}")):
            if not ratelimit.consume(request, action=action, key=key):
                return ratelimit.respond_429(request)
        if attempt(form, registering.register, event, by=person, **form.words()):
            return redirect("events:registered", event.reference)
    context = page_of_event(request, event)
    context |= {
        "form": form,
        "is_open": event.registration_is_open(),
        "opens_later": bool(event.registration_opens_at and event.registration_opens_at > timezone.now()),
        "left": words.seats_left(event),
    }
    return render(request, "events/register.html", context)


def registered(request: ReadRequest, reference: str) -> HttpResponse:
    """The same page whoever registered, and whether the address was entered before or not."""
    event = find_event(request, reference)
    if not event.takes_registrations():
        raise Http404
    return render(request, "events/registered.html", page_of_event(request, event))


@by_secret
def registration(request: ReadRequest, secret: str) -> HttpResponse:
    """Where one's registration stands, and what one wrote."""
    participant = find_by_secret(secret)
    event = participant.event
    context = {
        "event": event,
        "participant": participant,
        "shape": words.shape_of(participant.status),
        "sentence": words.sentence_of(participant),
        "place": words.place_in_queue(participant),
        "answers": words.answers_of(participant, event.registration_fields.all()),
        "may_change": may_change(participant),
        "may_claim": policies.allows(request.user, "events.claim", participant),
        "stops": event.stops.select_related("country"),
        "may_see_event": Event.objects.visible_to(request.user).filter(pk=event.pk).exists(),
        "asks": words.asks_of(participant),
        "comes": participant.holds_a_seat() and event.status == EventStatus.ANNOUNCED,
    }
    return render(request, "events/registration.html", context)


@by_secret
def change_registration(request: ReadRequest, secret: str) -> HttpResponse:
    """Write anew what one wrote."""
    participant = find_by_secret(secret)
    event = participant.event
    questions = event.registration_fields.all()
    form = ChangeForm(request.POST or None, questions=questions, participant=participant)
    if form.is_valid() and attempt(form, registering.change_registration, participant, by=None, **form.words()):
        messages.success(request, _("Your registration is changed."))
        return redirect("events:registration", secret)
    context = _step(participant, form, heading=_("Change the registration"), submit=_("Save"))
    return render(request, "events/registration_step.html", context)


@by_secret
def cancel_registration(request: ReadRequest, secret: str) -> HttpResponse:
    """Give the seat back."""
    participant = find_by_secret(secret)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, registering.cancel_registration, participant, by=None, reason=reason):
            messages.success(request, _("Your registration is cancelled. A letter confirms it."))
            return redirect("events:registration", secret)
    heading = _("Cancel the registration")
    lede = _("The seat goes to whoever has waited longest. A letter confirms that you do not come.")
    context = _step(participant, form, heading=heading, submit=heading, lede=lede)
    return render(request, "events/registration_step.html", context)


def _step(participant: Participant, form: Form, **words: str) -> dict[str, Any]:
    """What both screens share: whose registration it is, and the way back to it."""
    back = {
        "back_url": reverse("events:registration", args=[participant.secret]),
        "back": _("Back to your registration"),
    }
    return screen(participant.event, form, participant=participant, may_change=may_change(participant), **back, **words)


def may_change(participant: Participant) -> bool:
    """Whether the page offers to change and to cancel; the acts ask again."""
    event = participant.event
    return (
        participant.delegation_id is None
        and participant.status in ParticipantStatus.present()
        and event.status in {EventStatus.PLANNED, EventStatus.ANNOUNCED}
        and not event.has_ended()
    )
