"""The shapes on one line of a Gantt, as SVG: attributes only, no style, and nothing in them that people have written.

From above: the baseline in outline, today's plan in the manner of its side (a solid, b outlined, both half and half, so
that it survives grey), the share that is done. Dashes lead from where the plan ends to where it will probably end.
"""

from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe

from projects.planning.scale import WHOLE, Scale, percent
from projects.planning.tasks import Bar, Owner, Span

LEAST = 50  # hundredths of a per cent: a day of a plan of five years can still be seen
DIAMOND, LEFT_OF_DIAMOND = "M0-7L7 0L0 7L-7 0Z", "M0-7L0 7L-7 0Z"
DISC, LEFT_OF_DISC = "M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6Z", "M0-6A6 6 0 0 0 0 6Z"


def marks_of(bar: Bar, scale: Scale, *, forecast: Span) -> SafeString:
    """Everything on the line of one bar."""
    shapes = [*_baseline(bar, scale), *(_moment(bar, scale) if bar.is_moment else _span(bar, scale))]
    if bar.done_on is None and forecast.ends_on > bar.ends_on:
        shapes.append(_rect("slip", (scale.after(bar.ends_on), scale.after(forecast.ends_on)), (10, 7)))
    return _svg(shapes)


def grid_of(scale: Scale, today: int | None, days_off: Iterable[tuple[Owner, Span]]) -> SafeString:
    """What lies beneath every line of a drawing: days off of side a above and of side b below, the months, today."""
    shapes = [_rect("day-off", scale.edges(span), (0 if owner == "a" else 12, 12), least=0) for owner, span in days_off]
    shapes += [f'<line class="grid" x1="{x}" x2="{x}" y1="-8" y2="32"/>' for x in scale.lines()]
    if today is not None:
        x = percent(today)
        shapes.append(f'<line class="now" x1="{x}" x2="{x}" y1="-8" y2="32"/>')
    return _svg(shapes)


def _baseline(bar: Bar, scale: Scale) -> list[str]:
    if bar.baseline is None:
        return []
    if bar.is_moment:
        return [_at(_middle(bar.baseline, scale), 4, '<path class="plan" d="M0-4L4 0L0 4L-4 0Z"/>')]
    return [_rect("plan", scale.edges(bar.baseline), (1, 5))]


def _span(bar: Bar, scale: Scale) -> list[str]:
    edges = begins, ends = scale.edges(bar.span)
    shapes = []
    if bar.owner != "a":
        shapes.append(_rect("bar-b", edges, (9, 9)))
    if bar.owner != "b":
        shapes.append(_rect("bar-a", edges, (9, 9 if bar.owner == "a" else 4)))
    progress = 100 if bar.done_on else bar.progress
    if progress:
        shapes.append(_rect("real", (begins, begins + (ends - begins) * progress // 100), (20, 3)))
    return shapes


def _moment(bar: Bar, scale: Scale) -> list[str]:
    whole, left = (DIAMOND, LEFT_OF_DIAMOND) if bar.kind == "milestone" else (DISC, LEFT_OF_DISC)
    paths = {
        "a": f'<path class="bar-a" d="{whole}"/>',
        "b": f'<path class="bar-b" d="{whole}"/>',
        "both": f'<path class="bar-b" d="{whole}"/><path class="bar-a" d="{left}"/>',
    }
    return [_at(_middle(bar.span, scale), 14, paths[bar.owner])]


def _middle(span: Span, scale: Scale) -> int:
    return sum(scale.edges(span)) // 2


def _at(x: int, y: int, shapes: str) -> str:
    """A path knows no per cent, so it stands in a drawing of its own that begins at its middle."""
    return f'<svg x="{percent(x)}" y="{y}" overflow="visible">{shapes}</svg>'


def _rect(name: str, edges: tuple[int, int], band: tuple[int, int], *, least: int = LEAST) -> str:
    """From edge to edge, and how far down and how high."""
    width = max(edges[1] - edges[0], least)
    x, (y, height) = percent(min(edges[0], WHOLE - width)), band
    return f'<rect class="{name}" x="{x}" y="{y}" width="{percent(width)}" height="{height}"/>'


def _svg(shapes: Iterable[str]) -> SafeString:
    return mark_safe("".join(shapes))  # noqa: S308  # our own names and whole numbers
