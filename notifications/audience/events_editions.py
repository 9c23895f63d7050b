"""Who is told of an event itself."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from events.enums import DelegationStatus, EventStatus
from events.models import Contributor, Delegation, Event, Participant
from notifications.messages.kind import To
from people.audience import holders_in_centre
from people.enums import Function
from people.models import User


def to_participant(participant: Participant) -> To:
    """The inbox of an account, else the address entered, in the language that was chosen for letters."""
    if participant.user is not None:
        return To(participant.user, about=participant)
    return To(
        address=participant.email,
        language=participant.language,
        country=participant.country_id,
        about=participant,
    )


def present(event: Event) -> Iterable[To]:
    """Everybody who has not dropped out, each about the own row."""
    rows = Participant.objects.present().filter(event=event, anonymised_at=None).select_related("user")
    return [to_participant(row) for row in rows]


def sending(event: Event, *states: DelegationStatus) -> QuerySet[User]:
    """The focal points of the invited bodies, and the contact points of their countries."""
    invited = Delegation.objects.filter(event=event, status__in=states or DelegationStatus.sent())
    focal = User.objects.holding(Function.FOCAL_POINT, organisation__in=invited.values("organisation"))
    contact = User.objects.holding(Function.CONTACT_POINT, organisation__country__in=invited.values("country"))
    return (focal | contact).distinct()


def directing(event: Event) -> QuerySet[User]:
    return holders_in_centre(event.centre_id, Function.CO_DIRECTOR)


def told_announced(*, event: Event, **_said: Any) -> Iterable[User]:
    """Both co-directors, and the contact points of the states the programme invites."""
    found = list(directing(event))
    if event.programme is not None:
        states = event.programme.countries.values("pk")
        found += User.objects.holding(Function.CONTACT_POINT, organisation__country__in=states)
    return found


def told_cancelled(*, event: Event, **_said: Any) -> Iterable[User]:
    """Those who sent people, and the co-directors; those who were to come are told each for themselves."""
    return [*sending(event), *directing(event)]


def told_coming(*, event: Event, **_said: Any) -> Iterable[To]:
    return present(event)


def told_speaking(*, event: Event, **_said: Any) -> Iterable[To]:
    """Speakers, chairs and interpreters who have an address; nobody knew of what was never announced."""
    if event.announced_at is None:
        return []
    rows = Contributor.objects.filter(parts__session__event=event).exclude(email="").select_related("user").distinct()
    return [
        To(row.user) if row.user else To(address=row.email, language=row.language, country=row.country_id)
        for row in rows
    ]


# What people plan their journey by. A corrected theme or a later deadline is no news for them.
PLANNED_BY = {"name", "mode", "starts_on", "ends_on", "places"}


def _matters(event: Event, fields: list[str]) -> bool:
    """Whether a change concerns anybody: nobody knew of what is not announced, and what is over stays as it was."""
    return event.status == EventStatus.ANNOUNCED and not event.has_ended() and bool(PLANNED_BY & set(fields))


def told_changed(*, event: Event, fields: list[str], **_said: Any) -> Iterable[User]:
    """Those who send people, and have not declined; those who come are told each for themselves."""
    return sending(event, *DelegationStatus.coming()) if _matters(event, fields) else []


def told_changed_coming(*, event: Event, fields: list[str], **_said: Any) -> Iterable[To]:
    """Everybody who has not dropped out, nominated and registered alike."""
    return present(event) if _matters(event, fields) else []


def told_changed_speaking(*, event: Event, fields: list[str], **_said: Any) -> Iterable[To]:
    return told_speaking(event=event) if _matters(event, fields) else []


def told_closed(*, event: Event, **_said: Any) -> Iterable[User]:
    return [*sending(event), *directing(event)]
