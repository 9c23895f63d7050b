"""Who is told of minutes, decisions and actions."""

from collections.abc import Iterable
from typing import Any

from events.models import Minutes, Outcome
from notifications.audience.events_editions import directing, sending
from people.audience import holders_in_centre, holders_in_country, holders_in_organisation
from people.enums import Function, Side
from people.models import User


def _officers(centre: int) -> Iterable[User]:
    return holders_in_centre(centre, Function.OFFICER)


def told_proposed(*, minutes: Minutes, **_said: Any) -> Iterable[User]:
    return directing(minutes.event)


def told_key(*, minutes: Minutes, side: str, **_said: Any) -> Iterable[User]:
    """The other side: its key is the one that is missing."""
    missing = Side.B if side == Side.A else Side.A
    return holders_in_centre(minutes.event.centre_id, Function.CO_DIRECTOR, side=missing)


def told_sent_back(*, minutes: Minutes, **_said: Any) -> Iterable[User]:
    return [*_officers(minutes.event.centre_id), *directing(minutes.event)]


def told_agreed(*, minutes: Minutes, **_said: Any) -> Iterable[User]:
    """Officers, both co-directors, those who sent people, and those who came and have an account to read them with."""
    came = User.objects.active().filter(
        event_participations__event=minutes.event, event_participations__in=minutes.event.participants.seated()
    )
    return [*told_sent_back(minutes=minutes), *sending(minutes.event), *came.distinct()]


def told_owing(*, outcome: Outcome, **_said: Any) -> Iterable[User]:
    """The contact points of the country that owes it, and the focal points of the body."""
    found: list[User] = []
    if outcome.country_id:
        found += holders_in_country(outcome.country_id, Function.CONTACT_POINT)
    if outcome.organisation_id:
        found += holders_in_organisation(outcome.organisation_id, Function.FOCAL_POINT)
    return found


def told_overdue(*, outcome: Outcome, **_said: Any) -> Iterable[User]:
    return [*told_owing(outcome=outcome), *_officers(outcome.event.centre_id)]


def told_settled(*, outcome: Outcome, **_said: Any) -> Iterable[User]:
    return [*_officers(outcome.event.centre_id), *directing(outcome.event)]
