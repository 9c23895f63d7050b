"""Who is told that an event was announced, cancelled or closed, and how."""

import icalendar
import pytest

from events.actions import editions
from events.enums import BodyRole, EventStatus
from events.models import Event, EventBody, Programme
from notifications.models import Delivery
from people.enums import Function
from tests.events.builders import (
    make_contributor,
    make_delegation,
    make_event,
    make_participant,
    make_session,
    make_stop,
)
from tests.factories import appoint, make_user

pytestmark = pytest.mark.django_db


def test_an_announcement_reaches_the_states_of_the_programme(cast, centre, officer, told):
    programme = Programme.objects.create(centre=centre, slug="p", name={"en": "P"})
    programme.countries.add("GE")
    event = make_event(centre, status=EventStatus.PLANNED, programme=programme)
    make_stop(event)
    EventBody.objects.create(event=event, organisation=cast.organisations["nia"], role=BodyRole.HOST)
    editions.announce_event(event, by=officer)
    assert told() == {"event_announced": ["contact@ge.example", "director@by.example", "director@kr.example"]}


def test_a_cancellation_reaches_everybody_with_a_part(cast, centre, officer, told, letters):
    event = make_event(centre)
    focal = appoint(make_user(email="focal@ge.example"), Function.FOCAL_POINT, cast.organisations["agency_ge"]).user
    make_delegation(event, cast.organisations["agency_ge"])
    make_participant(event, user=cast.people["official_ge"], email="official@ge.example")
    make_participant(event, email="guest@md.example")
    make_participant(event, email="gone@md.example", status="withdrawn")
    session = make_session(make_stop(event))
    session.parts.create(contributor=make_contributor(email="speaker@kr.example"))
    editions.cancel_event(event, by=officer, reason="The hall is closed.")
    assert told() == {
        "event_cancelled": ["contact@ge.example", "director@by.example", "director@kr.example", focal.email],
        "event_cancelled_to_participants": ["guest@md.example", "official@ge.example"],
        "event_cancelled_to_speakers": ["speaker@kr.example"],
    }
    sent = letters()
    assert sorted(sent) == sorted(address for group in told().values() for address in group)
    letter = sent["guest@md.example"]
    assert (letter.subject, "The hall is closed." in letter.body) == (
        f"{event.reference}: Cancelled: {event.name['en']}",
        True,
    )
    letter = letter.message()
    parts = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    calendar = icalendar.Calendar.from_ical(parts[0].get_payload(decode=True))
    assert (str(calendar["METHOD"]), str(calendar.events[0]["STATUS"])) == ("CANCEL", "CANCELLED")


def test_the_number_of_queries_does_not_grow_with_those_who_were_to_come(
    cast, centre, officer, django_assert_max_num_queries
):
    event = make_event(centre)
    for _ in range(60):
        make_participant(event)
    with django_assert_max_num_queries(80):
        editions.cancel_event(Event.objects.get(pk=event.pk), by=officer, reason="The hall is closed.")
    assert Delivery.objects.count() == 62
