import pytest

from core.refusal import RefusedError
from events.actions.timetable import cancel_session
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import NOW, fresh, journal_of


def test_room_and_people_are_free(stop, hall, officer):
    one = make_contributor()
    row = make_session(stop, room=hall)
    row.parts.create(contributor=one)
    cancel_session(row, by=officer, reason="The speaker is ill.")
    make_session(stop, room=hall).parts.create(contributor=one)
    assert (fresh(row).cancelled_at, fresh(row).starts_at) == (NOW, row.starts_at)
    assert journal_of(row) == [("cancel_session", "officer@centre.example", "The speaker is ill.")]


def test_not_twice_and_not_without_a_reason(stop, officer):
    row = make_session(stop)
    with pytest.raises(RefusedError, match="Give the reason"):
        cancel_session(row, by=officer, reason=" ")
    cancel_session(row, by=officer, reason="x")
    with pytest.raises(RefusedError, match="The session is cancelled"):
        cancel_session(row, by=officer, reason="x")
