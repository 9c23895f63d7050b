"""A quarterly report as a paper: narrative of both sides, figures, keys; in the reader's copy. Reads only."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.moments import write_day
from core.localised import LocalisedText, Tongue
from papers import blocks
from papers.heads import head_of
from papers.report import Report
from people.keys import Keys, KeyView
from projects.freezing import Figures
from projects.models import QuarterReport
from projects.presentation.periods import write_period
from projects.presentation.report_tables import Cell, Table, Writer
from projects.presentation.reports import PartView

SIGNED = "signed"


def report_of(
    report: QuarterReport,
    figures: Figures,
    parts: Sequence[PartView],
    keys: Keys | None,
    *,
    sides: Sequence[str],
    own: str,
    language: str,
) -> Report:
    """The whole report, called within the paper's language. `own` is the reader's side, or none.

    Each text stands first in the paper's language, where it has one, and then in all others it was written in.
    """
    project = report.project
    shown: list[blocks.Block] = [
        blocks.Facts(
            [
                (_("Project"), _after(project.reference, project.name)),
                (_("Quarter"), write_period(report.first_day(), report.last_day())),
                (_("State"), report.get_status_display()),
            ]
        ),
        blocks.Text(_of_when(report), tone="soft"),
    ]
    for view in parts:
        shown += _narrative(report, view, language)
    shown.append(blocks.Heading(_("Figures")))
    for table in Writer(project, figures, sides).tables():
        shown += _table(table)
    if keys is not None:
        shown += [blocks.Heading(_("Two keys")), blocks.Keys([_key(key) for key in keys.keys], keys.outcome)]
    return Report(
        title=_("Quarterly report"),
        subtitle=project.name,
        blocks=shown,
        language=language,
        head=head_of(
            project.centre,
            own=project.centre.side_country(own).pk if own else "",
            number=report.reference,
            day=timezone.localdate(report.figures_at) if report.figures_at else timezone.localdate(),
        ),
    )


def _of_when(report: QuarterReport) -> str:
    if report.figures_at is None:
        return _("The figures are those of today. They are frozen when the centre verifies the report.")
    return _("The figures were verified and frozen on %(day)s. What is entered later is in the next report.") % {
        "day": write_day(timezone.localdate(report.figures_at), "plain")
    }


def _narrative(report: QuarterReport, view: PartView, language: str) -> list[blocks.Block]:
    country = report.project.centre.side_country(view.side).name
    shown: list[blocks.Block] = [blocks.Heading(_("Report of %(country)s") % {"country": country})]
    if view.part is None:
        return [*shown, blocks.Text(_("This part is the other side’s own until the report is submitted."), tone="soft")]
    for chapter in view.chapters:
        shown.append(blocks.Heading(chapter.heading, 2))
        best = chapter.text.best(language)
        shown.append(blocks.Text(best))
        shown += [
            blocks.Text(Tongue(text, code, is_fallback=True), tone="soft") for code, text in _rest(chapter.text, best)
        ]
    if not view.chapters:
        shown.append(blocks.Text(_("Nothing has been written yet."), tone="soft"))
    return shown


def _rest(text: LocalisedText, best: Tongue) -> list[tuple[str, str]]:
    return [(code, words) for code, words in text.items() if code != best.lang]


def _table(table: Table) -> list[blocks.Block]:
    heading = blocks.Heading(table.title, 2)
    if not table.rows:
        return [heading, blocks.Text(table.empty, tone="soft")] if table.empty else []
    rows: list[list[Any]] = [[_cell(cell) for cell in row] for row in table.rows]
    return [heading, blocks.Table(table.head, rows, widths=table.widths)]


def _cell(cell: Cell) -> Any:
    return cell.words


def _after(number: str, text: LocalisedText) -> LocalisedText:
    return LocalisedText({code: f"{number} {words}" for code, words in text.items()})


def _key(key: KeyView) -> blocks.Key:
    signature = key.signature
    if signature is None:
        return blocks.Key(key.country.name)
    who = ", ".join(part for part in (signature.by_name, str(signature.by_title)) if part)
    return blocks.Key(key.country.name, SIGNED, who, timezone.localdate(signature.signed_at))
