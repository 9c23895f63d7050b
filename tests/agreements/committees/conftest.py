"""A committee with sessions, decisions and minutes in each state, and what was heard of them."""

from typing import Any

import pytest
from django.dispatch import Signal

from agreements import signals
from agreements.enums import DecisionStatus, MinutesState, SessionStatus
from agreements.models import Action, Committee, CommitteeSession, Decision, SessionMinutes
from core.models import JournalEntry
from people.models import User
from tests.agreements.committees.builders import (
    make_action,
    make_committee,
    make_decision,
    make_item,
    make_minutes,
    make_session,
    seat_both,
)
from tests.cast import Cast, sign_in

SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}


@pytest.fixture
def heard():
    """The signals of the app as they were sent, each with what it said."""
    found: list[tuple[str, dict[str, Any]]] = []

    def listen(*, sender: Any, signal: Any, **said: Any) -> None:
        found.append((SIGNALS[signal], said))

    for signal in SIGNALS:
        signal.connect(listen)
    yield found
    for signal in SIGNALS:
        signal.disconnect(listen)


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return make_committee(cast.centre, code="JSC")


@pytest.fixture
def planned(committee: Committee, officer: User, cast: Cast) -> CommitteeSession:
    """With an agenda of two items and both heads present."""
    session = make_session(committee, officer, number=4, status=SessionStatus.PLANNED)
    seat_both(session, cast)
    make_item(session)
    make_item(session)
    return session


@pytest.fixture
def convened(committee: Committee, officer: User, cast: Cast) -> CommitteeSession:
    session = make_session(committee, officer, number=5, status=SessionStatus.CONVENED)
    seat_both(session, cast)
    make_item(session)
    make_item(session)
    return session


@pytest.fixture
def held(committee: Committee, officer: User, cast: Cast) -> CommitteeSession:
    session = make_session(committee, officer, number=6)
    seat_both(session, cast)
    make_item(session)
    return session


@pytest.fixture
def draft(held: CommitteeSession, officer: User) -> Decision:
    return make_decision(held, officer)


@pytest.fixture
def proposed(held: CommitteeSession, officer: User) -> Decision:
    return make_decision(held, officer, status=DecisionStatus.PROPOSED)


@pytest.fixture
def adopted(held: CommitteeSession, officer: User) -> Decision:
    return make_decision(held, officer, status=DecisionStatus.ADOPTED)


@pytest.fixture
def action(adopted: Decision) -> Action:
    return make_action(adopted)


@pytest.fixture
def minutes(held: CommitteeSession, officer: User) -> SessionMinutes:
    return make_minutes(held, officer, state=MinutesState.DRAFT)


@pytest.fixture
def page(cast: Cast, client: Any):
    """`page("officer", url, title="…")`: asked for, or sent when there is something to send; everybody reads English."""
    User.objects.update(language="en")

    def ask(who: str, url: str, **sent: Any) -> Any:
        sign_in(cast.people[who], client=client)
        return client.post(url, sent) if sent else client.get(url)

    return ask


def journal(obj: Any) -> list[tuple[str, str, str, str]]:
    """Who did what, from where to where; oldest first."""
    rows = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.from_state, one.to_state, one.actor.email if one.actor else "") for one in rows]
