"""Travellers are asked for what they owe, the travel desk for lists; no letter holds a fact of a journey."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import timezone

from events.actions import travel
from events.actions.gate_lists import remind_of_gate_list
from events.enums import Duty
from events.models import EventOfficer, Visit
from notifications.models import Delivery
from tests.events.builders import make_event, make_participant, make_session, make_stop

pytestmark = pytest.mark.django_db
NUMBER = "M70689098"
IN_HOURS = datetime(2031, 4, 23, 6, tzinfo=UTC)  # a Wednesday: offices are open in Minsk, Tbilisi and Seoul


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(IN_HOURS, tick=False) as moment:
        yield moment


@pytest.fixture
def event(centre):
    return make_event(centre, reference="E-2031-01", starts_on=datetime(2031, 5, 5, tzinfo=UTC).date())


@pytest.fixture
def desk(event, advisor_kr):
    """Only an advisor is named for the travel desk."""
    EventOfficer.objects.create(event=event, user=advisor_kr, duty=Duty.TRAVEL)
    return advisor_kr


def test_each_is_asked_for_the_own_journey(event, desk, official_ge, told, letters):
    with_account = make_participant(event, user=official_ge, email=official_ge.email)
    make_participant(event, email="guest@ge.example")
    travel.save_travel(
        with_account,
        by=official_ge,
        facts={"passport_number": NUMBER},
        consents={"identifier": "agreed"},
        seen=None,
    )
    travel.remind_of_travel(event, by=desk)
    assert told() == {"travel_missing": ["guest@ge.example", "official@ge.example"]}
    sent = letters()
    assert sorted(sent) == ["guest@ge.example", "official@ge.example"]
    bodies = {address: " ".join(letter.body.split()) for address, letter in sent.items()}
    asked = "The travel desk prepares your journey and still waits for: Passport, Arrival, Departure."
    assert {address: asked in body for address, body in bodies.items()} == dict.fromkeys(bodies, True)
    assert "give them to the travel desk by telephone or on paper, not by e-mail: Seoyeon Kim, advisor@kr.example" in (
        bodies["guest@ge.example"].replace("Kim Seoyeon", "Seoyeon Kim")
    )
    assert "Journey and visa" in bodies["official@ge.example"]
    assert [body for body in bodies.values() if NUMBER in body] == []


def test_who_has_written_meanwhile_gets_no_letter(event, desk, official_ge, letters):
    one = make_participant(event, user=official_ge, email=official_ge.email)
    travel.remind_of_travel(event, by=desk)
    facts = {
        "passport_type": "service",
        "passport_number": NUMBER,
        "passport_expires_on": datetime(2035, 1, 1, tzinfo=UTC).date(),
        "nationality": "Georgia",
        "birth_on": datetime(1984, 1, 1, tzinfo=UTC).date(),
        "sex": "F",
        "arrives_at": datetime(2031, 5, 4, tzinfo=UTC),
        "departs_at": datetime(2031, 5, 10, tzinfo=UTC),
    }
    consents = {"identifier": "agreed", "general": "agreed"}
    travel.save_travel(one, by=official_ge, facts=facts, consents=consents, seen=None)
    assert letters() == {}


def test_a_letter_waits_for_office_hours(event, desk, official_ge, clock, letters):
    clock.move_to(datetime(2031, 4, 26, 6, tzinfo=UTC))  # a Saturday
    make_participant(event, user=official_ge, email=official_ge.email)
    travel.remind_of_travel(event, by=desk)
    assert letters() == {}
    assert timezone.localtime(Delivery.objects.get().next_try_at).weekday() == 0


def test_the_travel_desk_is_told_of_a_list_with_its_link(event, desk, told, letters):
    session = make_session(make_stop(event), kind="visit", day=1, is_released=True, title={"en": "Data centre"})
    visit = Visit.objects.create(session=session, gate_list_due_at=datetime(2031, 4, 24, 6, tzinfo=UTC))
    remind_of_gate_list(visit.pk)
    assert told() == {"gate_list_due": ["advisor@kr.example"]}
    letter = letters()["advisor@kr.example"]
    assert f"/events/E-2031-01/visits/{session.pk}/gate-list/" in letter.body


def test_without_a_travel_desk_officers_are_told(event, told):
    session = make_session(make_stop(event), kind="visit", day=1, is_released=True)
    visit = Visit.objects.create(session=session, gate_list_due_at=datetime(2031, 4, 24, 6, tzinfo=UTC))
    remind_of_gate_list(visit.pk)
    assert told() == {"gate_list_due": ["officer@centre.example"]}
