"""What the pages of results write: `{{ value|figure:unit }}`, `{{ value|value_shape }}`."""

from decimal import Decimal

from django import template

from projects.models import Period, ReportedValue
from projects.presentation.figures import write_figure
from projects.presentation.periods import write_period
from projects.presentation.values import SHAPES

register = template.Library()


@register.filter
def figure(value: Decimal | None, unit: str = "") -> str:
    """A measured value; nothing where there is none."""
    return "" if value is None else write_figure(value, unit)


@register.filter
def period(row: Period) -> str:
    """`Q3 2026`, `2026`, or its days."""
    return write_period(row.starts_on, row.ends_on)


@register.filter
def value_shape(value: ReportedValue) -> str:
    """The class of the look for its state."""
    return SHAPES[value.state]  # type: ignore[index]
