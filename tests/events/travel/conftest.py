"""An edition to which a Georgian official travels; the officer is on its travel desk, a colleague is not."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from core.models import JournalEntry
from events.actions import travel
from events.enums import Duty
from events.models import Event, EventOfficer, Participant, TravelFile
from events.travel import Answer
from people.enums import Function
from people.models import User
from tests.cast import Cast, sign_in
from tests.events.builders import make_delegation, make_event, make_participant, make_stop
from tests.factories import appoint, make_user

NUMBER = "M70689098"
FACTS: dict[str, Any] = {
    "passport_type": "service",
    "passport_number": NUMBER,
    "passport_expires_on": date(2035, 5, 6),
    "nationality": "Georgia",
    "birth_on": date(1984, 2, 3),
    "birth_place": "Kutaisi",
    "sex": "F",
    "arrives_at": datetime(2031, 5, 4, 2, 30, tzinfo=UTC),
    "arrives_by": "KE956",
    "arrives_to": "Incheon",
    "diet": "No pork",
}
AGREED = dict.fromkeys(("general", "identifier", "sensitive"), Answer.AGREED.value)
FIRST = date(2031, 5, 5)


@pytest.fixture
def event(cast: Cast) -> Event:
    row = make_event(cast.centre, reference="E-2031-01", starts_on=FIRST, quota=2)
    make_stop(row)
    EventOfficer.objects.create(event=row, user=cast.people["officer"], duty=Duty.TRAVEL)
    return row


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


def saved(participant: Participant, by: User, **changes: Any) -> TravelFile:
    """Travel facts as the person gives them; `None` leaves one out."""
    consents = {**AGREED, **changes.pop("consents", {})}
    seen = changes.pop(
        "seen", TravelFile.objects.filter(participant=participant).values_list("updated_at", flat=True).first()
    )
    return travel.save_travel(participant, by=by, facts={**FACTS, **changes}, consents=consents, seen=seen)


def event_moment(day: int) -> datetime:
    """Noon, UTC, on a day of the month of the event."""
    return datetime(2031, 5, day, 12, tzinfo=UTC)


def journal(obj: Any) -> list[tuple[str, str]]:
    """Who did what, oldest first."""
    rows = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.actor.email if one.actor else "") for one in rows]


@pytest.fixture
def page(cast: Cast, client: Any) -> Any:
    """`page("officer", url, visa="granted")`: asked for, or sent when there is something to send; all read English."""

    def ask(who: str, url: str, **sent: Any) -> Any:
        User.objects.update(language="en")
        if who:
            sign_in(cast.people[who], client=client)
        else:
            client.cookies.clear()
        return client.post(url, sent) if sent else client.get(url)

    return ask
