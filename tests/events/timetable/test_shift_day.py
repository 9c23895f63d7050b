from datetime import timedelta

import pytest

from core.refusal import RefusedError
from events.actions.timetable import shift_day
from tests.events.builders import make_contributor, make_session, make_stop
from tests.events.timetable.conftest import SATURDAY, at, at_night, journal_of, when

SUNDAY = SATURDAY + timedelta(days=1)


def test_all_of_a_day_move_together(stop, hall, room, officer):
    """Each moves into the place of the next: judged together, none is in another's way."""
    one = make_contributor()
    rows = [make_session(stop, start=start, room=hall) for start in (9, 10, 11)]
    for row in rows:
        row.parts.create(contributor=one)
    beside = make_session(stop, start=9, room=room)
    other_day = make_session(stop, start=9, day=1, room=hall)
    shift_day(stop.event, by=officer, stop=stop, day=SATURDAY, minutes=60)
    assert [when(row)[1] for row in (*rows, beside, other_day)] == [
        "30 10:00",
        "30 11:00",
        "30 12:00",
        "30 10:00",
        "31 09:00",
    ]
    assert [part.starts_at for part in one.parts.order_by("starts_at")] == [
        row.starts_at + timedelta(hours=1) for row in rows
    ]
    assert journal_of(rows[0]) == [("move_session", "officer@centre.example", "")]


def test_the_rest_of_the_day(stop, officer):
    rows = [make_session(stop, start=start) for start in (9, 11, 13)]
    shift_day(stop.event, by=officer, stop=stop, day=SATURDAY, minutes=-30, from_time=at(11))
    assert [when(row)[1] for row in rows] == ["30 09:00", "30 10:30", "30 12:30"]


def test_to_another_day(stop, hall, officer):
    rows = [make_session(stop, room=hall), at_night(stop, 1, room=hall)]
    shift_day(stop.event, by=officer, stop=stop, day=SATURDAY, to_day=SUNDAY)
    assert [when(row) for row in rows] == [(SUNDAY, "31 09:00", "10:00"), (SUNDAY, "01 01:00", "02:00")]


def test_all_or_none(stop, hall, officer):
    rows = [make_session(stop, start=start, room=hall) for start in (9, 10)]
    make_session(stop, start=10, day=1, room=hall, title={"en": "Visit"})
    with pytest.raises(RefusedError, match="Hall is taken at that time: “Visit” is there, 31 Oct 2027, 10:00–11:00"):
        shift_day(stop.event, by=officer, stop=stop, day=SATURDAY, to_day=SUNDAY)
    assert [when(row)[1] for row in rows] == ["30 09:00", "30 10:00"]


def test_a_day_without_sessions(event, stop, officer):
    minsk = make_stop(event, country_id="BY", city={"en": "Minsk"}, zone="Europe/Minsk")
    make_session(stop, start=9)
    for chosen in ({"stop": stop, "day": SUNDAY}, {"stop": minsk, "day": SATURDAY}):
        with pytest.raises(RefusedError, match="No session of that day begins then"):
            shift_day(event, by=officer, minutes=15, **chosen)
    with pytest.raises(RefusedError, match="No session of that day begins then"):
        shift_day(event, by=officer, stop=stop, day=SATURDAY, minutes=15, from_time=at(9, 1))
