"""What no code can do, because the database itself says no."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from events.enums import ParticipantStatus
from events.models import Contributor, Delegation, Event, Participant, Room, Seat, Session, SessionPart, Stop

pytestmark = pytest.mark.django_db
NINE = datetime(2027, 10, 30, 0, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def event(centre):
    return Event.objects.create(
        centre=centre,
        reference="E-2027-01",
        year=2027,
        name={"en": "Ninth edition"},
        starts_on=date(2027, 10, 30),
        ends_on=date(2027, 11, 3),
        capacity=1,
    )


@pytest.fixture
def stop(event):
    return Stop.objects.create(
        event=event,
        country_id="KR",
        city={"en": "Seoul"},
        zone="Asia/Seoul",
        starts_on=event.starts_on,
        ends_on=event.ends_on,
    )


def session(event, stop, start=0, hours=1, **fields):
    starts_at = NINE + start * HOUR
    times = {"day": date(2027, 10, 30), "starts_at": starts_at, "ends_at": starts_at + hours * HOUR}
    return Session.objects.create(**{"event": event, "stop": stop, "title": {"en": "Talk"}, **times, **fields})


def person(event, number, **fields):
    values = {"given_name": "A", "email": f"a{number}@ge.example", "country_id": "GE", "status": "accepted", **fields}
    return Participant.objects.create(event=event, **values)


def refused(by, act):
    with pytest.raises(IntegrityError, match=by), transaction.atomic():
        act()


def test_two_sessions_in_one_room(event, stop):
    room = Room.objects.create(stop=stop, name={"en": "Hall"})
    session(event, stop, 0, 2, room=room)
    session(event, stop, 2, 1, room=room)  # begins when the other ends
    refused("one_session_a_room_at_a_time", lambda: session(event, stop, 1, 1, room=room))


def test_one_person_in_two_sessions(event, stop):
    speaker = Contributor.objects.create(given_name="Sora", family_name="Yoon", country_id="KR")
    first, second = session(event, stop), session(event, stop, 5)
    SessionPart.objects.create(session=first, contributor=speaker)
    SessionPart.objects.create(session=second, contributor=speaker, role="interpreter")

    def move():
        second.starts_at, second.ends_at = first.starts_at, first.ends_at
        second.save()

    refused("one_session_a_person_at_a_time", move)
    Session.objects.filter(pk=first.pk).update(cancelled_at=NINE)
    move()
    assert SessionPart.objects.get(session=second).starts_at == NINE
    assert SessionPart.objects.get(session=first).starts_at is None


def test_a_seat_too_many_in_the_event(event):
    one = person(event, 1)
    refused("event_never_oversold", lambda: person(event, 2))
    waiting = person(event, 3, status="waiting", queued_at=NINE)
    refused("event_never_oversold", lambda: Participant.objects.filter(pk=waiting.pk).update(status="accepted"))
    Participant.objects.filter(pk=one.pk).update(status=ParticipantStatus.WITHDRAWN)
    Participant.objects.filter(pk=waiting.pk).update(status="accepted")
    event.refresh_from_db()
    assert event.seats_taken == 1
    Participant.objects.filter(pk=waiting.pk).delete()
    event.refresh_from_db()
    assert event.seats_taken == 0


def test_a_nominee_too_many(event):
    Event.objects.filter(pk=event.pk).update(capacity=None)
    body = event.centre.side_b.organisations.first()
    delegation = Delegation.objects.create(event=event, organisation=body, country_id="KR", quota=1)
    one = person(event, 1, delegation=delegation, status="nominated")
    alternate = person(event, 2, delegation=delegation, status="nominated", is_alternate=True)
    refused("delegation_within_quota", lambda: person(event, 3, delegation=delegation, status="nominated"))
    refused("delegation_within_quota", lambda: Participant.objects.filter(pk=alternate.pk).update(is_alternate=False))
    Participant.objects.filter(pk=one.pk).update(status="withdrawn")
    Participant.objects.filter(pk=alternate.pk).update(is_alternate=False)
    delegation.refresh_from_db()
    assert delegation.nominees == 1


def test_a_seat_too_many_in_a_session(event, stop):
    Event.objects.filter(pk=event.pk).update(capacity=None)
    visit = session(event, stop, kind="visit", seats=1)
    one, two = person(event, 1), person(event, 2)
    seat = Seat.objects.create(session=visit, participant=one)
    refused("session_never_oversold", lambda: Seat.objects.create(session=visit, participant=two))
    seat.delete()
    Seat.objects.create(session=visit, participant=two)
    visit.refresh_from_db()
    assert visit.seats_taken == 1
