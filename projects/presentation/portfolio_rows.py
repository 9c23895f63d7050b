"""The rows behind a figure of the portfolio, each in one line that leads to where it is proved. Reads only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.models import BudgetLine, Entry, Project, QuarterReport, ReportedValue, Risk
from projects.presentation.figures import write_figure
from projects.presentation.page import address

HEADINGS = {
    "approved": gettext_lazy("Approved lines of budgets"),
    "committed": gettext_lazy("Commitments"),
    "disbursed": gettext_lazy("Disbursements"),
    "received": gettext_lazy("Receipts"),
    "spent": gettext_lazy("Expenditure"),
    "in_kind": gettext_lazy("Given in kind"),
    "reached": gettext_lazy("Indicators that met their last target"),
    "behind": gettext_lazy("Indicators behind their last target"),
    "risks": gettext_lazy("Open risks with a high score"),
    "late": gettext_lazy("Reports that are late"),
}


@dataclass(frozen=True)
class Line:
    """One row: its number, its project, what it is, when, and how much."""

    reference: str
    url: str
    project: Project
    words: Any
    on: date | None = None
    amount: Decimal | None = None
    currency: str = ""
    value: Decimal | None = None
    detail: Any = ""


def line_of(figure: str, row: Any) -> Line:
    """The line of a row of that figure. No query for rows that were read with their project."""
    if figure == "approved":
        return _of_line(row)
    return OTHERS.get(figure, _of_entry)(row)


def _of_line(row: BudgetLine) -> Line:
    return Line(
        row.reference,
        address("line", row.project.reference, row.number),
        row.project,
        row.title,
        row.starts_on,
        row.amount,
        row.currency,
        row.value,
        row.decision.reference if row.decision else "",
    )


def _of_entry(row: Entry) -> Line:
    return Line(
        row.reference,
        address("entry", row.project.reference, row.number),
        row.project,
        row.description,
        row.on,
        row.amount,
        row.currency,
        row.value,
        row.paper,
    )


def _of_value(row: ReportedValue) -> Line:
    indicator, aim = row.measure.indicator, row.aim  # type: ignore[attr-defined]
    said = _("%(value)s, target %(target)s") % {
        "value": write_figure(row.value or Decimal(0), indicator.unit),
        "target": write_figure(aim, indicator.unit),
    }
    url = reverse("projects:value", args=[row.project.reference, row.pk])
    return Line(row.reference, url, row.project, indicator.name, row.period.ends_on, detail=said)


def _of_risk(row: Risk) -> Line:
    url = address("risk", row.project.reference, row.number)
    said = _("Score %(score)d") % {"score": row.score}
    return Line(row.reference, url, row.project, row.event, row.raised_on, detail=said)


def _of_report(row: QuarterReport) -> Line:
    said = _("Quarter %(quarter)d of %(year)d") % {"quarter": row.quarter, "year": row.year}
    url = address("report", row.project.reference, row.year, row.quarter)
    return Line(row.reference, url, row.project, said, row.due_on, detail=row.get_status_display())


OTHERS: dict[str, Callable[[Any], Line]] = {
    "reached": _of_value,
    "behind": _of_value,
    "risks": _of_risk,
    "late": _of_report,
}
