"""What somebody has put aside is nobody else's to change, whatever door the act comes through."""

import pytest
from django.core.exceptions import PermissionDenied

from practices.actions import shelves
from practices.actions.shelves import bookmark, edit_collection, remove_from_collection, unbookmark
from practices.models import Bookmark


def test_a_mark_is_taken_away_by_its_maker_alone(official_by, official_ge, published):
    practice = published()
    for person in (official_by, official_ge):
        bookmark(practice, by=person)
    unbookmark(practice, by=official_ge)
    unbookmark(practice, by=official_ge)  # done twice, it stays done
    assert list(Bookmark.objects.values_list("user", flat=True)) == [official_by.pk]


def test_the_collection_of_a_colleague_is_read_and_not_changed(official_by, contact_by, collect):
    collection = shelves.share_collection(collect(official_by, 2), by=official_by, shared=True)
    first, second = collection.items.all()
    with pytest.raises(PermissionDenied):
        edit_collection(collection, by=contact_by, name="Mine")
    with pytest.raises(PermissionDenied):
        remove_from_collection(first, by=contact_by)
    collection.refresh_from_db()
    assert (collection.name, list(collection.items.all())) == ("For the ministry", [first, second])
    remove_from_collection(first, by=official_by)
    assert list(collection.items.all()) == [second]
