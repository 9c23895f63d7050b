"""An indicator over its periods as a drawing: plain numbers for SVG. The table beside it says the same in figures.

Added-up values are bars, each by itself; all others a line. Targets are outlined or dashed, so that it survives grey.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from projects.enums import Aggregation

WIDTH, HEIGHT = 640, 200
LEFT, RIGHT, TOP, BOTTOM = 8, 8, 12, 172
LABELS = 6  # at most, so that they do not overlap
HALF = Decimal(2)


@dataclass(frozen=True)
class Point:
    """A period in the drawing: its middle, the label beneath it, and heights where there are figures."""

    x: int
    label: str
    value_y: int | None = None
    target_y: int | None = None
    bar_x: int = 0
    bar_width: int = 0

    @property
    def value_height(self) -> int:
        return BOTTOM - self.value_y if self.value_y is not None else 0

    @property
    def half_width(self) -> int:
        """What was reached is narrower, so that the outline of the target shows beside it."""
        return max(self.bar_width * 2 // 3, 1)

    @property
    def target_height(self) -> int:
        return BOTTOM - self.target_y if self.target_y is not None else 0


@dataclass(frozen=True)
class Chart:
    """The whole drawing."""

    points: list[Point]
    is_bars: bool
    top: Decimal
    bottom: Decimal
    baseline_y: int | None = None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    foot: int = BOTTOM
    head: int = TOP
    label_y: int = BOTTOM + 20

    @property
    def line(self) -> str:
        """What was reached, as points of a polyline."""
        return " ".join(f"{one.x},{one.value_y}" for one in self.points if one.value_y is not None)

    @property
    def target_line(self) -> str:
        """What was aimed at."""
        return " ".join(f"{one.x},{one.target_y}" for one in self.points if one.target_y is not None)


def chart_of(
    figures: Sequence[tuple[str, Decimal | None, Decimal | None]], rule: str, baseline: Decimal | None = None
) -> Chart | None:
    """The drawing of (label, value, target) in the order of the periods; none where there is nothing to draw.

    It begins at nothing, or at the least value where that is less.
    """
    is_bars = rule == Aggregation.SUM
    known = [one for _label, value, target in figures for one in (value, target) if one is not None]
    if not known:
        return None
    if baseline is not None and not is_bars:
        known.append(baseline)
    bottom, top = min(Decimal(0), *known), max(Decimal(0), *known)
    if top == bottom:
        top = bottom + 1

    def at(value: Decimal | None) -> int | None:
        return None if value is None else int(BOTTOM - (value - bottom) / (top - bottom) * (BOTTOM - TOP))

    room = Decimal(WIDTH - LEFT - RIGHT) / len(figures)
    every = -(-len(figures) // LABELS)
    points = [
        Point(
            x=int(LEFT + room * number + room / HALF),
            label=label if number % every == 0 else "",
            value_y=at(value),
            target_y=at(target),
            bar_x=int(LEFT + room * number + room / 5),
            bar_width=max(int(room * 3 / 5), 1),
        )
        for number, (label, value, target) in enumerate(figures)
    ]
    return Chart(points, is_bars, top, bottom, at(baseline) if baseline is not None and not is_bars else None)
