"""Stored figures as blocks of a paper, called within its language. What a kind adds stands in its template."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from core.localised import active_language, with_unit
from papers import blocks
from papers.words import Cell, number
from people.enums import Side
from reports.figures.figure import Breakdown, Figure, Group, Value

MOST_BARS = 24  # more are read in the table alone


def group_blocks(groups: Sequence[Group], *, level: int = 1) -> list[blocks.Block]:
    """Groups one below the other, each with its figures and its breakdowns."""
    return [block for group in groups for block in one_group(group, level=level)]


def one_group(group: Group, *, level: int = 1) -> list[blocks.Block]:
    """A group under its heading. What could not be measured is said to be so, and is not nought."""
    shown: list[blocks.Block] = [blocks.Heading(str(group.label), level)]
    if group.figures:
        shown.append(blocks.Facts([(str(one.label), said(one)) for one in group.figures]))
        shown += [blocks.Text(f"{one.label}: {one.note}", tone="soft") for one in group.figures if one.note]
    for breakdown in group.breakdowns:
        shown += breakdown_blocks(breakdown, level=level + 1)
    return shown


def breakdown_blocks(breakdown: Breakdown, *, level: int) -> list[blocks.Block]:
    """Bars of one column, then the table of all; a sentence where there is no line."""
    heading = blocks.Heading(str(breakdown.label), level)
    if not breakdown.lines:
        return [heading, blocks.Text(_("Nothing was counted here in this period."), tone="soft")]
    head = [str(breakdown.of), *(str(column) for column in breakdown.columns)]
    rows: list[Sequence[Cell]] = [[line.label, *(cell(figure) for figure in line.figures)] for line in breakdown.lines]
    table = blocks.Table(head, rows, widths=(3, *[1] * len(breakdown.columns)))
    bars = bars_of(breakdown)
    return [heading, *([bars] if bars else []), table]


def bars_of(breakdown: Breakdown) -> blocks.Bars | None:
    """The column that is drawn; none where nothing in it is more than nought."""
    if breakdown.bars is None or len(breakdown.lines) > MOST_BARS:
        return None
    values = [(line, line.figures[breakdown.bars].value) for line in breakdown.lines]
    if not any(value for _line, value in values):
        return None
    drawn = [
        blocks.Bar(line.label, float(value or 0), line.code if line.code in Side.values else "")
        for line, value in values
    ]
    return blocks.Bars(str(breakdown.columns[breakdown.bars]), drawn)


def cell(figure: Figure) -> Cell:
    """A figure in a table: a number where it is one alone, else its words."""
    if figure.value is not None and figure.of is None and not figure.unit:
        return figure.value
    return said(figure)


def said(figure: Figure) -> str:
    """`12`, `12 of 20`, `7.5 hours`; in words where nothing could be measured."""
    if figure.value is None:
        return _("not measured")
    words = written(figure.value)
    if figure.of is not None:
        words = _("%(part)s of %(whole)s") % {"part": words, "whole": written(figure.of)}
    return with_unit(words, figure.unit)


def written(value: Value) -> str:
    """A number as the reader's language writes it."""
    return number(value if value is not None else Decimal(0), active_language())
