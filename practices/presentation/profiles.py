"""What each country has, in words and figures. Reads only."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people import directory
from people.models import Country
from practices.enums import CapabilityKind, Index, Status
from practices.models import Adoption, Capability, CountryCapability, CountryIndex, Practice
from practices.presentation.conditions import SHAPES, UNKNOWN, WORDS

PHRASES: dict[str, str | Promise] = {"set_capability": _("Entry of the profile saved")}
WIDTH, HEIGHT, EDGE = 204, 44, 4  # of the small line, as in look.md


@dataclass(frozen=True)
class Line:
    """One capability, and how far the country has it; `row` is none where that is not known."""

    capability: Capability
    row: CountryCapability | None

    @property
    def state(self) -> str:
        return self.row.standing if self.row else UNKNOWN

    @property
    def shape(self) -> str:
        return SHAPES[self.state]

    @property
    def words(self) -> str | Promise:
        return WORDS[self.state]


@dataclass(frozen=True)
class Kind:
    """The lines of one kind of capability."""

    label: str | Promise
    lines: list[Line]


@dataclass(frozen=True)
class Survey:
    """What one survey found: each index with its value, none where it did not measure."""

    year: int
    rank: int | None
    values: list[tuple[str | Promise, Decimal | None]]


@dataclass(frozen=True)
class Measured:
    """All surveys of a country, the newest first, and the development index as a line of points."""

    surveys: list[Survey]
    sources: list[str]
    points: str
    last: tuple[str, str]

    @property
    def labels(self) -> list[tuple[str, Any]]:
        return [(one.value.upper(), one.label) for one in Index]


@dataclass(frozen=True)
class Part:
    """What a country gave to the library and took from it, in numbers."""

    practices: int
    adopted: int
    shared: int


def kinds_of(country: Country) -> list[Kind]:
    """Every capability of the code list by kind, with what is known of the country. Two queries."""
    known = {row.capability_id: row for row in CountryCapability.objects.filter(country=country)}
    rows = sorted(Capability.objects.all(), key=lambda one: CapabilityKind.values.index(one.kind))
    return [
        Kind(CapabilityKind(kind).label, [Line(one, known.get(one.pk)) for one in found])
        for kind, found in groupby(rows, key=lambda one: one.kind)
    ]


def measured_of(country: Country) -> Measured | None:
    """The indices by year; none where no survey has the country. One query."""
    found: dict[int, dict[str, CountryIndex]] = {}
    for row in CountryIndex.objects.filter(country=country).order_by("-year", "index"):
        found.setdefault(row.year, {})[row.index] = row
    if not found:
        return None
    surveys = [
        Survey(
            year,
            rows[Index.EGDI].rank if Index.EGDI in rows else None,
            [(one.label, rows[one.value].value if one.value in rows else None) for one in Index],
        )
        for year, rows in found.items()
    ]
    points = _points({year: rows[Index.EGDI].value for year, rows in sorted(found.items()) if Index.EGDI in rows})
    sources = sorted({row.source for rows in found.values() for row in rows.values()})
    return Measured(surveys, sources, " ".join(f"{x},{y}" for x, y in points), points[-1] if points else ("", ""))


def _points(values: dict[int, Decimal]) -> list[tuple[str, str]]:
    """Where the values stand in the picture: years by their distance, values from 0 at the axis to 1 at the top."""
    if len(values) < 2:  # noqa: PLR2004  one point is no line
        return []
    first, last = min(values), max(values)
    width, height = WIDTH - 2 * EDGE - EDGE, HEIGHT - 2 * EDGE
    return [
        (f"{EDGE + (year - first) * width / (last - first):.1f}", f"{HEIGHT - EDGE - float(value) * height:.1f}")
        for year, value in values.items()
    ]


def part_of(country: Country) -> Part:
    """Its practices, what its bodies adopted, and adoptions of its practices elsewhere. Two queries."""
    confirmed = Adoption.objects.confirmed().filter(practice__status__in=Status.public())
    counts = confirmed.aggregate(
        adopted=Count("pk", filter=Q(country=country)), shared=Count("pk", filter=Q(practice__country=country))
    )
    return Part(Practice.objects.current().filter(country=country).count(), counts["adopted"], counts["shared"])


@dataclass(frozen=True)
class Row:
    """A line of the list of countries."""

    country: Country
    practices: int
    known: int
    newest: CountryIndex | None


def rows() -> list[Row]:
    """All countries in protocol order with what is known of them: three queries however many there are."""
    practices = Practice.objects.current().order_by().values_list("country").annotate(Count("pk"))
    known = CountryCapability.objects.order_by().values_list("country").annotate(Count("pk"))
    indices = CountryIndex.objects.filter(index=Index.EGDI).order_by("country_id", "-year").distinct("country_id")
    shared, entered, newest = dict(practices), dict(known), {row.country_id: row for row in indices}
    return [
        Row(country, shared.get(country.pk, 0), entered.get(country.pk, 0), newest.get(country.pk))
        for country in directory.countries()
    ]
