"""A report as a paper: what was asked, and the figures as they were counted. Called within its language."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.moments import write_day
from papers import blocks, word
from papers import report as papers
from papers.heads import head_of
from papers.pdf import compile_pdf
from reports.enums import Format
from reports.kinds.registry import kinds, label_of
from reports.models import Report
from reports.presentation.reports import speaks_of, topics_of
from reports.spreadsheet import workbook
from reports.storing import digest, read

MARK = 16  # letters of the digest that stand on paper


def title_of(report: Report) -> str:
    """The kind, in the active language."""
    return label_of(report.kind)


def subtitle_of(report: Report) -> str:
    """What it speaks of: its days, and what narrows it."""
    return speaks_of(report, topics_of([report]))


def facts_of(report: Report) -> list[tuple[str, Any]]:
    """Number, version, period, day: what stands at the head of every file."""
    return [
        (_("Number"), report.reference),
        (_("Version"), str(report.version)),
        (_("Speaks of"), subtitle_of(report)),
        (_("Counted on"), write_day(timezone.localdate(report.made_at), "plain")),
        (_("Mark of the figures"), digest(report.figures)[:MARK]),
    ]


def drawn_paper(report: Report, language: str) -> dict[str, Any]:
    """All of it with every value written, from what was stored and nothing else."""
    stored = read(report.figures)
    template = kinds().get(report.kind)
    shown: list[blocks.Block] = [
        blocks.Facts(facts_of(report)),
        blocks.Text(_("The figures were counted on the day of the report and are kept with it."), tone="soft"),
        *(template.blocks(stored) if template else ()),
    ]
    paper = papers.Report(
        title=title_of(report),
        subtitle=subtitle_of(report),
        blocks=shown,
        language=language,
        head=head_of(report.centre, number=report.reference, day=timezone.localdate(report.made_at)),
    )
    drawn = papers.drawn(paper)
    if kept := stored.papers.get(language):
        drawn["blocks"] += kept["blocks"]
    return drawn


def content_of(report: Report, language: str, form: str) -> bytes:
    """The file in one language and format."""
    if form == Format.XLSX:
        facts = [(label, str(value)) for label, value in facts_of(report)]
        return workbook(f"{title_of(report)}, {subtitle_of(report)}", facts, read(report.figures).groups)
    drawn = drawn_paper(report, language)
    if form == Format.DOCX:
        return word.build(drawn, language=language)
    return compile_pdf("report", drawn, language=language)
