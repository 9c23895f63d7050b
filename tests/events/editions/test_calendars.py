"""Calendars that subscribe, invitations, and the feed: as programs of others read them."""

from datetime import date, datetime
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from events.actions import releasing, timetable
from events.actions.calendars import renew_calendar_address
from events.enums import EventStatus
from events.models import Event, Seat
from events.presentation.ics import invitation
from tests.cast import sign_in
from tests.events.builders import make_event, make_participant, make_session, make_stop

pytestmark = pytest.mark.django_db
SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
def released(cast, centre):
    """An event with two released sessions, one of them with seats."""
    event = make_event(centre, starts_on=date(2027, 10, 25))
    stop = make_stop(event)
    make_session(stop, start=9, title={"en": "Opening", "ko": "개회"})
    make_session(stop, start=14, title={"en": "Visit"}, kind="visit", seats=10)
    _release(event, cast)
    return Event.objects.get(pk=event.pk)


def _release(event, cast):
    people = cast.people
    version = releasing.propose_release(event, by=people["officer"])
    releasing.release(version, by=people["director_by"])
    releasing.release(version, by=people["director_kr"])


def read(answer):
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(answer.content)


def lines(calendar):
    return {str(one["SUMMARY"]): one for one in calendar.events}


def test_a_subscription_holds_the_programme_in_the_time_of_the_stop(client, released):
    calendar = read(client.get(reverse("events:event_ics", args=[released.reference])))
    found = lines(calendar)
    assert sorted(found) == sorted([released.name["en"], "Opening", "Visit"])
    opening = found["Opening"]
    assert opening["DTSTART"].dt == datetime(2027, 10, 25, 9, tzinfo=SEOUL)
    assert (opening["DTSTART"].params["TZID"], [str(zone["TZID"]) for zone in calendar.timezones]) == (
        "Asia/Seoul",
        ["Asia/Seoul"],
    )
    assert (str(calendar["METHOD"]), str(opening["STATUS"]), opening["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", 0)
    assert found[released.name["en"]]["DTSTART"].dt == date(2027, 10, 25)


def test_a_subscription_speaks_the_language_of_its_address(client, released):
    calendar = read(client.get(reverse("events:event_ics", args=[released.reference]) + "?language=ko"))
    assert "개회" in lines(calendar)


def test_a_moved_session_counts_on_and_a_cancelled_one_says_so(client, released, cast):
    opening, visit = released.sessions.order_by("starts_at")
    uid = lines(read(client.get(reverse("events:event_ics", args=[released.reference]))))["Opening"]["UID"]
    opening.starts_at, opening.ends_at = opening.starts_at.replace(minute=30), opening.ends_at.replace(minute=30)
    opening.save()
    timetable.cancel_session(visit, by=cast.people["officer"], reason="The host cannot receive us.")
    assert str(
        lines(read(client.get(reverse("events:event_ics", args=[released.reference]))))["Opening"]["STATUS"]
    ) == ("CONFIRMED")  # the draft is nobody's business yet
    _release(released, cast)
    found = lines(read(client.get(reverse("events:event_ics", args=[released.reference]))))
    assert (found["Opening"]["UID"], found["Opening"]["SEQUENCE"], str(found["Opening"]["STATUS"])) == (
        uid,
        1,
        "CONFIRMED",
    )
    assert (str(found["Visit"]["STATUS"]), found["Visit"]["SEQUENCE"]) == ("CANCELLED", 1)


def test_one_session(client, released):
    session = released.sessions.get(title__en="Visit")
    calendar = read(client.get(reverse("events:session_ics", args=[released.reference, session.pk])))
    assert list(lines(calendar)) == ["Visit"]
    assert client.get(reverse("events:session_ics", args=[released.reference, 999_999])).status_code == 404


def test_a_person_sees_what_the_person_goes_to(client, released):
    participant = make_participant(released, language="ko")
    url = reverse("events:person_ics", args=[participant.calendar_secret])
    assert sorted(lines(read(client.get(url)))) == sorted([released.name["ko"], "개회"])
    Seat.objects.create(participant=participant, session=released.sessions.get(title__en="Visit"))
    assert "Visit" in lines(read(client.get(url)))
    participant.status = "withdrawn"
    participant.save()
    assert {str(one["STATUS"]) for one in read(client.get(url)).events} == {"CANCELLED"}


def test_the_secret_address_is_given_up_by_its_owner_alone(client, cast, released, official_ge, official_by):
    participant = make_participant(released, user=official_ge)
    old = reverse("events:person_ics", args=[participant.calendar_secret])
    for stranger in (official_by, cast.people["officer"]):
        with pytest.raises(PermissionDenied):
            renew_calendar_address(participant, by=stranger)
    url = reverse("events:renew_calendar", args=[released.reference])
    assert sign_in(official_by, client=client).get(url).status_code == 404
    assert sign_in(official_ge, client=client).post(url).status_code == 302
    assert client.get(old).status_code == 404
    participant.refresh_from_db()
    assert client.get(reverse("events:person_ics", args=[participant.calendar_secret])).status_code == 200


def test_an_invitation_and_its_end_are_one_line_that_counts_on(released):
    participant = make_participant(released)
    asked = icalendar.Calendar.from_ical(invitation(participant, method="REQUEST"))
    ended = icalendar.Calendar.from_ical(invitation(participant, method="CANCEL"))
    first, last = asked.events[0], ended.events[0]
    assert (str(asked["METHOD"]), str(ended["METHOD"])) == ("REQUEST", "CANCEL")
    assert (first["UID"], str(first["STATUS"]), str(last["STATUS"])) == (last["UID"], "CONFIRMED", "CANCELLED")
    assert last["SEQUENCE"] > first["SEQUENCE"]
    assert str(first["ATTENDEE"]) == f"mailto:{participant.email}"


def test_a_planned_event_has_no_calendar_for_strangers(client, centre):
    event = make_event(centre, status=EventStatus.PLANNED)
    assert client.get(reverse("events:event_ics", args=[event.reference])).status_code == 404


def test_the_feed_holds_public_events_only(client, centre):
    event = make_event(centre, announced_at=timezone.now())
    make_event(centre, is_public=False)
    make_event(centre, status=EventStatus.PLANNED)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    root = ET.fromstring(client.get(reverse("events:feed")).content)
    found = [one.findtext("a:id", namespaces=atom) for one in root.findall("a:entry", atom)]
    assert found == [f"tag:testserver,2016:{event.reference}"]
