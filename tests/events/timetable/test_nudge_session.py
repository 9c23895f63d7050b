import pytest

from core.refusal import RefusedError
from events.actions.timetable import nudge_session
from tests.events.builders import make_session
from tests.events.timetable.conftest import NOW, SATURDAY, at_night, when


def test_earlier_and_later(stop, officer):
    row = make_session(stop)
    nudge_session(row, by=officer, minutes=15)
    nudge_session(row, by=officer, minutes=-30)
    assert when(row) == (SATURDAY, "30 08:45", "09:45")


def test_over_five_in_the_morning_the_day_is_another_one(stop, officer):
    row = at_night(stop, 4)
    assert when(row) == (SATURDAY, "31 04:00", "05:00")
    nudge_session(row, by=officer, minutes=60)
    assert when(row)[0].day == 31


def test_into_a_taken_room_is_refused(stop, hall, officer):
    make_session(stop, start=10, room=hall, title={"en": "Lecture"})
    row = make_session(stop, start=9, room=hall)
    with pytest.raises(RefusedError, match="Hall is taken at that time: “Lecture” is there"):
        nudge_session(row, by=officer, minutes=15)
    assert when(row) == (SATURDAY, "30 09:00", "10:00")


def test_without_a_time_and_cancelled(stop, officer):
    row = make_session(stop)
    type(row).objects.filter(pk=row.pk).update(day=None, starts_at=None, ends_at=None)
    with pytest.raises(RefusedError, match="The session has no time yet"):
        nudge_session(row, by=officer, minutes=15)
    type(row).objects.filter(pk=row.pk).update(cancelled_at=NOW)
    with pytest.raises(RefusedError, match="The session is cancelled"):
        nudge_session(row, by=officer, minutes=15)
