"""The inbox: newest first, unread marked, opened and marked as read, the same number of queries however long."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from consultations.actions import deciding
from core.desk import badges, panels
from core.paging import page_of
from notifications.models import Notification
from notifications.querysets import unread_count
from people.models import Appointment

INBOX = "/inbox/"


def headlines(user):
    return [news.headline for news in panels["visit"](user, 9).inbox]


@pytest.fixture
def many(registered, official_by):
    """Sixty lines about one request."""
    first = official_by.notifications.get()
    Notification.objects.bulk_create(
        Notification(
            user=official_by,
            kind=first.kind,
            event=f"again:{n}",
            content_type=first.content_type,
            object_id=first.object_id,
            context=first.context,
        )
        for n in range(59)
    )
    return official_by


def test_visitors_sign_in_first(client, db):
    assert client.get(INBOX).status_code == 302


def test_it_tells_what_happened_on_what(client, registered, official_by):
    client.force_login(official_by)
    page = client.get(INBOX).content.decode()
    assert "Запрос зарегистрирован" in page
    assert '<span class="ref">CR-2026-001</span>' in page
    assert "is-unread" in page
    assert "не прочитано</span>" in page


def test_empty(client, official_by):
    client.force_login(official_by)
    assert 'class="empty"' in client.get(INBOX).content.decode()


def test_newest_first(registered, contact_by, officer, director_by, director_kr):
    deciding.decide(registered, by=director_by, accepts=True)
    deciding.decide(registered, by=director_kr, accepts=True)
    assert headlines(officer) == ["Both sides accepted the request", "The request is registered"]


def test_opening_reads_it_and_goes_to_the_record(client, registered, official_by):
    client.force_login(official_by)
    row = official_by.notifications.get()
    assert unread_count(official_by) == 1
    assert client.get(f"/inbox/open/{row.pk}/").url == registered.get_absolute_url()
    row.refresh_from_db()
    read_at = row.read_at
    assert (unread_count(official_by), read_at is None) == (0, False)
    client.get(f"/inbox/open/{row.pk}/")
    row.refresh_from_db()
    assert row.read_at == read_at


def test_somebody_elses_line_is_not_found(client, registered, official_by, officer):
    client.force_login(official_by)
    assert client.get(f"/inbox/open/{officer.notifications.get().pk}/").status_code == 404


def test_line_about_what_one_may_no_longer_see(client, registered, director_kr, settings):
    settings.SAMPLE_CENTRE = True  # passes the second factor
    Appointment.objects.filter(user=director_kr).update(ends_on="2020-01-01")
    client.force_login(director_kr)
    page = client.get(INBOX).content.decode()
    assert "CR-2026-001" not in page
    assert client.get(f"/inbox/open/{director_kr.notifications.get().pk}/").url == INBOX


def test_mark_all_as_read(client, many):
    client.force_login(many)
    assert client.get("/inbox/read/").status_code == 405
    assert client.post("/inbox/read/").url == INBOX
    assert unread_count(many) == 0


def test_badge(client, many):
    assert badges["notifications:inbox"](many) == 60
    many.notifications.update(in_inbox=False)
    assert badges["notifications:inbox"](many) == 0


def test_pages_go_on_from_a_line(many):
    rows = many.notifications.all()
    everything = list(rows.values_list("pk", flat=True))

    def page(query):
        return page_of(rows, QueryDict(query), order="-pk")

    first = page("")
    second = page(first.older)
    last = page(second.older)
    assert [row.pk for one in (first, second, last) for row in one.rows] == everything
    assert [bool(one.newer) for one in (first, second, last)] == [False, True, True]
    assert [bool(one.older) for one in (first, second, last)] == [True, True, False]
    back = page(last.newer)
    assert [row.pk for row in back.rows] == [row.pk for row in second.rows]


@pytest.mark.parametrize("asked", ["?older=x", "?older=99999999999999999999", "?newer=-1"])
def test_nonsense_is_the_first_page(client, registered, official_by, asked):
    client.force_login(official_by)
    assert "Запрос зарегистрирован" in client.get(INBOX + asked).content.decode()


def test_queries_do_not_grow_with_the_rows(client, submitted, contact_by, official_by, say):
    def queries():
        client.get(INBOX)
        with CaptureQueriesContext(connection) as found:
            assert client.get(INBOX).status_code == 200
        return len(found)

    client.force_login(contact_by)
    say(submitted, official_by, "Первое.", "ru")
    one = queries()
    for text in ("Второе.", "Третье."):
        say(submitted, official_by, text, "ru")
    assert contact_by.notifications.count() == 4
    assert queries() == one
    assert one <= 12


def test_kinds_that_are_gone_are_left_out(registered, official_by):
    official_by.notifications.update(kind="of_an_older_version")
    assert headlines(official_by) == []
