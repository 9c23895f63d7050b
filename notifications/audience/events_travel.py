"""Who is told of journeys and of lists for the gate."""

from collections.abc import Iterable
from typing import Any

from events.enums import Duty
from events.models import Event, Participant, Session
from notifications.audience.events_editions import to_participant
from notifications.messages.kind import To
from people.audience import holders_in_centre
from people.enums import Function
from people.models import User


def travel_desk(event: Event) -> list[User]:
    """Those named for the travel desk who still serve the centre; all officers while nobody does."""
    named = User.objects.holding(centre=event.centre_id).filter(
        event_duties__event=event, event_duties__duty=Duty.TRAVEL
    )
    return list(named.order_by("pk")) or list(holders_in_centre(event.centre_id, Function.OFFICER))


def told_travellers(*, participants: list[Participant], **_said: Any) -> Iterable[To]:
    """Each about the own journey; nobody whose name is gone."""
    return [to_participant(one) for one in participants if one.anonymised_at is None]


def told_travel_desk(*, session: Session, **_said: Any) -> Iterable[User]:
    return travel_desk(session.event)
