"""Groups of figures as cards, and breakdowns as tables with their bars. Reads only."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from core.localised import with_unit
from people.enums import Side
from projects.presentation.bars import width_of
from projects.presentation.figures import write_figure
from reports.figures.figure import Asked, Breakdown, Figure, Group, Line, Value, share
from reports.figures.modules import agreements, consultations, events, practices, projects
from reports.forms.dashboards import SUBJECTS, TOPICS

SOLID, OUTLINED = "bar-deep", "plan"
OF_SIDES = {Side.A: "bar-a", Side.B: "bar-b"}


@dataclass(frozen=True)
class Tab:
    """A part of the dashboard: its groups, one by one or several counted together, and what narrows them."""

    key: str
    label: str | Promise
    groups: Sequence[Callable[..., Group | list[Group]]]
    narrows: Sequence[str]
    topics: str = ""

    def counted(self, asked: Asked, before: Asked) -> list[Group]:
        """The groups of these days, with the figures of the days before."""
        found: list[Group] = []
        for count in self.groups:
            counted = count(asked, before=before)
            found += counted if isinstance(counted, list) else [counted]
        return found


TABS = {
    one.key: one
    for one in (
        Tab("work", gettext_lazy("Requests"), (consultations.work,), ("country", "topic"), SUBJECTS),
        Tab(
            "service",
            gettext_lazy("Service levels"),
            (consultations.answering,),
            ("country", "topic"),
            SUBJECTS,
        ),
        Tab("advice", gettext_lazy("Use of the advice"), (consultations.advice_used,), ("country", "topic"), SUBJECTS),
        Tab("meetings", gettext_lazy("Events"), (events.meetings, events.action_plans), ("country",)),
        Tab(
            "practices",
            gettext_lazy("Practices"),
            (practices.library, practices.adoptions),
            ("country", "topic"),
            TOPICS,
        ),
        Tab("agreements", gettext_lazy("Agreements"), (agreements.register,), ("side",)),
        Tab("projects", gettext_lazy("Projects"), (projects.portfolio,), ("side", "country")),
    )
}


class Card(NamedTuple):
    """A figure, what it counts, how it is measured, and what it was before."""

    value: str
    whole: str
    label: Any
    note: Any
    url: str
    change: str


class Cell(NamedTuple):
    """A figure in a table."""

    words: str
    url: str
    label: Any


class Bar(NamedTuple):
    """Lengths are attributes of SVG; solid and outlined differ on grey paper."""

    width: str
    css: str


class Row(NamedTuple):
    """A line of a breakdown with its bars."""

    label: Any
    cells: list[Cell]
    bars: list[Bar]


class Drawn(NamedTuple):
    """A breakdown as a table. `solid` and `outlined` say which column a bar is of; "" where sides are drawn."""

    label: Any
    of: Any
    columns: Sequence[Any]
    rows: list[Row]
    solid: Any
    outlined: Any


class Part(NamedTuple):
    """A group on the page."""

    key: str
    label: Any
    cards: list[Card]
    tables: list[Drawn]


def parts_of(groups: Iterable[Group], sides: Sequence[str]) -> list[Part]:
    """Groups as the page draws them, the reader's own side first."""
    return [
        Part(
            group.key,
            group.label,
            [_card(one) for one in group.figures],
            [_drawn(one, sides) for one in group.breakdowns],
        )
        for group in groups
    ]


def written(value: Value, unit: Any = "") -> str:
    """A number as the reader's language has it, with its unit; words where nothing was measured."""
    if value is None:
        return _("Not measured")
    return with_unit(write_figure(Decimal(value)), unit)


def change_of(figure: Figure) -> str:
    """The difference to the days before, in words; "" where those were not asked about."""
    if figure.before is None:
        return ""
    before = written(figure.before, figure.unit)
    if figure.value is None:
        return _("%(before)s in the days before") % {"before": before}
    difference = Decimal(figure.value) - Decimal(figure.before)
    if not difference:
        return _("The same as in the days before")
    change = f"{'+' if difference > 0 else ''}{write_figure(difference)}"
    return _("%(change)s against the days before (%(before)s)") % {"change": change, "before": before}


def _card(figure: Figure) -> Card:
    whole = ""
    if figure.of:
        per_cent = share(figure.value, figure.of)
        whole = _("of %(whole)s") % {"whole": written(figure.of)}
        if per_cent is not None:
            whole = f"{whole} ({with_unit(str(per_cent), '%')})"
    return Card(written(figure.value, figure.unit), whole, figure.label, figure.note, figure.url, change_of(figure))


def _drawn(one: Breakdown, sides: Sequence[str]) -> Drawn:
    lines = _own_side_first(one.lines, sides)
    is_of_sides = bool(lines) and all(line.code in Side.values for line in lines)
    columns = _columns_drawn(one, is_of_sides=is_of_sides)
    most = max((Decimal(line.figures[at].value or 0) for line in lines for at in columns), default=Decimal(0))
    return Drawn(
        one.label,
        one.of,
        one.columns,
        [
            Row(
                line.label,
                [
                    Cell(written(figure.value, figure.unit), figure.url, label)
                    for figure, label in zip(line.figures, one.columns, strict=True)
                ],
                [
                    _bar(line, at, number, most, is_of_sides=is_of_sides)
                    for number, at in enumerate(columns)
                    if line.figures[at].value
                ],
            )
            for line in lines
        ],
        one.columns[columns[0]] if columns else "",
        one.columns[columns[1]] if len(columns) > 1 else "",
    )


def _own_side_first(lines: Sequence[Line], sides: Sequence[str]) -> list[Line]:
    return sorted(lines, key=lambda line: sides.index(line.code) if line.code in sides else len(sides))


def _columns_drawn(one: Breakdown, *, is_of_sides: bool) -> list[int]:
    """The column of the bars; beside the first of several the next, outlined, where it counts the same thing."""
    if one.bars is None:
        return []
    beside = one.bars + 1
    return [one.bars, beside] if beside < len(one.columns) and not is_of_sides else [one.bars]


def _bar(line: Line, at: int, number: int, most: Decimal, *, is_of_sides: bool) -> Bar:
    css = OF_SIDES[Side(line.code)] if is_of_sides else (SOLID, OUTLINED)[number]
    return Bar(width_of(Decimal(line.figures[at].value or 0), most), css)


# --- Files -----------------------------------------------------------------------------------------------------------


def header() -> list[str]:
    """The columns of a file."""
    return [
        pgettext("of a table", "Part"),
        pgettext("of a table", "By"),
        _("Of"),
        _("Figure"),
        _("Value"),
        _("Of all"),
        _("Days before"),
        _("Unit"),
    ]


def rows_of(groups: Iterable[Group]) -> list[list[Any]]:
    """Every figure of the tab as a row of plain values; a cell is empty where nothing was measured."""
    rows: list[list[Any]] = []
    for group in groups:
        rows += [_row(group, "", "", one, one.label) for one in group.figures]
        for table in group.breakdowns:
            for line in table.lines:
                rows += [
                    _row(group, table.label, line.label, one, column)
                    for one, column in zip(line.figures, table.columns, strict=True)
                ]
    return rows


def _row(group: Group, by: Any, of: Any, figure: Figure, label: Any) -> list[Any]:
    words = [str(group.label), str(by), str(of), str(label)]
    return [*words, figure.value, figure.of, figure.before, str(figure.unit)]
