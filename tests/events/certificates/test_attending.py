"""What the rule counts: days of the released programme, by the day's mark or by that of a session of it."""

from datetime import date

import pytest

from events.attending import Presence, counted_days, fulfils, presences
from events.models import Attendance, Event, Session
from tests.events.builders import make_session


def days(*numbers):
    return {date(2026, 10, number) for number in numbers}


def test_days_with_a_session_that_counts(event):
    assert counted_days(event) == days(5, 6, 7, 8, 9)
    Session.objects.filter(day="2026-10-06").update(counts_for_certificate=False)
    Session.objects.filter(day="2026-10-07").update(kind="break")
    Session.objects.filter(day="2026-10-08").update(is_released=False)
    Session.objects.filter(day="2026-10-09").update(cancelled_at="2026-10-01T00:00Z")
    assert counted_days(event) == days(5)


def test_without_a_released_programme_all_days(event):
    Session.objects.update(is_released=False)
    assert counted_days(event) == days(5, 6, 7, 8, 9)


def test_by_day_or_by_session_and_once_a_day(event, nino, officer):
    Attendance.objects.all().delete()
    stop = event.stops.get()
    extra = make_session(stop, day=0, start=15, is_released=True)
    dinner = make_session(stop, day=2, start=19, is_released=True, counts_for_certificate=False)
    marks = [(5, None), (5, extra), (6, event.sessions.get(day="2026-10-06")), (7, dinner), (20, None)]
    for number, session in marks:
        Attendance.objects.create(
            participant=nino, day=date(2026, 10, number), session=session, means="list", by=officer
        )
    assert presences(event, [nino.pk]) == {nino.pk: Presence(2, 5)}


@pytest.mark.parametrize(
    ("attended", "of", "share", "enough"), [(4, 5, 80, True), (3, 5, 60, False), (7, 9, 77, False), (8, 9, 88, True)]
)
def test_the_share_is_never_rounded_up(event, attended, of, share, enough):
    presence = Presence(attended, of)
    assert (presence.share, fulfils(event, presence)) == (share, enough)


def test_nobody_gets_one_for_nothing(event):
    Event.objects.update(certificate_share=0)
    event.refresh_from_db()
    assert (fulfils(event, Presence(0, 5)), fulfils(event, Presence(1, 5))) == (False, True)


def test_two_queries_however_many(event, nino, tamar, sergei, django_assert_num_queries):
    for people in ([nino.pk], [nino.pk, tamar.pk, sergei.pk]):
        with django_assert_num_queries(2):
            assert presences(event, people) == dict.fromkeys(people, Presence(5, 5))
