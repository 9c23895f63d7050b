"""What is told to those who register on their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from events import signals
from events.enums import EventStatus, ParticipantStatus
from events.models import Participant
from events.presentation import ics
from notifications.audience import events_registration as to
from notifications.links import absolute
from notifications.messages.kind import Attachment, Kind, Said, entry_of

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _link(news: News) -> str:
    """The page of the registration, by the secret that this letter alone knows."""
    return reverse("events:registration", args=[news.record.secret])


def _letter(news: News, _reader: Reader) -> dict[str, Any]:
    participant: Participant = news.record
    event = participant.event
    return {
        "starts_on": write_day(event.starts_on, "weekday"),
        "ends_on": write_day(event.ends_on, "weekday") if event.ends_on != event.starts_on else "",
        "cancel_link": absolute(reverse("events:cancel_registration", args=[participant.secret])),
    }


def _calendar(method: str, *, seated: bool) -> Callable[[News, Reader], list[Attachment]]:
    """The entry for the reader's calendar, for whoever holds a seat; its taking back, for whoever held one."""

    def attached(news: News, _reader: Reader) -> list[Attachment]:
        participant: Participant = news.record
        if participant.holds_a_seat() != seated:
            return []
        content = ics.invitation(participant, method=method)
        return [Attachment("event.ics", "text/calendar", content, method=method)]

    return attached


def _state(said: Said) -> dict[str, Any]:
    """Where the registration stood when it was told: the words stay what they were."""
    participant: Participant = said["participant"]
    return {"state": participant.status}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["participant"])}


def _once(said: Said) -> object:
    """The newest line of the journal about the row, where nothing else tells two letters apart."""
    participant: Participant = said["participant"]
    return f"{participant.pk}:{entry_of(participant)}"


def _a_day(said: Said) -> object:
    """One letter a day, however often somebody types the address."""
    participant: Participant = said["participant"]
    return f"{participant.pk}:{timezone.localdate()}"


def _first_day(said: Said) -> object:
    participant: Participant = said["participant"]
    return f"{participant.pk}:{participant.event.starts_on}"


def _still_comes(news: News) -> bool:
    participant: Participant = news.record
    event = participant.event
    return participant.holds_a_seat() and event.status == EventStatus.ANNOUNCED and not event.has_begun()


def _stands(state: str) -> Callable[[News], bool]:
    """A letter that is late says nothing that is no longer so."""
    return lambda news: news.record.status == state


registration = partial(
    Kind,
    about="participant",
    rule="events.view_participant",
    event=_once,
    own_link=_link,
    link_text=_("See your registration"),
    letter_words=_letter,
    tells_actor=True,
)

MESSAGES: list[Kind] = [
    registration(
        "registration_received",
        signals.registration_received,
        _("My registration was received"),
        to.told_registrant,
        context=_state,
        attachments=_calendar("REQUEST", seated=True),
    ),
    registration(
        "registration_repeated",
        signals.registration_repeated,
        _("Somebody registered with my address again"),
        to.told_registrant,
        event=_a_day,
        at_once=True,
    ),
    registration(
        "registration_approved",
        signals.registration_approved,
        _("My registration was approved"),
        to.told_registrant,
        attachments=_calendar("REQUEST", seated=True),
    ),
    registration(
        "registration_refused",
        signals.registration_refused,
        _("My registration was refused"),
        to.told_registrant,
        context=_reasons,
        is_still_due=_stands(ParticipantStatus.DECLINED),
    ),
    registration(
        "registration_promoted",
        signals.registration_promoted,
        _("I got a seat from the waiting list"),
        to.told_registrant,
        attachments=_calendar("REQUEST", seated=True),
    ),
    registration(
        "registration_cancelled",
        signals.registration_cancelled,
        _("My registration was cancelled"),
        to.told_registrant,
        is_still_due=_stands(ParticipantStatus.WITHDRAWN),
        attachments=_calendar("CANCEL", seated=False),
    ),
    registration(
        "links_renewed",
        signals.links_renewed,
        _("The links in my letters were given up"),
        to.told_registrant,
        at_once=True,
    ),
    registration(
        "event_near",
        signals.event_near,
        _("An event I come to is near"),
        to.told_registrant,
        event=_first_day,
        in_office_hours=True,
        is_still_due=_still_comes,
    ),
]
