"""One description of a report, drawn twice: as PDF and as DOCX. A page may draw it a third time from `drawn`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from papers import blocks, word
from papers.heads import Head
from papers.pdf import compile_pdf
from papers.words import Words, cell_of, number, plain


@dataclass(frozen=True)
class Report:
    """Build it within `translation.override(language)`, so that its words are in the language it names."""

    title: Words
    blocks: Sequence[blocks.Block]
    language: str
    head: Head | None = None
    subtitle: Words = ""


def pdf(report: Report) -> bytes:
    return compile_pdf("report", drawn(report), language=report.language)


def docx(report: Report) -> bytes:
    return word.build(drawn(report), language=report.language)


def drawn(report: Report) -> dict[str, Any]:
    """The report with every value written: strings, and what is in another language as `text` and `lang`."""
    language = report.language
    with translation.override(language):
        return {
            "title": plain(report.title, language),
            "subtitle": plain(report.subtitle, language),
            "head": plain(report.head, language),
            "blocks": drawn_blocks(report.blocks, language),
        }


def drawn_blocks(shown: Sequence[blocks.Block], language: str) -> list[dict[str, Any]]:
    """Blocks written out. No heading skips a level, since those who listen move by them."""
    written, level = [], 0
    for block in shown:
        one = plain(block, language)
        match block:
            case blocks.Heading():
                one["level"] = level = max(1, min(block.level, level + 1, 3))
            case blocks.Table():
                one |= _table(block, language)
            case blocks.Facts():
                one["facts"] = [[plain(name, language), cell_of(value, language)] for name, value in block.facts]
            case blocks.Bars():
                one |= _bars(block, language)
        written.append(one)
    return written


def _table(table: blocks.Table, language: str) -> dict[str, Any]:
    """Each row as long as the head; a column of numbers alone stands to the right, its head too."""
    columns = len(table.head)
    rows = [[cell_of(cell, language) for cell in (*row, *[None] * columns)[:columns]] for row in table.rows]
    numbers = [_is_numeric([row[at] for row in rows]) for at in range(columns)]
    widths = [float(one) for one in table.widths] if len(table.widths) == columns else []
    return {"rows": rows, "numbers": numbers, "widths": widths}


def _is_numeric(column: Sequence[dict[str, Any]]) -> bool:
    return any(cell["number"] for cell in column) and all(cell["number"] or not cell["words"] for cell in column)


def _bars(bars: blocks.Bars, language: str) -> dict[str, Any]:
    full = bars.full or max((bar.value for bar in bars.bars), default=0) or 1
    drawn = []
    for bar in bars.bars:
        share = min(max(bar.value / full, 0), 1)
        words = {"label": plain(bar.label, language), "value": number(bar.value, language)}
        drawn.append({**words, "side": bar.side, "share": share, "percent": round(99 * share)})
    return {"bars": drawn}
