"""What a centre did, by name: the rows behind its figures, as far as everybody may read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from papers import blocks
from papers.report import Report
from reports.figures.figure import Asked
from reports.figures.modules import tables
from reports.figures.table import Measure, RowLine, Table

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


def by_name(asked: Asked, language: str) -> Report:
    """A list for each kind of which there is anything: two queries a kind at most. Called within the language.

    The report may be published, so it names nothing that a visitor does not find in the portal on that day.
    """
    shown: list[blocks.Block] = []
    for name, key in NAMED:
        shown += _list(tables[name], key, asked)
    if shown:
        said = _("What everybody may read of in the portal, as it stood on the day of the report.")
        shown = [blocks.Heading(_("By name")), blocks.Text(said, tone="soft"), *shown]
    return Report(title=_("By name"), blocks=shown, language=language)


def _list(table: Table, key: str, asked: Asked) -> list[blocks.Block]:
    rows = table.seen(table.counted(key, asked), AnonymousUser())
    found = list(rows.select_related(*table.related).order_by("-pk")[: MOST + 1])
    if not found:
        return []
    lines = sorted(
        ((_day(line, asked), line) for line in map(table.line, found[:MOST])),
        key=lambda one: (one[0] or date.min, one[1].reference),
    )
    measure: Measure = table.measures[key]
    shown: list[blocks.Block] = [
        blocks.Heading(measure.label, level=2),
        blocks.Table(
            [_("Number"), _("Name"), _("Day")],
            [[line.reference, line.words, day] for day, line in lines],
            widths=WIDTHS,
        ),
    ]
    if len(found) > MOST:
        more = rows.count() - MOST
        said = ngettext("%(number)s more is not named here.", "%(number)s more are not named here.", more)
        shown.append(blocks.Text(said % {"number": more}, tone="soft"))
    return shown


def _day(line: RowLine, asked: Asked) -> date | None:
    """The day of a row where the centre counts its days."""
    if isinstance(line.on, datetime):
        return line.on.astimezone(ZoneInfo(asked.centre.side_a.calendar.zone)).date()
    return line.on
