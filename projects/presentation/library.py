"""An indicator over projects and countries: where it is used, and what that makes together. Reads only."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, DecimalField, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Round

from people.models import Country
from people.querysets import name_in
from projects.achieving.aggregation import together
from projects.enums import Aggregation, Stage
from projects.models import Indicator, Measure, Project, ReportedValue

FIGURE = DecimalField(max_digits=24, decimal_places=4)
AGGREGATES = {
    Aggregation.SUM: Sum("value"),
    Aggregation.MEAN: Round(Avg("value"), precision=4),
    Aggregation.MAXIMUM: Max("value"),
}


@dataclass(frozen=True)
class Total:
    """What the projects of a country, or all of them, make together, and of how many it is made."""

    country: Country | None
    figure: Decimal | None
    projects: int


@dataclass(frozen=True)
class Totals:
    """All projects the reader sees, then country by country."""

    whole: Total
    by_country: list[Total]
    as_of: date | None


def library(asked: dict[str, Any]) -> QuerySet[Any]:
    """The indicators, narrowed, each with the number of projects that use it."""
    rows = Indicator.objects.annotate(uses=Count("measures__project", distinct=True))
    if words := asked.get("q"):
        rows = rows.filter(Q(code__icontains=words) | name_in(words))
    if unit := asked.get("unit"):
        rows = rows.filter(unit=unit)
    return rows


def uses_of(indicator: Indicator, user: Any) -> QuerySet[Any]:
    """Where it is used, as far as the reader sees: `figure` over the periods of each project, and `as_of`."""
    values = ReportedValue.objects.visible_to(user).counting().filter(measure=OuterRef("pk"), value__isnull=False)
    latest = values.order_by("-period__ends_on")
    figure: QuerySet[Any, Any]
    if aggregate := AGGREGATES.get(Aggregation(indicator.over_time)):
        figure = values.order_by().values("measure").annotate(made=aggregate).values("made")
    else:
        figure = latest.values("value")[:1]
    return Measure.objects.filter(
        indicator=indicator, project__in=Project.objects.visible_to(user).filter(stage__in=Stage.approved())
    ).annotate(figure=Subquery(figure, output_field=FIGURE), as_of=Subquery(latest.values("period__ends_on")[:1]))


def totals_of(indicator: Indicator, user: Any) -> Totals:
    """What it makes together, by its own rule: a query for the figures, another for the names of countries."""
    found: dict[str, list[tuple[int, Decimal]]] = defaultdict(list)
    whole: list[tuple[int, Decimal]] = []
    as_of = None
    rows = uses_of(indicator, user).filter(figure__isnull=False).order_by("as_of", "pk")
    for project, country, figure, day in rows.values_list("project", "project__country", "figure", "as_of"):
        found[country].append((project, figure))
        whole.append((project, figure))
        as_of = day
    countries = Country.objects.filter(pk__in=found).order_by("name__en")
    return Totals(_total(indicator, None, whole), [_total(indicator, one, found[one.pk]) for one in countries], as_of)


def _total(indicator: Indicator, country: Country | None, rows: list[tuple[int, Decimal]]) -> Total:
    figure = together([one for _project, one in rows], indicator.across)
    return Total(country, figure, len({project for project, _figure in rows}))
