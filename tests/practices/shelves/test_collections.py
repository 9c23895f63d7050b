"""Collections: made, filled, ordered, shown to others, deleted."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import JournalEntry
from core.refusal import RefusedError
from practices.actions import shelves
from practices.enums import Status
from practices.models import Collection, CollectionItem, Practice

URL = "/practices/collections/"


def references(collection):
    return [item.practice.reference for item in collection.items.select_related("practice")]


def journal():
    return list(JournalEntry.objects.filter(label__startswith="C-").order_by("pk").values_list("label", "verb"))


def test_create_collection(client_of, official_by):
    client = client_of(official_by)
    assert client.get(f"{URL}create/").status_code == 200
    empty = client.post(f"{URL}create/", {"name": "", "note": "Kept."})
    assert (empty.status_code, "Kept." in empty.content.decode(), Collection.objects.count()) == (200, True, 0)
    answer = client.post(f"{URL}create/", {"name": "For the law", "note": "What the draft needs."})
    made = Collection.objects.get()
    assert (answer.url, made.name, made.note, made.is_shared, made.is_public) == (
        made.get_absolute_url(), "For the law", "What the draft needs.", False, False,
    )  # fmt: skip
    assert "For the law" in client.get(URL).content.decode()


def test_edit_collection(client_of, official_by, collect):
    collection = collect(official_by)
    answer = client_of(official_by).post(f"{URL}{collection.pk}/edit/", {"name": "New", "note": ""})
    collection.refresh_from_db()
    assert (answer.status_code, collection.name) == (302, "New")


def test_add_to_collection(client_of, official_ge, collect, published):
    collection, practice, client = collect(official_ge, 1), published(), client_of(official_ge)
    url = f"/practices/{practice.reference}/collect/"
    assert "For the ministry" in client.get(url).content.decode()
    nowhere = client.post(url, {"note": "Kept."})
    assert "Choose a collection, or write the name of a new one." in nowhere.content.decode()
    assert "Kept." in nowhere.content.decode()
    answer = client.post(url, {"collection": collection.pk, "note": "The nearest to ours."})
    assert answer.url == collection.get_absolute_url()
    assert references(collection)[-1] == practice.reference
    assert "The nearest to ours." in client.get(answer.url).content.decode()
    client.post(url, {"collection": collection.pk, "note": "Another word."})
    assert list(collection.items.filter(practice=practice).values_list("note", flat=True)) == ["Another word."]
    client.post(url, {"name": "A new one"})
    assert references(Collection.objects.get(name="A new one")) == [practice.reference]


def test_nobody_adds_to_a_collection_of_somebody_else(client_of, official_by, official_ge, collect, published):
    collection, practice = collect(official_ge), published()
    answer = client_of(official_by).post(f"/practices/{practice.reference}/collect/", {"collection": collection.pk})
    assert (answer.status_code, collection.items.count()) == (200, 1)
    with pytest.raises(PermissionDenied):
        shelves.add_to_collection(collection, by=official_by, practice=practice)


def test_a_collection_is_finite(official_by, collect, published, monkeypatch):
    monkeypatch.setattr(shelves, "MOST_ITEMS", 1)
    collection = collect(official_by, 1)
    with pytest.raises(RefusedError, match="A collection holds 1 entries"):
        shelves.add_to_collection(collection, by=official_by, practice=published())
    monkeypatch.setattr(shelves, "MOST_COLLECTIONS", 1)
    with pytest.raises(RefusedError, match="You have 1 collections"):
        shelves.create_collection(by=official_by, name="One too many")


def test_move_in_collection(client_of, official_by, collect):
    collection = collect(official_by, 3)
    one, two, three = references(collection)
    client, items = client_of(official_by), list(collection.items.all())
    client.post(f"{URL}{collection.pk}/{items[2].pk}/move/", {"up": "1"})
    assert references(collection) == [one, three, two]
    client.post(f"{URL}{collection.pk}/{items[0].pk}/move/", {"up": "0"})
    assert references(collection) == [three, one, two]
    shelves.move_in_collection(collection.items.first(), by=official_by, up=True)
    assert references(collection) == [three, one, two]


def test_remove_from_collection(client_of, official_by, collect):
    collection = collect(official_by, 2)
    first, second = collection.items.all()
    client_of(official_by).post(f"{URL}{collection.pk}/{first.pk}/remove/")
    assert (list(collection.items.all()), Practice.objects.count()) == ([second], 2)


def test_share_collection(client, client_of, official_by, official_ge, collect):
    collection, other = collect(official_by), client_of(official_ge)
    assert other.get(collection.get_absolute_url()).status_code == 404
    client_of(official_by).post(f"{URL}{collection.pk}/share/", {"shared": "1"})
    assert "For the ministry" in other.get(URL, {"whose": "others"}).content.decode()
    assert references(collection)[0] in other.get(collection.get_absolute_url()).content.decode()
    assert client.get(collection.get_absolute_url()).status_code == 404
    client_of(official_by).post(f"{URL}{collection.pk}/share/", {"shared": "0"})
    assert other.get(collection.get_absolute_url()).status_code == 404
    assert journal() == [(f"C-{collection.pk}", "share"), (f"C-{collection.pk}", "unshare")]


def test_publish_collection_is_for_officers(client, client_of, official_by, officer, collect):
    collection = collect(official_by)
    assert client_of(official_by).post(f"{URL}{collection.pk}/publish/", {"public": "1"}).status_code == 403
    own = collect(officer, 2, name="Where to begin")
    client_of(officer).post(f"{URL}{own.pk}/publish/", {"public": "1"})
    assert "Where to begin" in client.get(URL).content.decode()
    assert client.get(own.get_absolute_url()).status_code == 200
    with pytest.raises(RefusedError, match="Take it back from the public first"):
        shelves.share_collection(own, by=officer, shared=False)
    shelves.publish_collection(own, by=officer, public=False)
    assert client.get(own.get_absolute_url()).status_code == 404
    assert journal() == [(f"C-{own.pk}", "publish"), (f"C-{own.pk}", "unpublish")]


@pytest.mark.parametrize("act", ["edit", "share", "publish", "delete", "{item}/remove", "{item}/move"])
def test_readers_of_a_shared_collection_change_nothing(client, client_of, official_by, official_ge, collect, act):
    collection = collect(official_by, 2)
    url = f"{URL}{collection.pk}/{act.format(item=collection.items.first().pk)}/"
    assert client_of(official_ge).post(url).status_code == 404
    shelves.share_collection(collection, by=official_by, shared=True)
    assert client_of(official_ge).post(url).status_code == 403
    assert "login" in client.post(url).url
    assert (Collection.objects.count(), CollectionItem.objects.count()) == (1, 2)


def test_each_reader_sees_only_what_he_may(client_of, official_by, official_ge, collect):
    collection = collect(official_by, 2)
    hidden, seen = references(collection)
    shelves.share_collection(collection, by=official_by, shared=True)
    Practice.objects.filter(reference=hidden).update(status=Status.WITHDRAWN)
    page = client_of(official_ge).get(collection.get_absolute_url()).content.decode()
    assert (hidden in page, seen in page) == (False, True)


def test_delete_collection(client_of, official_ge, collect):
    collection, client = collect(official_ge), client_of(official_ge)
    assert "is removed with its order" in client.get(f"{URL}{collection.pk}/delete/").content.decode()
    assert client.post(f"{URL}{collection.pk}/delete/").url == URL
    assert (Collection.objects.count(), Practice.objects.count(), journal()) == (0, 1, [])
    shown = collect(official_ge)
    shelves.share_collection(shown, by=official_ge, shared=True)
    shelves.delete_collection(shown, by=official_ge)
    assert [verb for _label, verb in journal()] == ["share", "delete"]


def test_any_number_costs_the_same(client_of, official_by, collect):
    client, costs = client_of(official_by), []
    for number in (1, 3):
        collection = collect(official_by, number)
        found = []
        for url in (URL, collection.get_absolute_url()):
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            found.append(len(queries))
        costs.append(found)
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 12
