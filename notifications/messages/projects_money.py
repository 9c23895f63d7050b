"""What is told of budgets, books and reconciliations."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from notifications.audience import projects_money as to
from notifications.messages.kind import Kind, Said, entry_of
from projects import signals
from projects.enums import EntryState, LineState, SignedState
from projects.presentation.amounts import write_money

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _entry(news: News) -> dict[str, Any]:
    entry = news.record
    return {"amount": write_money(entry.amount, entry.currency), "kind": entry.get_kind_display()}


def _left(said: Said) -> dict[str, Any]:
    return {"left": str(said["left"])}


def _lapse(news: News, _reader: Reader) -> dict[str, Any]:
    """What was left when the warning was given, and until when."""
    line = news.record
    return {
        "left": write_money(Decimal(news.row.context["left"]), line.project.currency),
        "lapses_on": write_day(line.lapses_on, "weekday") if line.lapses_on else "",
    }


def _figures(news: News, _reader: Reader) -> dict[str, Any]:
    row = news.record
    return {
        "disbursed": write_money(row.disbursed, row.currency),
        "received": write_money(row.received, row.currency),
        "difference": write_money(row.difference, row.currency) if row.difference else "",
    }


def _quarter(news: News) -> dict[str, Any]:
    return {"quarter": news.record.quarter, "year": news.record.year}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["reconciliation"])}


of_reconciliation = partial(
    Kind, about="reconciliation", rule="projects.view_reconciliation", words=_quarter, letter_words=_figures
)

MESSAGES: list[Kind] = [
    Kind(
        "entry_written",
        signals.entry_written,
        _("An entry in the books waits for my approval"),
        to.told_entry,
        about="entry",
        rule="projects.view_entry",
        words=_entry,
        is_still_due=lambda news: bool(news.record.state == EntryState.DRAFT),
    ),
    Kind(
        "lines_approved",
        signals.lines_approved,
        _("Lines of a budget were approved"),
        to.told_lines,
        about="project",
        rule="projects.view",
        context=lambda said: {"number": len(said["lines"])},
        words=lambda news: {"number": news.row.context["number"]},
    ),
    Kind(
        "money_lapses",
        signals.money_lapses,
        _("Money of a project lapses soon"),
        to.told_lapse,
        about="line",
        rule="projects.view_line",
        context=_left,
        event=lambda said: f"{said['line'].pk}:{said['line'].warned_days}",
        in_office_hours=True,
        is_still_due=lambda news: bool(news.record.state == LineState.APPROVED),
        letter_words=_lapse,
    ),
    of_reconciliation(
        "reconciliation_proposed",
        signals.reconciliation_proposed,
        _("A reconciliation waits for my key"),
        to.told_proposed,
        asks_in=SignedState.PROPOSED,
    ),
    of_reconciliation(
        "reconciliation_key_turned",
        signals.reconciliation_key_turned,
        _("The other side signed a reconciliation"),
        to.told_key,
        asks_in=SignedState.PROPOSED,
    ),
    of_reconciliation(
        "reconciliation_signed",
        signals.reconciliation_signed,
        _("A reconciliation was signed by both sides"),
        to.told_signed,
    ),
    of_reconciliation(
        "reconciliation_sent_back",
        signals.reconciliation_sent_back,
        _("A reconciliation was sent back"),
        to.told_sent_back,
        context=_reasons,
        at_once=True,
    ),
]
