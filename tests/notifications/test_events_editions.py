"""Who is told that an event was announced, changed, cancelled or closed, and how."""

from datetime import date

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone

from events.actions import editions
from events.enums import BodyRole, EventStatus
from events.models import Event, EventBody, Participant, Programme
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


def entry_in(letter):
    """The calendar's entry that a letter brings, and the method of the file."""
    parts = [part for part in letter.message().walk() if part.get_content_type() == "text/calendar"]
    found = [icalendar.Calendar.from_ical(part.get_payload(decode=True)) for part in parts]
    return [(str(one["METHOD"]), one.events[0]) for one in found]


def paragraphs(letter):
    return letter.body.split("\n\n")


@pytest.fixture
def edition(cast, centre):
    """Announced, in Seoul, with everybody who may have a part in it."""
    event = make_event(centre, starts_on=date(2030, 5, 13), ends_on=date(2030, 5, 17))
    make_stop(event)
    appoint(make_user(email="focal@ge.example"), Function.FOCAL_POINT, cast.organisations["agency_ge"])
    make_delegation(event, cast.organisations["agency_ge"])
    make_delegation(event, cast.organisations["services_by"], status="declined")
    make_participant(event, user=cast.people["official_by"], email="official@by.example", language="ru")
    make_participant(event, email="guest@kr.example", country_id="KR", language="ko")
    make_participant(event, email="queue@ge.example", status="waiting", queued_at=timezone.now())
    make_participant(event, email="gone@ge.example", status="withdrawn")
    session = make_session(event.stops.get())
    session.parts.create(contributor=make_contributor(email="speaker@kr.example"))
    return event


EVERYBODY = {
    "event_changed": ["contact@ge.example", "focal@ge.example"],
    "event_changed_to_participants": ["guest@kr.example", "official@by.example", "queue@ge.example"],
    "event_changed_to_speakers": ["speaker@kr.example"],
}


def test_new_days_reach_everybody_with_a_part_and_their_calendars(cast, edition, officer, told, letters):
    """By mail as it is written: in the reader's language, and with the entry that replaces the one before."""
    guest = Participant.objects.get(email="guest@kr.example")
    row = editions.edit_event(edition, by=officer, seen=None, starts_on=date(2030, 6, 3), ends_on=date(2030, 6, 7))
    assert told() == EVERYBODY
    sent = letters()
    assert sorted(sent) == sorted(address for group in EVERYBODY.values() for address in group)
    letter = sent["queue@ge.example"]
    assert letter.subject == f"{edition.reference}: Changed: {edition.name['en']}"
    assert paragraphs(letter)[0] == (
        "The event begins on Mon 3 Jun 2030 and ends on Fri 7 Jun 2030. "
        "It was to begin on Mon 13 May 2030 and to end on Fri 17 May 2030."
    )
    waiting = Participant.objects.get(email="queue@ge.example")
    assert reverse("events:registration", args=[waiting.secret]) in letter.body
    assert (entry_in(letter), entry_in(sent["speaker@kr.example"])) == ([], [])  # who holds no place has no entry
    [(method, entry)] = entry_in(sent["guest@kr.example"])
    assert (method, str(entry["UID"]), int(str(entry["SEQUENCE"])), entry["DTSTART"].dt, entry["DTEND"].dt) == (
        "REQUEST",
        f"participant-{guest.pk}@localhost",
        1,
        date(2030, 6, 3),
        date(2030, 6, 8),
    )
    assert (str(entry["SUMMARY"]), str(entry["LOCATION"])) == (edition.name["ko"], "서울")
    assert "2030. 6. 3. (월)" in sent["guest@kr.example"].body
    assert "пн 03.06.2030" in sent["official@by.example"].body
    assert str(entry_in(sent["official@by.example"])[0][1]["SUMMARY"]) == edition.name["ru"]
    assert row.calendar_sequence == 1


def test_a_new_place_counts_the_calendar_up(edition, officer, told, letters, quiet):
    stop = edition.stops.get()
    facts = {"country_id": "KR", "city": stop.city, "venue": stop.venue, "organisation": None, "zone": stop.zone}
    days = {"starts_on": stop.starts_on, "ends_on": stop.ends_on}
    editions.save_stop(edition, by=officer, stop=stop, **facts, **days)
    assert told() == {}  # saved as it was
    editions.save_stop(edition, by=officer, stop=stop, **{**facts, "city": {"en": "Busan"}}, **days)
    assert told() == EVERYBODY
    sent = letters()
    assert paragraphs(sent["queue@ge.example"])[1] == "Where it is held now: Busan, Republic of Korea."
    [(method, entry)] = entry_in(sent["guest@kr.example"])
    assert (method, int(str(entry["SEQUENCE"])), str(entry["LOCATION"])) == ("REQUEST", 1, "Busan")
    quiet()
    edition.sessions.all().delete()
    editions.remove_stop(stop, by=officer)
    sent = letters()
    assert paragraphs(sent["queue@ge.example"])[1] == "It is not said yet where it is held."
    [(method, entry)] = entry_in(sent["guest@kr.example"])
    assert (method, int(str(entry["SEQUENCE"])), "LOCATION" in entry) == ("REQUEST", 2, False)


def test_a_new_name_and_mode_are_told_and_minor_facts_are_not(edition, officer, told, letters, quiet):
    editions.edit_event(edition, by=officer, seen=None, theme={"en": "Cloud"}, hours=12, agreement_note="M-1")
    assert told() == {}
    editions.edit_event(edition, by=officer, seen=None, name={"en": "Data school"}, mode="online", hours=13)
    assert told() == EVERYBODY
    letter = letters()["queue@ge.example"]
    assert letter.subject == f"{edition.reference}: Changed: Data school"
    assert paragraphs(letter)[:3] == [
        "The event is now called “Data school”.",
        "The event begins on Mon 13 May 2030 and ends on Fri 17 May 2030.",
        "How it is held now: Online.",
    ]


def test_nobody_is_told_of_what_is_not_announced_or_over(edition, officer, told):
    days = {"starts_on": date(2030, 6, 3), "ends_on": date(2030, 6, 7)}
    Event.objects.filter(pk=edition.pk).update(status=EventStatus.PLANNED, announced_at=None)
    editions.edit_event(edition, by=officer, seen=None, **days)
    past = {"starts_on": date(2019, 6, 3), "ends_on": date(2019, 6, 7)}
    Event.objects.filter(pk=edition.pk).update(status=EventStatus.ANNOUNCED, announced_at=timezone.now(), **past)
    editions.edit_event(edition, by=officer, seen=None, name={"en": "Data school"})
    assert told() == {}


def test_a_late_letter_says_nothing_to_who_has_dropped_out(edition, officer, letters):
    editions.edit_event(edition, by=officer, seen=None, name={"en": "Data school"})
    Participant.objects.filter(email="queue@ge.example").update(status="withdrawn")
    assert "queue@ge.example" not in letters()


def test_the_number_of_queries_does_not_grow_with_those_who_were_to_come(
    cast, centre, officer, django_assert_max_num_queries
):
    event = make_event(centre)
    for _ in range(60):
        make_participant(event)
    with django_assert_max_num_queries(80):
        editions.cancel_event(Event.objects.get(pk=event.pk), by=officer, reason="The hall is closed.")
    assert Delivery.objects.count() == 62
