"""What is told of journeys and of lists for the gate. No fact of a journey is ever told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events import signals
from events.enums import EventStatus
from events.models import Participant, Session, TravelFile, Visit
from events.travel import Part, missing_parts
from notifications.audience import events_travel as to
from notifications.links import absolute
from notifications.messages.kind import Kind, Said

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _missing(participant: Participant) -> list[Part]:
    """What the person alone can say: the visa is followed by the travel desk."""
    known = TravelFile.objects.filter(participant=participant).values_list("known", flat=True).first()
    return [part for part in missing_parts(participant, known) if part != Part.VISA]


def _owed(news: News, _reader: Reader) -> dict[str, Any]:
    """The parts that are missing, and for whom has no account whom to give them to."""
    participant: Participant = news.record
    desk = [f"{one.display_name}, {one.email}" for one in to.travel_desk(participant.event)]
    return {
        "items": [str(part.label) for part in _missing(participant)],
        "desk": "; ".join(desk),
        "has_account": participant.user_id is not None,
    }


def _still_travels(news: News) -> bool:
    participant: Participant = news.record
    is_to_come = participant.event.status == EventStatus.ANNOUNCED and not participant.event.has_ended()
    return is_to_come and participant.holds_a_seat() and bool(_missing(participant))


def _today(said: Said) -> object:
    """Once a day, as the act has it."""
    return f"{said['event'].pk}:{timezone.localdate()}"


def _list(news: News, reader: Reader) -> dict[str, Any]:
    due_at = Visit.objects.filter(session=news.record).values_list("gate_list_due_at", flat=True).first()
    session: Session = news.record
    page = reverse("events:gate_list", args=[session.event.reference, session.pk])
    return {"due": reader.moment(due_at), "list_link": absolute(page)}


def _list_is_due(news: News) -> bool:
    session: Session = news.record
    return Visit.objects.filter(
        session=session, session__cancelled_at=None, session__ends_at__gt=timezone.now(), gate_list_sent_at=None
    ).exists()


def _due(said: Said) -> object:
    return f"{said['session'].pk}:{Visit.objects.get(session=said['session']).gate_list_due_at}"


MESSAGES: list[Kind] = [
    Kind(
        "travel_missing",
        signals.travel_missing,
        _("Facts of my journey are missing"),
        to.told_travellers,
        about="event",
        rule="events.view_participant",
        event=_today,
        in_office_hours=True,
        letter_words=_owed,
        is_still_due=_still_travels,
        own_link=lambda news: reverse("events:registration", args=[news.record.secret]),
        link_text=_("See what is entered of you"),
    ),
    Kind(
        "gate_list_due",
        signals.gate_list_due,
        _("A list for the gate of a site visit is due"),
        to.told_travel_desk,
        about="session",
        rule="events.view_visit",
        event=_due,
        in_office_hours=True,
        letter_words=_list,
        is_still_due=_list_is_due,
        link_text=_("See the visit"),
    ),
]
