from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.timetable import add_session
from events.models import Room, Session
from tests.events.builders import make_contributor, make_event, make_session, make_stop
from tests.events.timetable.conftest import SATURDAY, at, journal_of, when


def test_a_session_with_a_time(event, stop, hall, track, officer):
    row = add_session(
        event,
        by=officer,
        stop=stop,
        title={"en": "Opening", "ko": "개회"},
        kind="ceremony",
        room=hall,
        track=track,
        day=SATURDAY,
        begins=at(9, 30),
        ends=at(10, 30),
        languages=["ko", "ru"],
    )
    assert when(row) == (SATURDAY, "30 09:30", "10:30")
    found = Session.objects.values_list("title", "kind", "room", "track", "languages", "is_released", "sequence").get()
    assert found == ({"en": "Opening", "ko": "개회"}, "ceremony", hall.pk, track.pk, ["ko", "ru"], False, 0)
    assert journal_of(row) == [("add_session", "officer@centre.example", "")]


def test_without_a_time_it_stands_beside_the_timetable(event, stop, officer):
    row = add_session(event, by=officer, stop=stop, title={"en": "Visit, day not known"}, kind="visit")
    assert when(row) == (None, "", "")


@pytest.mark.parametrize(
    ("begins", "ends", "first", "last"),
    [
        (at(22), at(1, 30), "30 22:00", "01:30"),  # a reception ends after midnight
        (at(0, 30), at(2), "31 00:30", "02:00"),  # and what begins after midnight belongs to the evening
        (at(23), at(5), "30 23:00", "05:00"),
    ],
)
def test_a_day_ends_after_midnight(event, stop, officer, begins, ends, first, last):
    row = add_session(event, by=officer, stop=stop, title={"en": "Night"}, day=SATURDAY, begins=begins, ends=ends)
    assert when(row) == (SATURDAY, first, last)


@pytest.mark.parametrize(("begins", "ends"), [(at(10), at(9)), (at(10), at(10)), (at(1), at(23)), (at(5), at(5))])
def test_an_end_before_the_beginning_is_refused(event, stop, officer, begins, ends):
    with pytest.raises(RefusedError, match="A session ends after it begins"):
        add_session(event, by=officer, stop=stop, title={"en": "X"}, day=SATURDAY, begins=begins, ends=ends)
    assert Session.objects.count() == 0


def test_a_time_that_the_clocks_skip_is_refused(event, officer):
    """In Bucharest the clocks went from 03:00 to 04:00 on 29 March 2026: that night belongs to the 28th."""
    stop = make_stop(event, country_id="GE", city={"en": "Bucharest"}, zone="Europe/Bucharest")
    with pytest.raises(RefusedError, match="There is no 03:30 on 29 Mar 2026: the clocks are put forward over it"):
        add_session(
            event, by=officer, stop=stop, title={"en": "X"}, day=date(2026, 3, 28), begins=at(3, 30), ends=at(4, 30)
        )


def test_half_a_time_is_refused(event, stop, officer):
    with pytest.raises(RefusedError, match="Give the day, the beginning and the end, or none of them"):
        add_session(event, by=officer, stop=stop, title={"en": "X"}, day=SATURDAY, begins=at(9))


def test_a_taken_room_is_told_with_what_is_there(event, stop, hall, officer):
    make_session(stop, start=9, hours=2, room=hall, title={"en": "Opening"})
    add_session(
        event, by=officer, stop=stop, title={"en": "B"}, room=hall, day=SATURDAY, begins=at(11), ends=at(12)
    )  # begins when the other ends
    words = "Hall is taken at that time: “Opening” is there, 30 Oct 2027, 09:00–11:00 Seoul."
    with pytest.raises(RefusedError, match=words):
        add_session(
            event, by=officer, stop=stop, title={"en": "C"}, room=hall, day=SATURDAY, begins=at(10), ends=at(11)
        )
    assert Session.objects.count() == 2


def test_what_belongs_to_another_event_is_refused(event, stop, centre, officer):
    other = make_stop(make_event(centre, starts_on=SATURDAY))
    far = Room.objects.create(stop=other, name={"en": "Far"})
    with pytest.raises(RefusedError, match="The stop belongs to another event"):
        add_session(event, by=officer, stop=other, title={"en": "X"})
    with pytest.raises(RefusedError, match="The room is at another stop"):
        add_session(event, by=officer, stop=stop, title={"en": "X"}, room=far)
    with pytest.raises(TypeError, match="Not fields of a session"):
        add_session(event, by=officer, stop=stop, title={"en": "X"}, is_released=True)


def test_only_officers_and_only_until_it_is_closed(event, stop, cast):
    for who in ("official_by", "contact_by", "director_by", "advisor_kr", "admin_user", "official_ge"):
        with pytest.raises(PermissionDenied):
            add_session(event, by=cast.people[who], stop=stop, title={"en": "X"})
    type(event).objects.filter(pk=event.pk).update(status="closed")
    with pytest.raises(PermissionDenied):
        add_session(event, by=cast.people["officer"], stop=stop, title={"en": "X"})


def test_a_speaker_is_not_held_by_a_session_that_is_far_away(event, stop, officer):
    """Only the same minutes clash: the builders put a person into two sessions that follow each other."""
    one = make_contributor()
    first = make_session(stop, start=9)
    first.parts.create(contributor=one)
    second = make_session(stop, start=10)
    second.parts.create(contributor=one)
    assert second.starts_at - first.starts_at == timedelta(hours=1)
