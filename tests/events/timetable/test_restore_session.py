import pytest

from core.refusal import RefusedError
from events.actions.timetable import restore_session
from tests.events.builders import make_contributor, make_session
from tests.events.timetable.conftest import NOW, SATURDAY, fresh, journal_of, when


def test_it_comes_back_where_it_was(stop, hall, officer):
    row = make_session(stop, room=hall, cancelled_at=NOW)
    restore_session(row, by=officer)
    assert (fresh(row).cancelled_at, when(row)) == (None, (SATURDAY, "30 09:00", "10:00"))
    assert journal_of(row) == [("restore_session", "officer@centre.example", "")]


def test_not_where_others_are_by_now(stop, hall, officer):
    row = make_session(stop, room=hall, cancelled_at=NOW)
    other = make_session(stop, room=hall, title={"en": "Instead"})
    with pytest.raises(RefusedError, match="Hall is taken at that time: “Instead” is there"):
        restore_session(row, by=officer)
    other.delete()
    one = make_contributor(family_name="Yoon")
    row.parts.create(contributor=one)
    make_session(stop, title={"en": "Elsewhere"}).parts.create(contributor=one)
    with pytest.raises(RefusedError, match="Sora Yoon is in another session at that time: “Elsewhere”"):
        restore_session(row, by=officer)


def test_only_what_is_cancelled(stop, officer):
    with pytest.raises(RefusedError, match="The session is not cancelled"):
        restore_session(make_session(stop), by=officer)
