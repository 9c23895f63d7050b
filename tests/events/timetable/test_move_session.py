from datetime import timedelta

import pytest
import time_machine

from core.refusal import RefusedError
from events.actions.timetable import move_session, nudge_session
from tests.events.builders import make_session, make_stop
from tests.events.timetable.conftest import NOW, SATURDAY, at, journal_of, seen, when

SUNDAY = SATURDAY + timedelta(days=1)


def test_it_keeps_its_length(stop, hall, room, officer):
    row = make_session(stop, hours=1.5, room=hall)
    move_session(row, by=officer, seen=seen(row), stop=stop, day=SUNDAY, begins=at(14), room=room)
    assert when(row) == (SUNDAY, "31 14:00", "15:30")
    assert journal_of(row) == [("move_session", "officer@centre.example", "")]


def test_without_a_time_it_gets_an_hour(stop, officer):
    row = make_session(stop, day=0)
    type(row).objects.filter(pk=row.pk).update(day=None, starts_at=None, ends_at=None)
    move_session(row, by=officer, seen=seen(row), stop=stop, day=SATURDAY, begins=at(23, 30), room=None)
    assert when(row) == (SATURDAY, "30 23:30", "00:30")


def test_to_another_stop_it_takes_the_hours_there(event, stop, hall, officer):
    """Nine in Minsk, six hours after nine in Seoul; and a room of Seoul does not go along."""
    minsk = make_stop(event, country_id="BY", city={"en": "Minsk"}, zone="Europe/Minsk")
    row = make_session(stop, room=hall)
    start = row.starts_at
    with pytest.raises(RefusedError, match="The room is at another stop"):
        move_session(row, by=officer, seen=seen(row), stop=minsk, day=SATURDAY, begins=at(9), room=hall)
    moved = move_session(row, by=officer, seen=seen(row), stop=minsk, day=SATURDAY, begins=at(9), room=None)
    assert moved.starts_at - start == timedelta(hours=6)


def test_what_was_read_before_a_colleague_moved_it(stop, officer):
    row = make_session(stop)
    opened = seen(row)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        nudge_session(row, by=officer, minutes=15)
    with pytest.raises(RefusedError, match="A colleague has saved this session"):
        move_session(row, by=officer, seen=opened, stop=stop, day=SUNDAY, begins=at(9), room=None)
    assert when(row) == (SATURDAY, "30 09:15", "10:15")
