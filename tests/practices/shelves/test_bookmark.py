"""A reader marks an entry, finds it again, and takes the mark away."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.refusal import RefusedError
from practices.actions import shelves
from practices.enums import Status
from practices.models import Bookmark, Practice
from practices.presentation.shelf import shelf_of

URL = "/practices/bookmarks/"


def test_bookmark_and_unbookmark(client_of, official_by, published):
    practice, client = published(), client_of(official_by)
    for _ in range(2):  # a second one changes nothing
        answer = client.post(f"/practices/{practice.reference}/bookmark/")
        assert (answer.status_code, answer.url) == (302, practice.get_absolute_url())
    assert list(Bookmark.objects.values_list("user", "practice")) == [(official_by.pk, practice.pk)]
    assert practice.reference in client.get(URL).content.decode()
    assert shelf_of(practice, official_by).is_marked
    answer = client.post(f"/practices/{practice.reference}/unbookmark/", {"to": "list"})
    assert (answer.url, Bookmark.objects.count()) == (URL, 0)


def test_bookmarks_are_nobody_elses(client_of, official_by, official_ge, published):
    practice = published()
    shelves.bookmark(practice, by=official_by)
    assert practice.reference not in client_of(official_ge).get(URL).content.decode()
    assert not shelf_of(practice, official_ge).is_marked


def test_a_visitor_signs_in_first(client, visitor, published):
    practice = published()
    answer = client.post(f"/practices/{practice.reference}/bookmark/")
    assert (answer.status_code, "login" in answer.url, Bookmark.objects.count()) == (302, True, 0)
    assert shelf_of(practice, visitor) is None


def test_an_entry_that_the_reader_may_not_see_is_not_there(client_of, official_ge, published):
    practice = published(Status.DRAFT)
    assert client_of(official_ge).post(f"/practices/{practice.reference}/bookmark/").status_code == 404


def test_what_the_reader_may_see_no_more_is_not_listed(client_of, official_ge, published):
    practice = published()
    shelves.bookmark(practice, by=official_ge)
    Practice.objects.filter(pk=practice.pk).update(status=Status.WITHDRAWN)
    assert practice.reference not in client_of(official_ge).get(URL).content.decode()


def test_a_shelf_is_finite(official_by, published, monkeypatch):
    monkeypatch.setattr(shelves, "MOST_BOOKMARKS", 1)
    shelves.bookmark(published(), by=official_by)
    with pytest.raises(RefusedError, match="You have 1 bookmarks"):
        shelves.bookmark(published(), by=official_by)


def test_the_shelf_of_a_record_costs_one_query(official_by, collect, published):
    collection = collect(official_by, 1)
    practice = collection.items.get().practice
    shelves.add_to_collection(collect(official_by, 0, name="Another"), by=official_by, practice=practice)
    shelves.bookmark(practice, by=official_by)
    with CaptureQueriesContext(connection) as queries:
        shelf = shelf_of(practice, official_by)
    assert (shelf.is_marked, [one.name for one in shelf.collections]) == (True, ["Another", "For the ministry"])
    assert len(queries) == 1


def test_any_number_costs_the_same(client_of, official_by, published):
    client, costs = client_of(official_by), []
    for number in (1, 3):
        while Bookmark.objects.count() < number:
            shelves.bookmark(published(), by=official_by)
        client.get(URL)
        with CaptureQueriesContext(connection) as queries:
            client.get(URL)
        costs.append(len(queries))
    assert (costs[0] == costs[1], costs[0] <= 12) == (True, True)


def test_the_record_has_the_button_and_the_collections(client, client_of, official_by, collect, published):
    collection = collect(official_by, 1)
    practice = collection.items.get().practice
    page = client_of(official_by).get(practice.get_absolute_url()).content.decode()
    assert f'action="/practices/{practice.reference}/bookmark/"' in page
    assert f'<a href="{collection.get_absolute_url()}">For the ministry</a>' in page
    assert f'href="/practices/{practice.reference}/collect/"' in page
    assert "/bookmark/" not in client.get(practice.get_absolute_url()).content.decode()


def test_the_record_names_similar_entries(client, published):
    one, other = published(), published()
    page = client.get(one.get_absolute_url()).content.decode()
    assert f'<h3><a href="{other.get_absolute_url()}">' in page
