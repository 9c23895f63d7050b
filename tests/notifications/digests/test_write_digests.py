"""When digests come: at the first opening of a working day of the reader's country, once, with what is still new."""

from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from calendars.actions import set_exception
from calendars.models import Calendar
from notifications.actions.delivering import deliver_due
from notifications.actions.digesting import write_digests
from notifications.actions.reading import mark_all_read
from notifications.models import Delivery, Digest, Notification
from people.enums import Function
from people.models import User
from tests.factories import appoint, make_user

OPENS_IN_MINSK = "2026-11-23 06:00Z"  # Monday, 09:00
NEXT_DAY = "2026-11-24 06:00Z"


def test_at_the_opening_not_before_and_not_again(clock, wishes, tell, papers, sent, official_by):
    wishes("daily", official_by)
    first, second = papers(2)
    tell(first, official_by)
    assert sent() == {}  # 08:30 in Minsk
    clock.move_to(OPENS_IN_MINSK)
    assert set(sent()) == {"official@by.example"}
    assert sent() == {}
    tell(second, official_by)
    clock.move_to("2026-11-23 12:00Z")
    assert sent() == {}
    clock.move_to(NEXT_DAY)
    assert set(sent()) == {"official@by.example"}
    days = {row.for_day: list(row.lines.values_list("object_id", flat=True)) for row in Digest.objects.all()}
    assert days == {date(2026, 11, 23): [first.pk], date(2026, 11, 24): [second.pk]}


def test_each_by_the_opening_of_the_own_country(clock, wishes, tell, paper, sent, official_by, advisor_kr, official_ge):
    readers = (official_by, advisor_kr, official_ge)
    wishes("daily", *readers)
    tell(paper, *readers)
    clock.move_to("2026-11-23 00:00Z")  # 09:00 in Seoul
    assert set(sent()) == {"advisor@kr.example"}
    clock.move_to("2026-11-23 05:30Z")  # 09:30 in Tbilisi, on Saint George's day
    assert sent() == {}
    clock.move_to(OPENS_IN_MINSK)
    assert set(sent()) == {"official@by.example"}
    clock.move_to("2026-11-24 05:00Z")  # 09:00 in Tbilisi
    assert set(sent()) == {"official@ge.example"}


def test_none_on_a_holiday_nor_at_the_weekend(clock, wishes, tell, paper, sent, official_by):
    set_exception(
        Calendar.objects.get(code="BY"), date(2026, 11, 23), is_working=False, reason={"en": "Decree"}, by=None
    )
    wishes("daily", official_by)
    tell(paper, official_by)
    for moment in ("2026-11-21 09:00Z", "2026-11-22 09:00Z", "2026-11-23 09:00Z"):
        clock.move_to(moment)
        assert sent() == {}
    clock.move_to(NEXT_DAY)
    assert set(sent()) == {"official@by.example"}


def test_a_holiday_that_is_decreed_late_is_kept_too(clock, wishes, tell, paper, sent, official_by):
    wishes("daily", official_by)
    tell(paper, official_by)
    set_exception(
        Calendar.objects.get(code="BY"), date(2026, 11, 23), is_working=False, reason={"en": "Decree"}, by=None
    )
    clock.move_to(OPENS_IN_MINSK)
    assert sent() == {}
    clock.move_to(NEXT_DAY)
    assert set(sent()) == {"official@by.example"}


def test_weekly_on_the_first_working_day_of_the_week(clock, wishes, tell, papers, sent, official_by):
    set_exception(
        Calendar.objects.get(code="BY"), date(2026, 11, 30), is_working=False, reason={"en": "Decree"}, by=None
    )
    wishes("weekly", official_by, since="2026-11-18 09:00Z")
    first, second = papers(2)
    clock.move_to("2026-11-19 09:00Z")
    tell(first, official_by)
    assert sent() == {}
    clock.move_to(OPENS_IN_MINSK)
    assert set(sent()) == {"official@by.example"}
    tell(second, official_by)
    for moment in (NEXT_DAY, "2026-11-27 09:00Z", "2026-11-30 09:00Z"):
        clock.move_to(moment)
        assert sent() == {}
    clock.move_to("2026-12-01 06:00Z")
    assert set(sent()) == {"official@by.example"}


