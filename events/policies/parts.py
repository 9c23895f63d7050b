"""The parts people have in an event, as queries over it. Rules are put together from these."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from core.policies import NOBODY
from events.enums import DelegationStatus, Duty, EventStatus, ParticipantStatus
from events.models import Delegation, Event, EventOfficer, Participant, SessionPart
from people.enums import Function
from people.standing import once

KNOWN = ~Q(status__in=(EventStatus.PLANNED, EventStatus.CANCELLED)) | Q(
    status=EventStatus.CANCELLED, announced_at__isnull=False
)
BODY = (Function.MEMBER, Function.FOCAL_POINT)
# What the invited body knows of: also an invitation that was withdrawn after it had gone out.
SENT = Q(status__in=DelegationStatus.sent()) | Q(status=DelegationStatus.CANCELLED, invited_at__isnull=False)


def within(condition: Q) -> Q:
    """A condition on events, asked of rows that belong to one."""
    return Q(event__in=Event.objects.filter(condition).values("pk"))


# --- On events -------------------------------------------------------------------------------------------------------


@once
def run_by(user: Any) -> Q:
    """Programme officers of the centre."""
    centres = user.standing.centre_ids(Function.OFFICER)
    return Q(centre__in=centres) if centres else NOBODY


@once
def directed_by(user: Any) -> Q:
    """Both co-directors of the centre."""
    centres = user.standing.centre_ids(Function.CO_DIRECTOR)
    return Q(centre__in=centres) if centres else NOBODY


@once
def held_by(user: Any) -> Q:
    """Officers and co-directors together: those who see an event whole."""
    centres = user.standing.centre_ids(Function.OFFICER, Function.CO_DIRECTOR)
    return Q(centre__in=centres) if centres else NOBODY


@once
def served_by(user: Any) -> Q:
    """Everybody who is appointed to the centre: staff, advisors, evaluators and observers too."""
    centres = user.standing.centre_ids()
    return Q(centre__in=centres) if centres else NOBODY


@once
def attended_by(user: Any) -> Q:
    """Those who come to the event, or came."""
    there = Participant.objects.filter(event=OuterRef("pk"), user=user, status__in=ParticipantStatus.seated())
    return Q(Exists(there))


@once
def entered_by(user: Any) -> Q:
    """Those who are nominated or registered, whatever was decided."""
    return Q(Exists(Participant.objects.filter(event=OuterRef("pk"), user=user)))


@once
def expected_at(user: Any) -> Q:
    """Those who are nominated or registered and have not dropped out, nor been turned down."""
    there = Participant.objects.filter(event=OuterRef("pk"), user=user, status__in=ParticipantStatus.present())
    return Q(Exists(there))


@once
def spoken_at_by(user: Any) -> Q:
    """Those who have a part in one of its sessions."""
    return Q(Exists(SessionPart.objects.filter(session__event=OuterRef("pk"), contributor__user=user)))


@once
def invited_by_delegation(user: Any) -> Q:
    """People of an invited body, and the contact point of its country."""
    mine = delegated_by(user)
    return Q(Exists(Delegation.objects.filter(mine & SENT, event=OuterRef("pk"))))


@once
def concerned_with(user: Any) -> Q:
    """Everybody who has a part in the event: its centre, its participants and speakers, the invited bodies."""
    return served_by(user) | attended_by(user) | spoken_at_by(user) | invited_by_delegation(user)


@once
def part_of(user: Any) -> Q:
    """Officers and co-directors from the first plan; everybody else with a part in the event once it is announced."""
    return held_by(user) | concerned_with(user) & KNOWN


def named_for(user: Any, duty: Duty) -> Q:
    """Those named for a duty in the event, as long as they are appointed to its centre."""
    centres = user.standing.centre_ids()
    if not centres:
        return NOBODY
    named = EventOfficer.objects.filter(event=OuterRef("pk"), user=user, duty=duty)
    return Q(Exists(named), centre__in=centres)


def event_keys(user: Any, path: str = "") -> dict[str, Q]:
    """The key of each side: held by the co-director of that side, in the centres where he is one."""
    keys: dict[str, Q] = user.standing.keys(f"{path}centre")
    return keys


def keys_of_parts(user: Any) -> dict[str, Q]:
    """The same, on rows that belong to an event."""
    return event_keys(user, "event__")


# --- On delegations --------------------------------------------------------------------------------------------------


@once
def delegated_by(user: Any) -> Q:
    """People of the body, and the contact points of the country. Whether it was sent is asked beside it."""
    found = NOBODY
    if bodies := user.standing.organisation_ids(*BODY):
        found |= Q(organisation__in=bodies)
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(country__in=countries)
    return found


@once
def nominated_by(user: Any) -> Q:
    """The focal points of the body, and the contact points of the country, once the body was invited."""
    found = NOBODY
    if bodies := user.standing.organisation_ids(Function.FOCAL_POINT):
        found |= Q(organisation__in=bodies)
    if countries := user.standing.country_codes(Function.CONTACT_POINT):
        found |= Q(country__in=countries)
    return found & SENT


@once
def checked_by(user: Any) -> Q:
    """The contact points of the country, once its body was invited."""
    countries = user.standing.country_codes(Function.CONTACT_POINT)
    return Q(country__in=countries) & SENT if countries else NOBODY


def delegation_of(condition: Q) -> Q:
    """A condition on delegations, asked of their participants."""
    return Q(delegation__in=Delegation.objects.filter(condition).values("pk"))
