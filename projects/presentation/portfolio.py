"""The portfolio in words, bars and links. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.filters import query_without
from projects.enums import Stage
from projects.finding import Counts
from projects.portfolio import BY, Chosen, Money
from projects.presentation.bars import Row, most_of, rows_of
from projects.presentation.facets import LEGENDS, Words
from projects.presentation.state import SHAPES

SHOWN = 40  # lines of the breakdown; more are narrowed by the facets
BREAKDOWN = ("approved", "disbursed")
UNKNOWN = _("Not said")


@dataclass(frozen=True)
class Tab:
    """A way to break the sums down, or a currency: its words, its query, whether it is the present one."""

    words: Any
    query: str
    is_current: bool
    count: int = 0


@dataclass(frozen=True)
class Part:
    """A line of the breakdown: how many projects, and the money of each side."""

    words: Any
    count: int
    list_url: str
    rows: list[Row]


def rows_query(asked: QueryDict, chosen: Chosen, **more: str) -> str:
    """The query of the rows behind a figure: the same facets, and which figure of which side."""
    query = QueryDict(mutable=True)
    for name, values in asked.lists():
        if name in ("q", *chosen.asked.chosen):
            query.setlist(name, values)
    query["currency"] = chosen.currency
    for name, value in more.items():
        query[name] = value
    return query.urlencode()


def url_of_rows(asked: QueryDict, chosen: Chosen, **more: str) -> str:
    """Where the rows behind a figure stand."""
    return f"{reverse('projects:portfolio_rows')}?{rows_query(asked, chosen, **more)}"


def bars_of(asked: QueryDict, chosen: Chosen, money: Money, sides: list[str]) -> list[Row]:
    """The money of all, by side."""
    return rows_of(money.whole, sides, lambda name, side: url_of_rows(asked, chosen, figure=name, side=side))


def parts_of(
    asked: QueryDict, chosen: Chosen, money: Money, *, counts: Counts, words: Words, sides: list[str]
) -> tuple[list[Part], bool]:
    """The lines of the breakdown in the order of their facet, and whether there are more than are shown."""
    by = chosen.by
    named: Mapping[Any, Any] = words[by]
    values = [value for value in named if value in money.parts or counts.of[by][value]]
    narrowed = chosen.asked.chosen.get(by)
    values = [value for value in values if narrowed is None or value in narrowed]
    shown = {value: {name: part[name] for name in BREAKDOWN} for value, part in money.parts.items()}
    most = most_of(shown.values())
    found = []
    for value in values[:SHOWN]:
        query = QueryDict(query_without(asked, by, **{by: str(value)}))
        url_of = partial(_url_of_part, query, _with(chosen, query))
        rows = rows_of(shown[value], sides, url_of, most=most) if value in shown else []
        found.append(Part(named[value], counts.of[by][value], f"{reverse('projects:list')}?{_facets(query)}", rows))
    return found, len(values) > SHOWN


def _url_of_part(query: QueryDict, chosen: Chosen, name: str, side: str) -> str:
    return url_of_rows(query, chosen, figure=name, side=side)


def _with(chosen: Chosen, query: QueryDict) -> Chosen:
    """The same, narrowed to one line of the breakdown."""
    return Chosen(type(chosen.asked).of(query), chosen.currency, chosen.by)


def _facets(query: QueryDict) -> str:
    return query_without(query, "by", "currency")


def tabs_of(asked: QueryDict, chosen: Chosen) -> list[Tab]:
    """By what the sums can be broken down."""
    return [Tab(LEGENDS[name], query_without(asked, "by", by=name), name == chosen.by) for name in BY]


def currencies_of(asked: QueryDict, chosen: Chosen, counts: Counts) -> list[Tab]:
    """The currencies in which the projects report, with how many do."""
    found = sorted(counts.currencies.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Tab(code, query_without(asked, "currency", currency=code), code == chosen.currency, n) for code, n in found]


def stages_of(asked: QueryDict, counts: Counts) -> list[tuple[Any, str, int, str]]:
    """Words, shape, number and list of each stage in which there are projects."""
    url = reverse("projects:list")
    return [
        (
            stage.label,
            SHAPES[stage],
            counts.of["stage"][stage],
            f"{url}?{_facets(QueryDict(query_without(asked, 'stage', stage=stage)))}",
        )
        for stage in Stage
        if counts.of["stage"][stage]
    ]
