"""Who is told of versions of a programme and of missing slides, and in which words."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from events.actions.releasing import propose_release, release, withdraw_release
from events.actions.timetable import cancel_session
from events.models import Event, Seat, Session
from events.tasks.timetable import ask_speakers_for_slides
from notifications.models import Notification
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
BOTH = ["director@by.example", "director@kr.example"]


@pytest.fixture(autouse=True)
def _autumn():
    with time_machine.travel(datetime(2027, 9, 1, 6, 0, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def stop(centre):
    return make_stop(make_event(centre, starts_on=date(2027, 10, 30), name={"en": "Ninth edition"}))


def signed(event, people):
    row = propose_release(Event.objects.get(pk=event.pk), by=people["officer"])
    release(row, by=people["director_by"])
    release(row, by=people["director_kr"])
    Notification.objects.exclude(kind__startswith="programme_released").delete()
    return row


def test_both_sides_are_asked_and_the_other_side_reminded(cast, stop, told, letters):
    people = cast.people
    make_session(stop)
    row = propose_release(stop.event, by=people["officer"])
    assert told() == {"release_proposed": BOTH}
    release(row, by=people["director_by"])
    assert told() == {"release_proposed": BOTH, "release_key_turned": ["director@kr.example"]}
    letter = letters()["director@kr.example"]
    assert "Maryna Karatkevich" in letter.subject
    # The end of Monday in Minsk is six hours earlier than in Seoul: by then silence is consent.
    assert "2027. 9. 6." in letter.body


def test_a_withdrawal_is_told_with_its_reason(cast, stop, told, letters):
    people = cast.people
    make_session(stop)
    row = propose_release(stop.event, by=people["officer"])
    Notification.objects.all().delete()
    withdraw_release(row, by=people["director_kr"], reason="합의되지 않았습니다.")
    assert told() == {"release_withdrawn": ["director@by.example", "officer@centre.example"]}
    assert "합의되지 않았습니다." in letters()["officer@centre.example"].body


def test_the_first_version_is_told_to_all_who_come_or_speak(cast, stop, told, letters):
    event = stop.event
    focal = appoint(make_user(email="focal@ge.example"), Function.FOCAL_POINT, cast.organisations["agency_ge"]).user
    make_delegation(event, cast.organisations["agency_ge"])
    make_participant(event, user=cast.people["official_ge"], email="official@ge.example")
    make_participant(event, email="guest@md.example", language="ru")
    make_participant(event, email="nominee@md.example", status="nominated")
    row = make_session(stop)
    row.parts.create(contributor=make_contributor(email="speaker@kr.example"))
    row.parts.create(contributor=make_contributor(user=cast.people["advisor_kr"], email="advisor@kr.example"))
    row.parts.create(contributor=make_contributor(), role="interpreter")
    signed(event, cast.people)
    assert told() == {
        "programme_released": sorted(
            [
                "advisor@kr.example",
                "contact@ge.example",
                "director@by.example",
                "officer@centre.example",
                "official@ge.example",
                focal.email,
            ]
        ),
        "programme_released_by_letter": ["guest@md.example", "speaker@kr.example"],
    }
    letter = letters()["speaker@kr.example"]
    assert f"/events/{event.reference}/programme/" in letter.body
    assert "Both sides have signed the programme." in letter.body


def test_a_change_is_told_to_those_whose_sessions_differ(cast, stop, told):
    """A visit with seats of its own concerns those who have one; and whoever spoke in it, or was taken out of it."""
    event = stop.event
    talk, visit = make_session(stop), make_session(stop, start=14, kind="visit", seats=2)
    talk.parts.create(contributor=make_contributor(email="talks@kr.example"))
    guide = visit.parts.create(contributor=make_contributor(email="guides@kr.example"), role="guide")
    Seat.objects.create(session=visit, participant=make_participant(event, email="visits@md.example"))
    make_participant(event, email="stays@md.example")
    signed(event, cast.people)
    Notification.objects.all().delete()
    guide.delete()
    visit.parts.create(contributor=make_contributor(email="instead@kr.example"), role="guide")
    signed(event, cast.people)
    assert told()["programme_released_by_letter"] == ["guides@kr.example", "instead@kr.example", "visits@md.example"]
    Notification.objects.all().delete()
    cancel_session(Session.objects.get(pk=visit.pk), by=cast.people["officer"], reason="Closed.")
    signed(event, cast.people)
    assert told()["programme_released_by_letter"] == ["instead@kr.example", "visits@md.example"]


def test_slides_are_asked_for_in_office_hours(cast, stop, told, letters):
    row = make_session(stop, expects_slides=True, is_released=True, title={"en": "Registers"})
    row.parts.create(contributor=make_contributor(email="speaker@kr.example"))
    row.parts.create(contributor=make_contributor(user=cast.people["advisor_kr"], email="advisor@kr.example"))
    with time_machine.travel(row.starts_at - timedelta(days=3, hours=-4), tick=False):  # one in the afternoon in Seoul
        assert ask_speakers_for_slides() == 2
        assert told() == {"slides_missing": ["advisor@kr.example", "speaker@kr.example"]}
        letter = letters()["speaker@kr.example"]
        assert "The slides of “Registers” are missing" in letter.subject
        assert "30 Oct 2027, 09:00–10:00 Seoul" in letter.body
