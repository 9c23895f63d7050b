from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.timetable import edit_session
from events.enums import EventStatus
from events.models import Participant, Seat, Session
from tests.events.builders import make_contributor, make_event, make_participant, make_session, make_stop
from tests.events.timetable.conftest import NOW, SATURDAY, at, fresh, journal_of, seen, when

TIMES = {"day": SATURDAY, "begins": at(9), "ends": at(10)}


def test_what_was_written_is_kept(event, stop, hall, officer):
    row = make_session(stop)
    before = seen(row)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        edit_session(
            row,
            by=officer,
            seen=before,
            stop=stop,
            room=hall,
            title={"en": "Opening"},
            seats=20,
            **TIMES | {"ends": at(9, 45)},
        )
    row = fresh(row)
    assert (row.title, row.room_id, row.seats, seen(row) == before) == ({"en": "Opening"}, hall.pk, 20, False)
    assert when(row) == (SATURDAY, "30 09:00", "09:45")
    assert journal_of(row) == [("edit_session", "officer@centre.example", "")]


def test_two_who_edit_never_overwrite_each_other(stop, officer):
    row = make_session(stop)
    opened = seen(row)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        edit_session(row, by=officer, seen=opened, stop=stop, title={"en": "First"}, **TIMES)
    with pytest.raises(RefusedError, match="A colleague has saved this session after you opened it"):
        edit_session(row, by=officer, seen=opened, stop=stop, title={"en": "Second"}, **TIMES)
    assert fresh(row).title == {"en": "First"}
    edit_session(row, by=officer, seen=seen(row), stop=stop, title={"en": "Second"}, **TIMES)
    assert fresh(row).title == {"en": "Second"}


def test_a_person_who_is_elsewhere_is_told_with_where(stop, hall, room, officer):
    one = make_contributor(given_name="Seoyeon", family_name="Kim", family_name_first=True)
    make_session(stop, start=9, room=hall, title={"en": "Opening"}).parts.create(contributor=one)
    later = make_session(stop, start=11, room=room)
    later.parts.create(contributor=one, role="interpreter")
    words = "Kim Seoyeon is in another session at that time: “Opening”, 30 Oct 2027, 09:00–10:00 Seoul."
    with pytest.raises(RefusedError, match=words):
        edit_session(later, by=officer, seen=seen(later), stop=stop, room=room, **TIMES)
    assert when(later) == (SATURDAY, "30 11:00", "12:00")


def test_a_clash_with_an_event_one_may_not_see_names_no_title(stop, officer, cast):
    """The other event belongs to another centre and is still being planned."""
    centre = cast.centre
    centre.pk, centre.acronym = None, "C2"
    centre.save()
    hidden = make_stop(make_event(centre, starts_on=SATURDAY, status=EventStatus.PLANNED))
    one = make_contributor(given_name="Sora", family_name="Yoon")
    make_session(hidden, start=9, title={"en": "Secret talk"}).parts.create(contributor=one)
    row = make_session(stop, start=11)
    row.parts.create(contributor=one)
    with pytest.raises(RefusedError) as refusal:
        edit_session(row, by=officer, seen=seen(row), stop=stop, **TIMES)
    words = "Sora Yoon has a part in another event at that time: 30 Oct 2027, 09:00–10:00 Seoul."
    assert str(refusal.value.message) == words


def test_fewer_seats_than_are_taken_are_refused(event, stop, officer):
    visit = make_session(stop, kind="visit", seats=2)
    for _number in range(2):
        Seat.objects.create(session=visit, participant=make_participant(event))
    with pytest.raises(RefusedError, match="2 seats are taken already: there cannot be fewer"):
        edit_session(visit, by=officer, seen=seen(visit), stop=stop, seats=1, **TIMES)
    assert (fresh(visit).seats, Participant.objects.count()) == (2, 2)


def test_a_cancelled_session_is_restored_first(stop, officer):
    row = make_session(stop, cancelled_at=NOW)
    with pytest.raises(RefusedError, match=r"The session is cancelled\. Restore it first"):
        edit_session(row, by=officer, seen=seen(row), stop=stop, **TIMES)


def test_a_session_that_a_colleague_has_deleted(stop, officer):
    row = make_session(stop)
    opened = seen(row)
    Session.objects.all().delete()
    with pytest.raises(RefusedError, match="A colleague has deleted the session"):
        edit_session(row, by=officer, seen=opened, stop=stop, **TIMES)


def test_directors_read_and_do_not_edit(stop, director_by):
    row = make_session(stop)
    with pytest.raises(PermissionDenied):
        edit_session(row, by=director_by, seen=seen(row), stop=stop, **TIMES)
