"""How several values make one: over the periods of a project, over projects, over countries."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from projects.enums import Aggregation

EXACT = Decimal("0.0001")


def together(values: Sequence[Decimal], rule: str) -> Decimal | None:
    """The values, the earliest first, as one; None where there is none, or where several are not put together.

    A mean is rounded to four decimals, half away from zero, as PostgreSQL rounds a numeric.
    """
    if not values:
        return None
    if rule == Aggregation.SUM:
        return sum(values, Decimal(0))
    if rule == Aggregation.MEAN:
        return (sum(values, Decimal(0)) / len(values)).quantize(EXACT, rounding=ROUND_HALF_UP)
    if rule == Aggregation.MAXIMUM:
        return max(values)
    if rule == Aggregation.NONE and len(values) > 1:
        return None
    return values[-1]


def over_periods(values: Sequence[Decimal], rule: str) -> Decimal | None:
    """The same for the periods of one project: where they are not put together, the last one stands for itself."""
    return together(values, Aggregation.LAST if rule == Aggregation.NONE else rule)
