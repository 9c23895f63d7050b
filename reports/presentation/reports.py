"""Reports in words: what a line and a page say of them, and what the reader may do. Reads only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from consultations.models import Topic
from core.localised import active_language
from files.models import StoredFile
from people.enums import Side
from projects.presentation.bars import width_of
from reports.drawing import MOST_BARS, said
from reports.enums import ReportState
from reports.figures.figure import Breakdown, Figure, Group, Line
from reports.kinds.registry import label_of
from reports.models import Report
from reports.periods import Period
from reports.storing import Data, Stored
from reports.workflow import publishing

SHAPES = {ReportState.MADE: "is-new", ReportState.PROPOSED: "is-waiting", ReportState.PUBLISHED: "is-done"}
PHRASES: dict[str, Any] = {
    "make": pgettext_lazy("report", "Made"),
    "propose": gettext_lazy("Proposed for publication"),
    "publish": pgettext_lazy("report", "Published"),
    "return": pgettext_lazy("report", "Returned"),
    "withdraw": gettext_lazy("Withdrawn from the public"),
}
ADDRESSES = {"propose": "propose", "publish": "publish", "return": "return_report", "withdraw": "withdraw"}


@dataclass(frozen=True)
class Button:
    """What may be done, and where."""

    name: str
    label: str | Promise
    url: str


class Row(NamedTuple):
    """A report in a list."""

    report: Report
    kind: str
    speaks_of: str
    shape: str
    state: str


def rows_of(reports: Sequence[Report]) -> list[Row]:
    """Lines of a list; the names of topics in one query for all."""
    topics = topics_of(reports)
    return [
        Row(
            one,
            label_of(one.kind),
            speaks_of(one, topics),
            SHAPES[ReportState(one.state)],
            one.get_state_display(),
        )
        for one in reports
    ]


def topics_of(reports: Sequence[Report]) -> dict[str, str]:
    """The names of the topics that they speak of, by number."""
    numbers = {one.topic for one in reports if one.topic.isdecimal()}
    return {str(one.pk): str(one.name) for one in Topic.objects.filter(pk__in=numbers)} if numbers else {}


def speaks_of(report: Report, topics: dict[str, str]) -> str:
    """What it speaks of: the record, the days, and what narrows it."""
    parts = [str(Period(report.since, report.until))]
    if report.about is not None:
        parts.insert(0, " ".join(str(one) for one in (report.about.handle, report.about.title_text) if one))
    if report.side:
        parts.append(str(report.centre.side_country(report.side).name))
    if report.country:
        parts.append(str(report.country.name))
    if report.topic:
        parts.append(topics.get(report.topic, report.topic))
    return ", ".join(parts)


def buttons_of(report: Report, user: Any, granted: set[str], live: Sequence[Any]) -> list[Button]:
    """What this reader may do now, as the table has it."""
    return [
        Button(step.name, step.label, reverse(f"reports:{ADDRESSES[step.name]}", args=[report.reference]))
        for step in publishing.available(report, user, granted=granted, live=live)
    ]


# --- Figures on a page -----------------------------------------------------------------------------------------------


class Cell(NamedTuple):
    """A figure as a page shows it. `url` is "" for who may not open the rows."""

    label: Any
    words: str
    url: str
    note: Any = ""


class Bar(NamedTuple):
    """The bar of a line: how long, and whose."""

    width: str
    css: str


class DrawnLine(NamedTuple):
    """A row of a table: what it is of, its figures, and the bar of the first of them."""

    label: Any
    code: str
    cells: list[Cell]
    bar: Bar | None


class Table(NamedTuple):
    """A breakdown with its bars."""

    label: Any
    of: Any
    columns: Sequence[Any]
    lines: list[DrawnLine]


class Block(NamedTuple):
    """A group on a page."""

    key: str
    label: Any
    figures: list[Cell]
    tables: list[Table]


def paper_of(report: Report, stored: Stored) -> Data | None:
    """What follows the figures, in the reader's language. The paper of a record stands on the page of that record."""
    return None if report.object_id else stored.papers.get(active_language())


def page_of_groups(groups: Iterable[Group], *, sides: Sequence[str], with_links: bool) -> list[Block]:
    """Groups as the page draws them, the reader's own side first; links only for those who may open the rows."""
    return [
        Block(
            group.key,
            group.label,
            [_cell(one, with_links=with_links) for one in group.figures],
            [_table(one, sides, with_links=with_links) for one in group.breakdowns],
        )
        for group in groups
    ]


def _cell(one: Figure, *, with_links: bool) -> Cell:
    return Cell(one.label, said(one), one.url if with_links else "", one.note)


def _table(one: Breakdown, sides: Sequence[str], *, with_links: bool) -> Table:
    lines = sorted(one.lines, key=lambda line: sides.index(line.code) if line.code in sides else len(sides))
    has_bars = one.bars is not None and len(lines) <= MOST_BARS
    most = max((line.figures[one.bars or 0].value or 0 for line in lines), default=0)
    return Table(
        one.label,
        one.of,
        one.columns,
        [
            DrawnLine(
                line.label,
                line.code,
                [_cell(figure, with_links=with_links) for figure in line.figures],
                _bar(line, one.bars or 0, most) if has_bars and most else None,
            )
            for line in lines
        ],
    )


def _bar(line: Line, column: int, most: Any) -> Bar:
    css = {Side.A: "bar-a", Side.B: "bar-b"}.get(Side(line.code)) if line.code in Side.values else None
    return Bar(width_of(Decimal(line.figures[column].value or 0), Decimal(most)), css or "bar-deep")


# --- Files -----------------------------------------------------------------------------------------------------------


def files_by_language(files: Sequence[StoredFile], names: dict[str, str]) -> list[tuple[str, str, list[StoredFile]]]:
    """Code and name of each language there are files in, with the files."""
    return [
        (code, name, found) for code, name in names.items() if (found := [one for one in files if one.language == code])
    ]
