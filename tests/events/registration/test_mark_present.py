"""Marked as present: once, by whoever has the duty, on a day that has come."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.refusal import RefusedError
from events.actions import attendance as acts
from events.actions.attendance import Occasion, mark_present, today_at
from events.models import Attendance, Event, EventOfficer
from tests.at_once import at_once
from tests.events.builders import make_event, make_participant, make_session, make_stop
from tests.events.registration.conftest import fresh


@pytest.fixture
def event(centre):
    """It began yesterday, in Seoul."""
    return make_event(centre, starts_on=timezone.localdate() - timedelta(days=1))


@pytest.fixture
def stop(event):
    return make_stop(event)


@pytest.fixture
def people(event):
    return [make_participant(event, family_name=name) for name in ("Ahn", "Bae", "Choi")]


@pytest.fixture
def first(event):
    return Occasion(event.starts_on)


def test_mark_present(event, people, officer, first, told):
    marked = mark_present(event, people[:2], by=officer, at=first)
    assert marked == (people[:2], [], [])
    assert [fresh(one).status for one in people] == ["attended", "attended", "accepted"]
    rows = Attendance.objects.order_by("pk").values_list("participant", "day", "session", "means", "by")
    assert list(rows) == [(one.pk, event.starts_on, None, "list", officer.pk) for one in people[:2]]
    assert told(people[0]) == [("attend", "attended", "", "")]


def test_twice_is_once(event, people, officer, director_by, first):
    mark_present(event, people[:1], by=officer, at=first)
    again = mark_present(event, people, by=officer, at=first, means="code")
    assert again == (people[1:], people[:1], [])
    assert Attendance.objects.count() == 3


def test_a_day_and_a_session_are_two_marks(event, stop, people, officer, first):
    session = make_session(stop)
    mark_present(event, people[:1], by=officer, at=first)
    mark_present(event, people[:1], by=officer, at=Occasion(session.day, session))
    assert list(Attendance.objects.order_by("pk").values_list("session", flat=True)) == [None, session.pk]


def test_who_holds_no_place_is_named_and_not_marked(event, people, officer, first, centre):
    waiting = make_participant(event, status="waiting", queued_at=timezone.now())
    other = make_participant(make_event(centre))
    assert mark_present(event, [waiting, other], by=officer, at=first) == ([], [], [waiting])
    assert Attendance.objects.count() == 0


def test_refused(event, stop, people, officer, first, monkeypatch):
    day = timedelta(days=1)
    tomorrow = Occasion(today_at(event) + day)
    cancelled = make_session(stop, cancelled_at=timezone.now())
    timeless = make_session(stop, day=0)
    type(timeless).objects.filter(pk=timeless.pk).update(starts_at=None, ends_at=None, day=None)
    timeless.refresh_from_db()
    cases = [
        (tomorrow, "has not come yet"),
        (Occasion(event.starts_on - day), "no such day"),
        (Occasion(event.ends_on + day), "no such day"),
        (Occasion(event.starts_on, cancelled), "not held"),
        (Occasion(event.starts_on, timeless), "not held"),
    ]
    for at, sentence in cases:
        with pytest.raises(RefusedError, match=sentence):
            mark_present(event, people, by=officer, at=at)
    with pytest.raises(RefusedError, match="at least one"):
        mark_present(event, [], by=officer, at=first)
    monkeypatch.setattr(acts, "MOST", 2)
    with pytest.raises(RefusedError, match="at most 2 people"):
        mark_present(event, people, by=officer, at=first)
    Event.objects.update(status="closed")
    with pytest.raises(RefusedError, match="until it is closed"):
        mark_present(event, people[:1], by=officer, at=first)


def test_officers_and_the_door_alone(event, people, cast, advisor_kr, first):
    for who in ("director_by", "official_by", "advisor_kr", "contact_ge"):
        with pytest.raises(PermissionDenied):
            mark_present(event, people, by=cast.people[who], at=first)
    EventOfficer.objects.create(event=event, user=advisor_kr, duty="door")
    assert mark_present(event, people, by=advisor_kr, at=first).now == people


@pytest.mark.usefixtures("real_commits")
def test_many_mark_the_same_guests_at_once(real_commits, event, people, officer, cast):
    at = Occasion(event.starts_on)
    doors = [lambda: mark_present(event, people, by=officer, at=at)] * 4
    answers = at_once(*doors, holding=event.participants.all())
    assert sorted(len(one.now) for one in answers) == [0, 0, 0, 3]
    assert Attendance.objects.count() == 3
