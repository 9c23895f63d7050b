"""What a reader has put aside, as pages show it. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value

from people import directory
from practices.enums import Status
from practices.models import Bookmark, Collection, CollectionItem, Practice
from practices.presentation.record import State, state_of


@dataclass(frozen=True)
class Shelf:
    """On the record: whether the reader has marked the entry, and in which of the own collections it is."""

    is_marked: bool
    collections: list[Any]


@dataclass(frozen=True)
class Line:
    """One entry on a shelf."""

    practice: Practice
    country: Any
    state: State | None
    item: CollectionItem | None = None


def shelf_of(practice: Practice, user: Any) -> Shelf | None:
    """None for visitors, who have no shelves. One query."""
    if not user.is_authenticated:
        return None
    mine = Collection.objects.filter(user=user, items__practice=practice)
    mark = Bookmark.objects.filter(user=user, practice=practice).order_by()
    rows = mine.order_by().values_list("pk", "name").union(mark.values_list(Value(0), Value("")), all=True)
    found = dict(rows)
    is_marked = found.pop(0, None) is not None
    return Shelf(is_marked, sorted((Collection(pk=pk, name=name) for pk, name in found.items()), key=str))


def lines_of(practices: Any) -> list[Line]:
    """Entries as lines of a shelf."""
    return [Line(one, directory.country(one.country_id), _notable(one)) for one in practices]


def items_of(collection: Collection, user: Any) -> list[Line]:
    """The entries of a collection that this reader may see, in its order. One query."""
    seen = Practice.objects.visible_to(user)
    items: QuerySet[CollectionItem] = collection.items.filter(practice__in=seen).select_related("practice")
    return [
        Line(one.practice, directory.country(one.practice.country_id), _notable(one.practice), one) for one in items
    ]


def _notable(practice: Practice) -> State | None:
    """Where it stands, unless it is simply published."""
    return state_of(practice) if practice.status != Status.PUBLISHED else None