def test_after_a_night_without_workers_it_comes_in_office_hours(clock, wishes, tell, paper, sent, official_by):
    wishes("daily", official_by)
    tell(paper, official_by)
    clock.move_to("2026-11-23 16:00Z")  # 19:00: nobody was there all day
    assert sent() == {}
    clock.move_to(NEXT_DAY)
    assert set(sent()) == {"official@by.example"}


def test_written_in_the_last_minute_sent_in_the_next_hour_of_work(clock, wishes, tell, paper, letters, official_by):
    wishes("daily", official_by)
    tell(paper, official_by)
    clock.move_to("2026-11-23 14:59Z")
    assert write_digests() == 1
    clock.move_to("2026-11-23 15:30Z")
    assert letters() == {}
    clock.move_to(NEXT_DAY)
    assert set(letters()) == {"official@by.example"}


def test_what_was_read_in_the_inbox_is_left_out(clock, wishes, tell, papers, sent, official_by, contact_by):
    wishes("daily", official_by, contact_by)
    old, new = papers(2)
    tell(old, official_by, contact_by)
    mark_all_read(official_by)
    mark_all_read(contact_by)
    tell(new, contact_by)
    clock.move_to(OPENS_IN_MINSK)
    assert set(sent()) == {"contact@by.example"}
    assert list(Digest.objects.get().lines.values_list("object_id", flat=True)) == [new.pk]


def test_what_was_read_between_writing_and_sending_is_left_out_too(clock, wishes, tell, paper, letters, official_by):
    wishes("daily", official_by)
    tell(paper, official_by)
    clock.move_to(OPENS_IN_MINSK)
    write_digests()
    mark_all_read(official_by)
    assert letters() == {}
    assert Delivery.objects.get().state == "cancelled"


def test_nobody_is_told_of_what_he_may_no_longer_see(clock, wishes, tell, paper, sent, official_by, contact_by):
    wishes("daily", official_by, contact_by)
    tell(paper, official_by, contact_by)
    type(paper).objects.filter(pk=paper.pk).update(is_public=False)
    User.objects.filter(pk=contact_by.pk).update(is_active=False)
    clock.move_to(OPENS_IN_MINSK)
    assert sent() == {}


def test_a_person_has_one_digest_a_day(wishes, official_by):
    Digest.objects.create(user=official_by, for_day=date(2026, 11, 23))
    with pytest.raises(IntegrityError):
        Digest.objects.create(user=official_by, for_day=date(2026, 11, 23))


def test_a_worker_that_dies_while_writing_leaves_everything_as_it_was(clock, wishes, tell, paper, sent, official_by):
    wishes("daily", official_by)
    tell(paper, official_by)
    clock.move_to(OPENS_IN_MINSK)
    with connection.cursor() as cursor:  # the last statement fails: nothing before it may stay
        cursor.execute("ALTER TABLE notifications_delivery ADD CONSTRAINT no_digests CHECK (digest_id IS NULL)")
    with pytest.raises(IntegrityError):
        write_digests()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE notifications_delivery DROP CONSTRAINT no_digests")
    assert (Digest.objects.count(), Notification.objects.waiting_for_digest().count()) == (0, 1)
    assert set(sent()) == {"official@by.example"}
    assert (Digest.objects.count(), Notification.objects.waiting_for_digest().count()) == (1, 0)


def cost(act):
    with CaptureQueriesContext(connection) as queries:
        done = act()
    return done, len(queries)


def test_queries_do_not_grow_with_readers_nor_with_lines(clock, cast, wishes, tell, papers):
    def crowd(number):
        people = [make_user() for _ in range(number)]
        for one in people:
            appoint(one, Function.MEMBER, cast.organisations["services_by"])
        wishes("daily", *people)
        return people

    def morning(day, people, rows):
        clock.move_to(f"2026-11-{day} 05:00Z")
        for paper in rows:
            tell(paper, *people)
        clock.move_to(f"2026-11-{day} 06:00Z")
        written = cost(write_digests)
        return written, [cost(lambda: deliver_due(1)) for _person in people]

    morning(23, crowd(1), papers(1))
    few, ((_one, letter),) = morning(24, crowd(1), papers(1))
    many, letters = morning(25, crowd(9), papers(7))
    assert (few[0], many[0]) == (2, 11)  # those of the days before are looked at again
    assert many[1] == few[1]
    assert letters == [(1, letter)] * 9
    assert letter <= 12
