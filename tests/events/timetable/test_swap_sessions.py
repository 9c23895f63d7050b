from datetime import timedelta

import pytest

from core.refusal import RefusedError
from events.actions.timetable import swap_sessions
from tests.events.builders import make_contributor, make_event, make_session, make_stop
from tests.events.timetable.conftest import NOW, SATURDAY, journal_of, when


def test_they_change_places(stop, hall, room, officer):
    """The same people in both, and both in rooms: a moment that no single row could pass through."""
    one = make_contributor()
    first = make_session(stop, start=9, hours=0.5, room=hall)
    second = make_session(stop, start=10, hours=1, room=hall)
    for row in (first, second):
        row.parts.create(contributor=one)
    swap_sessions(first, by=officer, other=second)
    assert [when(row) for row in (first, second)] == [(SATURDAY, "30 10:00", "10:30"), (SATURDAY, "30 09:00", "10:00")]
    assert journal_of(second) == [("swap_sessions", "officer@centre.example", "")]


def test_rooms_and_days_go_along(stop, hall, room, officer):
    first, second = make_session(stop, room=hall), make_session(stop, start=14, day=2, room=room)
    first, second = swap_sessions(first, by=officer, other=second)
    assert [(row.room, row.day) for row in (first, second)] == [(room, SATURDAY + timedelta(days=2)), (hall, SATURDAY)]


def test_a_longer_one_that_does_not_fit(stop, hall, officer):
    first = make_session(stop, start=9, hours=1, room=hall, title={"en": "Short"})
    second = make_session(stop, start=14, hours=2, room=hall, title={"en": "Long"})
    make_session(stop, start=10, hours=1, room=hall, title={"en": "Next"})
    with pytest.raises(RefusedError, match="Hall is taken at that time: “Next” is there"):
        swap_sessions(first, by=officer, other=second)
    assert [when(row)[1] for row in (first, second)] == ["30 09:00", "30 14:00"]


def test_each_in_the_way_of_the_other(stop, hall, officer):
    """Half past nine and ten, an hour each: nothing else is there, and still they do not fit."""
    first = make_session(stop, start=9, hours=1, room=hall, title={"en": "Short"})
    second = make_session(stop, start=10, hours=3, room=hall, title={"en": "Long"})
    with pytest.raises(RefusedError, match="Hall is taken at that time: “Long” is there, 30 Oct 2027, 09:00–12:00"):
        swap_sessions(first, by=officer, other=second)


def test_only_with_another_that_stands_and_has_a_time(event, stop, centre, officer):
    row = make_session(stop)
    elsewhere = make_session(make_stop(make_event(centre, starts_on=SATURDAY)))
    for other in (row, elsewhere):
        with pytest.raises(RefusedError, match="Choose another session of the same event"):
            swap_sessions(row, by=officer, other=other)
    other = make_session(stop, start=12)
    type(row).objects.filter(pk=other.pk).update(day=None, starts_at=None, ends_at=None)
    with pytest.raises(RefusedError, match="Only sessions that have a time change places"):
        swap_sessions(row, by=officer, other=other)
    type(row).objects.filter(pk=other.pk).update(cancelled_at=NOW)
    with pytest.raises(RefusedError, match="The session is cancelled"):
        swap_sessions(row, by=officer, other=other)
