"""What readers put aside: bookmarks of their own, and collections that they give on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.models import User
from practices.models import Bookmark, Collection, CollectionItem, Practice
from practices.policies.shelves import may_publish_collections

MOST_BOOKMARKS = 500
MOST_COLLECTIONS = 100
MOST_ITEMS = 100
TAKE_BACK = "practices.take_back_collection"


@transaction.atomic
def bookmark(practice: Practice, *, by: User) -> None:
    """Put a mark on an entry. A second one changes nothing; nobody else learns of it."""
    policies.require(by, "practices.view", practice)
    _one_at_a_time(by)
    mine = Bookmark.objects.filter(user=by)
    if mine.filter(practice=practice).exists():
        return
    if mine.count() >= MOST_BOOKMARKS:
        raise RefusedError(
            _("You have %(most)d bookmarks. Remove one, or put entries together in a collection.")
            % {"most": MOST_BOOKMARKS}
        )
    Bookmark.objects.create(user=by, practice=practice)


@transaction.atomic
def unbookmark(practice: Practice, *, by: User) -> None:
    """Take the mark away."""
    Bookmark.objects.filter(user=by, practice=practice).delete()


@transaction.atomic
def create_collection(*, by: User, name: str, note: str = "") -> Collection:
    """Begin a collection that only its maker sees."""
    _one_at_a_time(by)
    if Collection.objects.filter(user=by).count() >= MOST_COLLECTIONS:
        raise RefusedError(_("You have %(most)d collections. Delete one first.") % {"most": MOST_COLLECTIONS})
    return Collection.objects.create(user=by, name=name, note=note)


@transaction.atomic
def edit_collection(collection: Collection, *, by: User, name: str, note: str = "") -> Collection:
    """Another name, another purpose."""
    collection = _own(collection, by)
    collection.name, collection.note = name, note
    return _touched(collection, "name", "note")


@transaction.atomic
def add_to_collection(collection: Collection, *, by: User, practice: Practice, note: str = "") -> CollectionItem:
    """Put an entry at the end of a collection. One that is there already gets the new note."""
    collection = _own(collection, by)
    policies.require(by, "practices.view", practice)
    item = collection.items.filter(practice=practice).first()
    if item is None:
        last = collection.items.last()
        if collection.items.count() >= MOST_ITEMS:
            raise RefusedError(
                _("A collection holds %(most)d entries. Begin another one for this entry.") % {"most": MOST_ITEMS}
            )
        item = CollectionItem(collection=collection, practice=practice, position=last.position + 1 if last else 0)
    item.note = note
    item.save()
    _touched(collection)
    return item


@transaction.atomic
def remove_from_collection(item: CollectionItem, *, by: User) -> None:
    """Take an entry out of a collection; the entry itself stays in the library."""
    collection = _own(item.collection, by)
    item.delete()
    _touched(collection)


@transaction.atomic
def move_in_collection(item: CollectionItem, *, by: User, up: bool) -> None:
    """Change places with the entry before, or after. At the end of the list, or taken out, nothing happens."""
    collection = _own(item.collection, by)
    items = list(collection.items.all())
    if item not in items:
        return
    at = items.index(item)
    to = at - 1 if up else at + 1
    if 0 <= to < len(items):
        items[at], items[to] = items[to], items[at]
        for position, one in enumerate(items):
            one.position = position
        CollectionItem.objects.bulk_update(items, ["position"])
        _touched(collection)


@transaction.atomic
def share_collection(collection: Collection, *, by: User, shared: bool) -> Collection:
    """Show the collection to whoever is signed in, or to nobody any more. Each sees only the entries he may see."""
    collection = _own(collection, by)
    if not shared and collection.is_public:
        raise RefusedError(_("The public sees this collection. Take it back from the public first."))
    collection.is_shared = shared
    journal.write(collection, "share" if shared else "unshare", by=by)
    return _touched(collection, "is_shared")


@transaction.atomic
def publish_collection(collection: Collection, *, by: User, public: bool) -> Collection:
    """Show the collection to the public in the name of the centre, or no more: an officer does so with his own.

    Who made it takes it back also when he is no officer any more.
    """
    collection = _own(collection, by, TAKE_BACK)
    if public and not may_publish_collections(by):
        raise PermissionDenied("practices.publish_collection")
    collection.is_public = public
    collection.is_shared = collection.is_shared or public
    journal.write(collection, "publish" if public else "unpublish", by=by)
    return _touched(collection, "is_public", "is_shared")


@transaction.atomic
def delete_collection(collection: Collection, *, by: User) -> None:
    """Remove the collection; its entries stay in the library. That others could see it stays on record."""
    collection = _own(collection, by, TAKE_BACK)
    if collection.is_shared:
        journal.write(collection, "delete", by=by)
    collection.delete()


def _own(collection: Collection, by: Any, permission: str = "practices.edit_collection") -> Collection:
    """The collection, locked, as far as it is the person's own."""
    policies.require(by, permission, collection)
    return Collection.objects.select_for_update().get(pk=collection.pk)


def _one_at_a_time(user: User) -> None:
    """Two acts of one person are counted one after the other. Whoever only names the person need not wait for it."""
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=user.pk)


def _touched(collection: Collection, *fields: str) -> Collection:
    collection.updated_at = timezone.now()
    collection.save(update_fields=[*fields, "updated_at"])
    return collection
