"""The portfolio: what many projects amount to, block by block, and the rows behind every figure. Reads only.

Money is added up in one currency of reporting: projects that report in another one are told apart, never added. Only
what both sides stand by counts, so a figure is the same for every reader who sees the same projects.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Count,
    DecimalField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.fields import CharField

from core import policies
from people.enums import Side
from projects.currencies import Currency
from projects.enums import Direction, EntryKind, RiskStatus
from projects.finding import COLUMNS, Asked
from projects.models import BudgetLine, Entry, Project, QuarterReport, ReportedValue, Risk, Target

HIGH = 15  # the score from which a risk is high
APPROVED = "approved"
KINDS = {
    "committed": EntryKind.COMMITMENT,
    "disbursed": EntryKind.DISBURSEMENT,
    "received": EntryKind.RECEIPT,
    "spent": EntryKind.EXPENDITURE,
    "in_kind": EntryKind.IN_KIND,
}
NAMES = {kind: name for name, kind in KINDS.items()}
MONEY = (APPROVED, *KINDS)
BY = ("country", "year", "agreement", "stage", "kind")
Amounts = dict[str, dict[str, Decimal]]  # what → side → amount


@dataclass(frozen=True)
class Chosen:
    """What the portfolio is narrowed to: facets, the currency, and by what it is broken down."""

    asked: Asked
    currency: str
    by: str

    def projects(self, user: Any) -> QuerySet[Project]:
        """The projects that are counted, of any currency."""
        return self.asked.narrowed(Project.objects.visible_to(user))

    def worked_on(self, user: Any) -> QuerySet[Project]:
        """Those among them whose work the reader may see: risks and reports are not for everybody."""
        return self.projects(user).filter(policies.q("projects.view_work", user))


def currency_of(text: str, occurring: Any) -> str:
    """The currency that was asked for, else the one in which most of the projects report."""
    if text in Currency.values:
        return text
    most = occurring.most_common(1)
    return most[0][0] if most else Currency.USD


# --- Money -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Money:
    """The sums of all, and of each value of what it is broken down by."""

    whole: Amounts
    parts: dict[Any, Amounts]


def money_of(chosen: Chosen, user: Any) -> Money:
    """What was approved, and what stands in the books, by side: one query, grouped by side, kind and breakdown."""
    column = f"project__{COLUMNS[chosen.by][0]}"
    lines = lines_of(chosen, user).values_list(F(column), "side", Value(APPROVED, CharField()))
    entries = entries_of(chosen, user).values_list(F(column), "side", "kind")
    rows = (
        lines.annotate(total=Sum("value")).order_by().union(entries.annotate(total=Sum("value")).order_by(), all=True)
    )
    whole, parts = _none(), defaultdict[Any, Amounts](_none)
    for part, side, kind, total in rows:
        name = NAMES.get(kind, APPROVED)
        whole[name][side] += total
        parts[part][name][side] += total
    return Money(whole, dict(parts))


def lines_of(chosen: Chosen, user: Any) -> QuerySet[BudgetLine]:
    """The lines of budgets that count."""
    return BudgetLine.objects.counting().filter(project__in=_in_currency(chosen, user))


def entries_of(chosen: Chosen, user: Any, kind: str = "") -> QuerySet[Entry]:
    """The entries that count."""
    rows = Entry.objects.counting().filter(project__in=_in_currency(chosen, user))
    return rows.filter(kind=kind) if kind else rows


def _in_currency(chosen: Chosen, user: Any) -> Any:
    return chosen.projects(user).filter(currency=chosen.currency).values("pk")


def _none() -> Amounts:
    return {name: dict.fromkeys(Side.values, Decimal(0)) for name in MONEY}


# --- Results ---------------------------------------------------------------------------------------------------------

AMOUNT = DecimalField(max_digits=20, decimal_places=4)
MET = Q(aim__isnull=False) & (
    Q(measure__indicator__direction=Direction.UP, value__gte=F("aim"))
    | Q(measure__indicator__direction=Direction.DOWN, value__lte=F("aim"))
)
MISSED = Q(aim__isnull=False) & ~MET


def values_of(chosen: Chosen, user: Any) -> QuerySet[ReportedValue]:
    """The last approved figure of each indicator, with what was aimed at by the end of its period (`aim`).

    The target is asked of the figure in hand: a page reads the newest few, and joins no target of all the others.
    """
    target = Target.objects.filter(measure=OuterRef("measure"), period=OuterRef("period"))
    return _last_of(chosen, user).annotate(aim=Subquery(target.values("value")))


def results_of(chosen: Chosen, user: Any) -> dict[str, int]:
    """How many indicators met the target of their last period, and how many stayed behind it. One query.

    Here every target is read, so they are joined.
    """
    aimed = FilteredRelation("measure__targets", condition=Q(measure__targets__period=F("period")))
    rows = _last_of(chosen, user).annotate(aimed=aimed).annotate(aim=F("aimed__value"))
    return rows.aggregate(
        reached=Count("pk", filter=MET), behind=Count("pk", filter=MISSED), free=Count("pk", filter=Q(aim=None))
    )


def _last_of(chosen: Chosen, user: Any) -> QuerySet[ReportedValue]:
    rows = ReportedValue.objects.counting().filter(project__in=chosen.projects(user).values("pk"), value__isnull=False)
    later = ReportedValue.objects.counting().filter(
        measure=OuterRef("measure"), value__isnull=False, period__ends_on__gt=OuterRef("period__ends_on")
    )
    return rows.filter(~Exists(later))


# --- Risks and reports -----------------------------------------------------------------------------------------------


def risks_of(chosen: Chosen, user: Any) -> QuerySet[Risk]:
    """Open risks with a high score."""
    return Risk.objects.filter(project__in=chosen.worked_on(user).values("pk"), status=RiskStatus.OPEN, score__gte=HIGH)


def late_reports_of(chosen: Chosen, user: Any, today: date) -> QuerySet[QuarterReport]:
    """Quarterly reports whose day has passed."""
    return QuarterReport.objects.owed(today).filter(project__in=chosen.worked_on(user).values("pk"))
