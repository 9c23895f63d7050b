"""One indicator of a project over all its periods, with what its values are split into. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from projects.models import Category, Dimension, Measure, ReportedValue, ValuePart
from projects.presentation.achieved import Achieved, stand_of
from projects.presentation.chart import Chart, chart_of
from projects.presentation.periods import write_period
from projects.presentation.results import Cell, cells_of, seen_values


@dataclass(frozen=True)
class Split:
    """Approved values along a dimension: a line a period, a column a category."""

    dimension: Dimension
    categories: list[Category]
    lines: list[tuple[ReportedValue, list[Decimal | None]]]


@dataclass(frozen=True)
class MeasureView:
    """Everything about an indicator of a project that the reader may see."""

    stand: Achieved
    cells: list[Cell]
    chart: Chart | None
    splits: list[Split]


def measure_view(measure: Measure, user: Any, today: date) -> MeasureView:
    """Periods, targets, values and their parts: four queries."""
    periods = list(measure.project.periods.all())
    targets = list(measure.targets.select_related("period").order_by("period__ends_on"))
    parts = ValuePart.objects.select_related("category__dimension").order_by(
        "category__dimension__key", "category__position", "category"
    )
    values = list(seen_values(user).filter(measure=measure).prefetch_related(Prefetch("parts", parts)))
    for value in values:
        value.project = measure.project
    cells = cells_of(measure, periods, targets, values, today)
    stand = stand_of(measure, targets, values)
    indicator = measure.indicator
    figures = [
        (
            write_period(cell.period.starts_on, cell.period.ends_on),
            cell.value.value if cell.value else None,
            cell.target.value if cell.target else None,
        )
        for cell in cells
    ]
    chart = None if indicator.is_in_words else chart_of(figures, indicator.over_time, measure.baseline)
    return MeasureView(stand, cells, chart, splits_of(stand.values))


def splits_of(values: Sequence[ReportedValue]) -> list[Split]:
    """What values with prefetched parts are split into, dimension by dimension."""
    found: dict[Dimension, dict[int, Category]] = {}
    for value in values:
        for part in value.parts.all():
            found.setdefault(part.category.dimension, {})[part.category_id] = part.category
    splits = []
    for dimension, by_pk in found.items():
        categories = sorted(by_pk.values(), key=lambda one: (one.position, one.pk))
        lines = []
        for value in values:
            of_value = {part.category_id: part.value for part in value.parts.all()}
            if any(one.pk in of_value for one in categories):
                lines.append((value, [of_value.get(one.pk) for one in categories]))
        splits.append(Split(dimension, categories, lines))
    return splits
