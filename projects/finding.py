"""Projects that were asked for: words and facets, with the counts of every facet in one query. Reads only."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from core.forms import without_controls
from people import directory
from projects.enums import ProjectKind, Stage
from projects.models import Project

LONGEST = 200
LONGEST_NUMBER = 10  # figures; longer ones are none of ours
GROUPS = ("stage", "kind", "year", "country", "body", "agreement")
# The columns that a facet reads; a project has a leading body on each side.
COLUMNS = {
    "stage": ("stage",),
    "kind": ("kind",),
    "year": ("programme_year",),
    "country": ("country_id",),
    "body": ("lead_a_id", "lead_b_id"),
    "agreement": ("agreement_id",),
}
READ = tuple(dict.fromkeys(column for columns in COLUMNS.values() for column in columns))
Chosen = Mapping[str, list[Any]]


@dataclass(frozen=True)
class Asked:
    """What the address asks for; nonsense counts as not asked."""

    text: str
    chosen: dict[str, list[Any]]

    @classmethod
    def of(cls, query: QueryDict) -> "Asked":
        """Read words and facets."""
        text = without_controls(query.get("q", ""))[:LONGEST].replace("\x00", "").strip()
        known = {country.pk for country in directory.countries()}
        found: dict[str, list[Any]] = {
            "stage": [one for one in query.getlist("stage") if one in Stage.values],
            "kind": [one for one in query.getlist("kind") if one in ProjectKind.values],
            "year": list(_numbers(query.getlist("year"))),
            "country": [one for one in query.getlist("country") if one in known],
            "body": list(_numbers(query.getlist("body"))),
            "agreement": list(_numbers(query.getlist("agreement"))),
        }
        return cls(text, {group: list(dict.fromkeys(values)) for group, values in found.items() if values})

    def __bool__(self) -> bool:
        return bool(self.text or self.chosen)

    @property
    def pairs(self) -> list[tuple[str, Any]]:
        """Name and value of all that was chosen, for what goes along with a form."""
        return [(group, value) for group, values in self.chosen.items() for value in values]

    def searched(self, rows: QuerySet[Project]) -> QuerySet[Project]:
        """Narrowed by the words."""
        return rows.matching(self.text) if self.text else rows  # type: ignore[attr-defined]

    def narrowed(self, rows: QuerySet[Project]) -> QuerySet[Project]:
        """Narrowed by the words and by what was chosen: any of a group, all groups."""
        rows = self.searched(rows)
        for group, values in self.chosen.items():
            condition = Q()
            for column in COLUMNS[group]:
                condition |= Q(**{f"{column}__in": values})
            rows = rows.filter(condition)
        return rows


@dataclass(frozen=True)
class Counts:
    """How many projects each choice would show, and how many are shown now."""

    of: dict[str, Counter[Any]]
    total: int
    currencies: Counter[str]


def counts_of(rows: QuerySet[Project], asked: Asked) -> Counts:
    """The numbers beside every choice: how many there are under what was chosen in the other groups. One query."""
    found = {group: Counter[Any]() for group in GROUPS}
    currencies = Counter[str]()
    total = 0
    for row in asked.searched(rows).order_by().values_list(*READ, "currency").annotate(number=Count("pk")):
        cells = dict(zip(READ, row, strict=False))
        misses = [group for group, values in asked.chosen.items() if not _bears(cells, group, values)]
        if not misses:
            total += row[-1]
            currencies[row[-2]] += row[-1]
        for group in GROUPS:
            if not misses or misses == [group]:
                for value in {cells[column] for column in COLUMNS[group]} - {None}:
                    found[group][value] += row[-1]
    return Counts(found, total, currencies)


def _bears(cells: Mapping[str, Any], group: str, values: Iterable[Any]) -> bool:
    return any(cells[column] in values for column in COLUMNS[group])


def _numbers(values: Iterable[str]) -> Iterator[int]:
    for value in values:
        if value.isdecimal() and value.isascii() and len(value) < LONGEST_NUMBER:
            yield int(value)
