"""What a press release or page is about: records of the apps below, by their numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CharField, IntegerField, Model, Value

from pages.models import Page


@dataclass(frozen=True)
class Linked:
    """One kind of record: the first letters of its number, its model, and the field of a page that holds it."""

    prefix: str
    label: str
    field: str

    @property
    def model(self) -> Any:
        return apps.get_model(self.label)


# By the word that stands for it in an address.
LINKED = {
    "event": Linked("E-", "events.event", "events"),
    "agreement": Linked("AG-", "agreements.agreement", "agreements"),
    "project": Linked("JP-", "projects.project", "projects"),
    "practice": Linked("P-", "practices.practice", "practices"),
}


def find_linked(numbers: Iterable[str], user: Any) -> tuple[list[Model], list[str]]:
    """The records of these numbers that the person may see, and the numbers that lead to none."""
    wanted = list(dict.fromkeys(numbers))
    found: dict[str, Model] = {}
    for kind in LINKED.values():
        if mine := [number for number in wanted if number.startswith(kind.prefix)]:
            rows = kind.model.objects.visible_to(user).filter(reference__in=mine)
            found |= {row.reference: row for row in rows}
    return [found[number] for number in wanted if number in found], [one for one in wanted if one not in found]


def set_links(page: Page, rows: Iterable[Model]) -> None:
    """Tie the page to these records and no others."""
    rows = list(rows)
    for kind in LINKED.values():
        getattr(page, kind.field).set([row for row in rows if isinstance(row, kind.model)])


def links_of(page: Page, user: Any) -> list[Any]:
    """The records it is about, as far as this reader sees them: one query, and one more for each kind there is."""
    tied = _numbers_by_kind(page)
    found: list[Any] = []
    for name in dict.fromkeys(name for name, _number in tied):
        numbers = [number for kind, number in tied if kind == name]
        found += LINKED[name].model.objects.visible_to(user).filter(reference__in=numbers).order_by("reference")
    return found


def numbers_of(page: Page) -> list[str]:
    """The numbers of what it is about: one query."""
    return [number for _kind, number in _numbers_by_kind(page)]


def _numbers_by_kind(page: Page) -> list[tuple[str, str]]:
    """The kind and number of each record, in the order of the kinds."""
    first, *others = (
        getattr(page, kind.field)
        .order_by()
        .annotate(spot=Value(spot, IntegerField()), tied_as=Value(name, CharField()))
        .values_list("spot", "tied_as", "reference")
        for spot, (name, kind) in enumerate(LINKED.items())
    )
    return [(name, number) for _spot, name, number in sorted(first.union(*others, all=True))]


def links_mark(page: Page) -> str:
    """A mark of the links as they stand."""
    return ",".join(numbers_of(page))
