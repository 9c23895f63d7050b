"""An edition with a site visit in its released programme; a Georgian official with a place, the officer at the desk."""

from datetime import date
from typing import Any

import pytest

from core.models import JournalEntry
from events.enums import Duty, SessionKind
from events.models import Event, EventOfficer, Participant, Seat, Session, Visit, VisitGroup
from people.enums import Function
from people.models import User
from tests.cast import Cast, sign_in
from tests.events.builders import make_delegation, make_event, make_participant, make_session, make_stop
from tests.factories import appoint, make_user

FIRST = date(2031, 5, 5)  # a Monday


@pytest.fixture
def event(cast: Cast) -> Event:
    row = make_event(cast.centre, reference="E-2031-01", starts_on=FIRST, quota=2)
    EventOfficer.objects.create(event=row, user=cast.people["officer"], duty=Duty.TRAVEL)
    return row


@pytest.fixture
def session(event: Event) -> Session:
    """From one to three in the afternoon of Tuesday, in Seoul; no seats are counted."""
    title = {"en": "National data centre"}
    return make_session(
        make_stop(event), kind=SessionKind.VISIT, day=1, start=13, hours=2, is_released=True, title=title
    )


@pytest.fixture
def visit(session: Session, cast: Cast) -> Visit:
    return Visit.objects.create(
        session=session,
        organisation=cast.organisations["nia"],
        contact_name="Jiwoo Han",
        contact_phone="+82 2 1234",
        meeting_point={"en": "Hotel lobby"},
        needs_passport=True,
    )


@pytest.fixture
def colleague(cast: Cast) -> User:
    """An officer of the centre who is not on the travel desk."""
    person = make_user(email="officer2@centre.example", given_name="Olga", family_name="Second")
    appoint(person, Function.OFFICER, cast.organisations["centre"], centre=cast.centre, is_primary=True)
    cast.people["colleague"] = person
    return person


@pytest.fixture
def nino(event: Event, cast: Cast) -> Participant:
    """Accepted, with an account: official_ge."""
    user = cast.people["official_ge"]
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    return make_participant(event, delegation=delegation, user=user, email=user.email, given_name="Nino")


def make_group(visit: Visit, **fields: Any) -> VisitGroup:
    values = {"name": {"en": "Group"}, "position": visit.groups.count() + 1, **fields}
    return VisitGroup.objects.create(visit=visit, **values)


def limited(session: Session, seats: int | None) -> Session:
    Session.objects.filter(pk=session.pk).update(seats=seats)
    return fresh(session)


def fresh(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def taken(session: Session) -> tuple[int, int]:
    """The counter of the session, and the seats there are."""
    return fresh(session).seats_taken, Seat.objects.filter(session=session).count()


def journal(obj: Any) -> list[tuple[str, str]]:
    """Who did what, oldest first."""
    rows = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.actor.email if one.actor else "") for one in rows]


@pytest.fixture
def page(cast: Cast, client: Any) -> Any:
    """`page("officer", url, text="…")`: asked for, or sent when there is something to send; all read English."""

    def ask(who: str, url: str, **sent: Any) -> Any:
        User.objects.update(language="en")
        if who:
            sign_in(cast.people[who], client=client)
        else:
            client.cookies.clear()
        return client.post(url, sent) if sent else client.get(url)

    return ask
