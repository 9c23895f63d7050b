"""Who is told of delegations, of the list of participants, and of the people on it."""

from collections.abc import Iterable
from typing import Any

from events.models import Delegation, Participant, ParticipantList
from notifications.audience.events_editions import to_participant
from notifications.messages.kind import To
from people.audience import holders_in_centre, holders_in_country, holders_in_organisation
from people.enums import Function, Side
from people.models import User

# --- Groups ----------------------------------------------------------------------------------------------------------


def checking(delegation: Delegation) -> list[User]:
    """The contact points of the country."""
    return list(holders_in_country(delegation.country_id, Function.CONTACT_POINT))


def nominating(delegation: Delegation) -> list[User]:
    """The focal points of the body; where it has none, the contact points of the country."""
    return list(holders_in_organisation(delegation.organisation_id, Function.FOCAL_POINT)) or checking(delegation)


def officers(record: Delegation | Participant | ParticipantList) -> list[User]:
    return list(holders_in_centre(record.event.centre_id, Function.OFFICER))


def directing(record: ParticipantList, side: str = "") -> list[User]:
    """Both co-directors, or the one of a side."""
    return list(holders_in_centre(record.event.centre_id, Function.CO_DIRECTOR, side=side))


def _sent_by(participant: Participant) -> list[User]:
    return nominating(participant.delegation) if participant.delegation else []


def _person(participant: Participant) -> list[To]:
    return [] if participant.anonymised_at is not None else [to_participant(participant)]


# --- Audiences: each takes what its signal says ----------------------------------------------------------------------


def told_invited(*, delegation: Delegation, **_said: Any) -> Iterable[User]:
    """The focal points of the body and the contact points of the country."""
    return [*nominating(delegation), *checking(delegation)]


def told_nominating(*, delegation: Delegation, **_said: Any) -> Iterable[User]:
    return nominating(delegation)


def told_checking(*, delegation: Delegation, **_said: Any) -> Iterable[User]:
    return checking(delegation)


def told_officers(*, delegation: Delegation, **_said: Any) -> Iterable[User]:
    return officers(delegation)


def told_proposed(*, list: ParticipantList, **_said: Any) -> Iterable[User]:  # noqa: A002  the signal calls it so
    return directing(list)


def told_key(*, list: ParticipantList, side: str, **_said: Any) -> Iterable[User]:  # noqa: A002  the signal calls it so
    """The other side: its key is the one that is missing."""
    return directing(list, Side.B if side == Side.A else Side.A)


def told_list(*, list: ParticipantList, **_said: Any) -> Iterable[User]:  # noqa: A002  the signal calls it so
    return [*officers(list), *directing(list)]


def told_sender(*, participant: Participant, **_said: Any) -> Iterable[User]:
    """The focal points of the body that sent the person."""
    return _sent_by(participant)


def told_person(*, participant: Participant, **_said: Any) -> Iterable[To]:
    """The person, by the account or by the address."""
    return _person(participant)


def told_replaced_person(*, replaced: Participant, **_said: Any) -> Iterable[To]:
    return _person(replaced)


def told_desk(*, participant: Participant, **_said: Any) -> Iterable[User]:
    return officers(participant)


def told_desk_and_sender(*, participant: Participant, **_said: Any) -> Iterable[User]:
    return [*officers(participant), *_sent_by(participant)]
