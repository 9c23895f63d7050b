"""Who is told of sessions, minutes, decisions and actions, before anybody asks who may see them."""

from collections.abc import Iterable
from typing import Any

from agreements.enums import Owner
from agreements.models import Action, CommitteeSession, Decision, SessionMinutes
from people.audience import holders_in_centre, holders_in_organisation
from people.enums import Function, Side
from people.models import User

# --- Groups ----------------------------------------------------------------------------------------------------------


def officers(session: CommitteeSession) -> list[User]:
    return list(holders_in_centre(session.committee.centre_id, Function.OFFICER))


def directors(session: CommitteeSession) -> list[User]:
    return list(holders_in_centre(session.committee.centre_id, Function.CO_DIRECTOR))


def members(session: CommitteeSession) -> list[User]:
    """Those who have an account to read it with."""
    seats = session.members.filter(user__is_active=True).select_related("user")
    return [seat.user for seat in seats if seat.user]


def other_key(session: CommitteeSession, side: str) -> list[User]:
    """The co-director whose key is the one that is missing."""
    missing = Side.B if side == Side.A else Side.A
    return list(holders_in_centre(session.committee.centre_id, Function.CO_DIRECTOR, side=missing))


def owing(action: Action) -> list[User]:
    """The co-director of the side that owes it, or both; the focal points of the body."""
    centre = action.decision.session.committee.centre_id
    side = "" if action.owner == Owner.BOTH else action.owner
    found = list(holders_in_centre(centre, Function.CO_DIRECTOR, side=side))
    if action.organisation_id:
        found += holders_in_organisation(action.organisation_id, Function.FOCAL_POINT)
    return found


# --- Sessions --------------------------------------------------------------------------------------------------------


def told_convened(*, session: CommitteeSession, **_said: Any) -> Iterable[User]:
    return [*members(session), *directors(session)]


def told_members(*, session: CommitteeSession, **_said: Any) -> Iterable[User]:
    return members(session)


def told_officers(*, session: CommitteeSession, **_said: Any) -> Iterable[User]:
    return officers(session)


# --- Minutes ---------------------------------------------------------------------------------------------------------


def told_minutes_proposed(*, minutes: SessionMinutes, **_said: Any) -> Iterable[User]:
    return [*directors(minutes.session), *members(minutes.session)]


def told_minutes_key(*, minutes: SessionMinutes, side: str, **_said: Any) -> Iterable[User]:
    return other_key(minutes.session, side)


def told_minutes_agreed(*, minutes: SessionMinutes, **_said: Any) -> Iterable[User]:
    return [*members(minutes.session), *officers(minutes.session), *directors(minutes.session)]


def told_minutes_sent_back(*, minutes: SessionMinutes, **_said: Any) -> Iterable[User]:
    """Who wrote them; the officers where he is none of them any more; the other side."""
    return [*_writer(minutes.by, minutes.session), *directors(minutes.session)]


def _writer(user: User, session: CommitteeSession) -> list[User]:
    holds = user.standing.holds(Function.OFFICER, centre_id=session.committee.centre_id)
    return [user] if holds else officers(session)


# --- Decisions and actions -------------------------------------------------------------------------------------------


def told_decision_proposed(*, decision: Decision, **_said: Any) -> Iterable[User]:
    return directors(decision.session)


def told_decision_key(*, decision: Decision, side: str, **_said: Any) -> Iterable[User]:
    return other_key(decision.session, side)


def told_decision_adopted(*, decision: Decision, **_said: Any) -> Iterable[User]:
    return [*officers(decision.session), *directors(decision.session), *members(decision.session)]


def told_decision_rejected(*, decision: Decision, **_said: Any) -> Iterable[User]:
    return [*officers(decision.session), *directors(decision.session)]


def told_decision_returned(*, decision: Decision, **_said: Any) -> Iterable[User]:
    return [*_writer(decision.by, decision.session), *directors(decision.session)]


def told_owing(*, action: Action, **_said: Any) -> Iterable[User]:
    return owing(action)


def told_settled(*, action: Action, **_said: Any) -> Iterable[User]:
    """The officers, and the side that does not owe it."""
    session = action.decision.session
    others = directors(session) if action.owner == Owner.BOTH else other_key(session, action.owner)
    return [*officers(session), *others]
