"""The register as a list: what it is narrowed by, with counts, in one query. Reads only."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, Count, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.enums import AgreementKind, AgreementStatus, Force
from agreements.models import Agreement, Party
from agreements.presentation.force import force_column
from agreements.presentation.parties import in_protocol_order
from agreements.presentation.register import state_of
from people import directory
from people.models import Centre

GROUPS = ("force", "kind", "country", "year", "centre")
LEGENDS: dict[str, Promise] = {
    "force": _("In force"),
    "kind": _("Kind of paper"),
    "country": _("Country of a party"),
    "year": _("Signed in"),
    "centre": _("Centre"),
}
UNRECORDED = "unrecorded"  # beside the words of Force: what only those who record it see
FORCE_WORDS = {**dict(Force.choices), UNRECORDED: _("Not in the register yet")}
SHOWN = 8
FAR = date(9999, 12, 31)
ORDERS: dict[str, tuple[str, Promise]] = {
    "signed": ("-signed_on", _("Last signed first")),
    "end": ("last_day", _("Next to end first")),
}
PAGES = ("older", "newer")
Chosen = Mapping[str, list[str]]


@dataclass(frozen=True)
class Choice:
    """One line of a group: its words, and how many agreements it stands for."""

    group: str
    value: str
    words: Any
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    """A group of choices: the first ones, and those that are unfolded."""

    name: str
    legend: Any
    shown: list[Choice]
    more: list[Choice]


def with_columns(rows: QuerySet[Agreement], today: date) -> QuerySet[Agreement]:
    """With a column for everything that the list is narrowed or ordered by."""
    countries = (
        Party.objects.filter(agreement=OuterRef("pk"))
        .order_by("organisation__country")
        .values_list("organisation__country", flat=True)
        .distinct()
    )
    unrecorded = Q(status__in=(AgreementStatus.DRAFT, AgreementStatus.PROPOSED))
    return rows.annotate(
        stands=Case(When(unrecorded, then=Value(UNRECORDED)), default=force_column(today), output_field=CharField()),
        year=ExtractYear("signed_on"),
        countries=ArraySubquery(countries),
        last_day=Coalesce("ends_on", Value(FAR)),
    )


def narrowed(rows: QuerySet[Agreement], chosen: Chosen) -> QuerySet[Agreement]:
    """Those that bear one of the values chosen in each group. The rows have their columns."""
    for group, values in chosen.items():
        if group == "country":
            rows = rows.filter(pk__in=Party.objects.filter(organisation__country__in=values).values("agreement"))
        else:
            rows = rows.filter(**{f"{COLUMNS[group]}__in": values})
    return rows


COLUMNS = {"force": "stands", "kind": "kind", "year": "year", "centre": "centre_id"}


@dataclass(frozen=True)
class Tally:
    """How many agreements bear the same values."""

    values: dict[str, tuple[str, ...]]
    number: int


def tallies(rows: QuerySet[Agreement]) -> list[Tally]:
    """All that is needed to count every facet, whatever is chosen: one query, a row for each combination."""
    columns = ("stands", "kind", "year", "centre_id", "countries")
    counted = rows.order_by().values(*columns).annotate(number=Count("pk"))
    return [
        Tally(
            {
                "force": (one["stands"],),
                "kind": (one["kind"],),
                "year": (str(one["year"]),),
                "centre": (str(one["centre_id"]),),
                "country": tuple(one["countries"]),
            },
            one["number"],
        )
        for one in counted
    ]


def counts(found: Iterable[Tally], chosen: Chosen) -> tuple[int, Counter[tuple[str, str]]]:
    """How many there are in all, and how many each value stands for, beside what is chosen in the other groups."""
    total, numbers = 0, Counter[tuple[str, str]]()
    for tally in found:
        failed = [group for group, values in chosen.items() if not set(values) & set(tally.values[group])]
        if not failed:
            total += tally.number
        for group, values in tally.values.items():
            if not failed or failed == [group]:
                for value in values:
                    numbers[group, value] += tally.number
    return total, numbers


def words_of_facets(found: Iterable[Tally], centres: Iterable[Centre]) -> dict[str, dict[str, Any]]:
    """Every value that there is, in its order, with the words for it."""
    years = sorted({int(tally.values["year"][0]) for tally in found}, reverse=True)
    return {
        "force": FORCE_WORDS,
        "kind": dict(AgreementKind.choices),
        "country": {country.pk: country.name for country in directory.countries()},
        "year": {str(year): str(year) for year in years},
        "centre": {str(centre.pk): centre.short_name for centre in centres},
    }


def chosen_of(asked: QueryDict, words: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """What was chosen in each group; nonsense counts as not chosen."""
    found = {group: [value for value in words[group] if value in asked.getlist(group)] for group in GROUPS}
    return {group: values for group, values in found.items() if values}


def groups_of(
    words: Mapping[str, Mapping[str, Any]], chosen: Chosen, numbers: Mapping[tuple[str, str], int]
) -> list[Group]:
    """The groups with the choices that lead to something. A register of one centre is not narrowed by it."""
    found = []
    for name in GROUPS:
        choices = [
            Choice(name, value, label, numbers.get((name, value), 0), value in chosen.get(name, ()))
            for value, label in words[name].items()
        ]
        choices = [one for one in choices if one.count or one.is_chosen]
        if not choices or (name == "centre" and len(choices) == 1 and not choices[0].is_chosen):
            continue
        shown = [one for at, one in enumerate(choices) if at < SHOWN or one.is_chosen]
        found.append(Group(name, LEGENDS[name], shown, [one for one in choices if one not in shown]))
    return found


def removable(asked: QueryDict, words: Mapping[str, Mapping[str, Any]], chosen: Chosen) -> list[tuple[Any, str]]:
    """What was chosen, in words, each with the query without it."""
    found = []
    for group, values in chosen.items():
        for value in values:
            query = without_pages(asked)
            query.setlist(group, [other for other in values if other != value])
            found.append((words[group][value], query.urlencode()))
    return found


def without_pages(asked: QueryDict) -> QueryDict:
    """The query of the first page of the same list."""
    query = asked.copy()
    for gone in PAGES:
        query.pop(gone, None)
    return query


def for_rows(rows: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """With what a line shows of the parties: two queries more, however many lines."""
    parties = Party.objects.select_related("organisation__country")
    return rows.for_list().prefetch_related(Prefetch("parties", queryset=parties))  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Line:
    """A line of the list."""

    agreement: Agreement
    parties: list[Party]
    state: Any


def lines_of(rows: Iterable[Agreement], user: Any, today: date) -> Iterator[Line]:
    """Each with its parties, the reader's own first."""
    for row in rows:
        yield Line(row, in_protocol_order(row.parties.all(), row.centre, user), state_of(row, today))
