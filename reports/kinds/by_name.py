"""What a centre did, by name: the rows behind its figures, as far as everybody may read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from papers import blocks
from papers.report import Report
from people.days import date_at
from reports.figures.figure import Asked
from reports.figures.modules import tables
from reports.figures.table import RowLine, Table
from reports.kinds.kind import Draw

MOST = 100  # of one kind; a year that had more is read in the lists of the portal
NAMED = (
    ("events", "held"),
    ("agreements", "signed"),
    ("decisions", "adopted"),
    ("projects", "running"),
    ("projects", "closed"),
    ("practices", "published"),
)
WIDTHS = (2, 7, 2)


@dataclass(frozen=True)
class Named:
    """The rows of one figure, the newest first, and how many more there are."""

    table: Table
    label: str | Promise
    rows: Sequence[Any]
    more: int


def by_name(asked: Asked) -> Draw:
    """A list for each kind of which there is anything, read once: two queries a kind at most.

    The report may be published, so it names nothing that a visitor does not find in the portal on that day.
    """
    found = [one for name, key in NAMED if (one := _read(tables[name], key, asked)).rows]

    def draw(language: str) -> Report:
        shown = [block for one in found for block in _list(one, asked)]
        if shown:
            said = _("What everybody may read of in the portal, as it stood on the day of the report.")
            shown = [blocks.Heading(_("By name")), blocks.Text(said, tone="soft"), *shown]
        return Report(title=_("By name"), blocks=shown, language=language)

    return draw


def _read(table: Table, key: str, asked: Asked) -> Named:
    rows = table.seen(table.counted(key, asked), AnonymousUser())
    found = list(rows.select_related(*table.related).order_by("-pk")[: MOST + 1])
    more = rows.count() - MOST if len(found) > MOST else 0
    return Named(table, table.measures[key].label, found[:MOST], more)


def _list(one: Named, asked: Asked) -> list[blocks.Block]:
    lines = sorted(
        ((_day(line, asked), line) for line in map(one.table.line, one.rows)),
        key=lambda dated: (dated[0] or date.min, dated[1].reference),
    )
    shown: list[blocks.Block] = [
        blocks.Heading(one.label, level=2),
        blocks.Table(
            [_("Number"), _("Name"), _("Day")],
            [[line.reference, line.words, day] for day, line in lines],
            widths=WIDTHS,
        ),
    ]
    if one.more:
        said = ngettext("%(number)s more is not named here.", "%(number)s more are not named here.", one.more)
        shown.append(blocks.Text(said % {"number": one.more}, tone="soft"))
    return shown


def _day(line: RowLine, asked: Asked) -> date | None:
    """The day of a row where the centre counts its days."""
    return date_at(asked.centre, line.on) if isinstance(line.on, datetime) else line.on
