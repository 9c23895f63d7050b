"""The portfolio: which projects run, what was approved and paid, what was reached, what is at risk."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Sum
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import policies
from people.days import today_at
from people.enums import Side
from projects.currencies import Currency
from projects.enums import EntryKind, RiskStatus, Stage
from projects.models import BudgetLine, Entry, Project, QuarterReport, ReportedValue, Risk
from projects.portfolio import HIGH, MET, MISSED
from reports.figures.figure import Asked, Breakdown, Figure, Group, Line
from reports.figures.table import Measure, RowLine, Table, always, on_days, table

ZERO = Decimal(0)


# --- Projects --------------------------------------------------------------------------------------------------------


def _running(asked: Asked) -> Q:
    """Those that had started by the last day, and had not ended."""
    return Q(started_on__lte=asked.until, stage__in=Stage.approved()) & (
        Q(ended_on=None, stage__in=Stage.at_work()) | Q(ended_on__gt=asked.until)
    )


def _project(row: Project) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.name, row.get_stage_display(), row.started_on)


projects = table(
    Table(
        name="projects",
        label=_("Projects"),
        rows=lambda asked: Project.objects.filter(centre=asked.centre),
        measures={
            "running": Measure(_("Projects under way"), _running, note=_("On the last day.")),
            "started": Measure(_("Projects started"), on_days("started_on")),
            "closed": Measure(_("Projects closed"), lambda asked: on_days("ended_on")(asked) & Q(stage=Stage.CLOSED)),
        },
        line=_project,
        country="country",
    )
)


# --- Money -----------------------------------------------------------------------------------------------------------


def _line(row: BudgetLine) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.title, row.project.name, row.starts_on, row.value)


def _entry(row: Entry) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.description, row.project.name, row.on, row.value)


_begun = on_days("starts_on")


def _paid(asked: Asked) -> Q:
    return on_days("on")(asked) & Q(kind=EntryKind.DISBURSEMENT)


def _in(currency: str, when: Callable[[Asked], Q]) -> Callable[[Asked], Q]:
    """The same of the projects that report in that currency: amounts of several are never added up."""
    return lambda asked: when(asked) & Q(project__currency=currency)


lines = table(
    Table(
        name="budget-lines",
        label=_("Lines of budgets"),
        rows=lambda asked: BudgetLine.objects.counting().filter(project__centre=asked.centre),
        measures={
            currency.lower(): Measure(
                pgettext_lazy("money", "Approved"),
                _in(currency, _begun),
                note=_("Lines of budgets that begin on these days, at the rate of their decision."),
                sum="value",
                unit=currency,
            )
            for currency in Currency.values
        },
        line=_line,
        related=("project",),
        side="side",
        country="project__country",
    )
)
entries = table(
    Table(
        name="disbursements",
        label=_("Disbursements"),
        rows=lambda asked: Entry.objects.counting().filter(project__centre=asked.centre),
        measures={
            currency.lower(): Measure(
                pgettext_lazy("money", "Disbursed"),
                _in(currency, _paid),
                note=_("Approved entries of these days in the books of each side, at the rate of their day."),
                sum="value",
                unit=currency,
            )
            for currency in Currency.values
        },
        line=_entry,
        related=("project",),
        side="side",
        country="project__country",
    )
)


# --- Results ---------------------------------------------------------------------------------------------------------


def _values(asked: Asked) -> QuerySet[ReportedValue]:
    """The last approved figure of each indicator of the periods that ended on these days, with what was aimed at."""
    counting = ReportedValue.objects.counting().filter(
        value__isnull=False, period__ends_on__gte=asked.since, period__ends_on__lte=asked.until
    )
    later = counting.filter(measure=OuterRef("measure"), period__ends_on__gt=OuterRef("period__ends_on"))
    aimed = FilteredRelation("measure__targets", condition=Q(measure__targets__period=F("period")))
    return (
        counting.filter(~Exists(later), project__centre=asked.centre)
        .annotate(aimed=aimed)
        .annotate(aim=F("aimed__value"))
    )


def _value(row: ReportedValue) -> RowLine:
    words = _("Target met") if _is_met(row) else _("Target not met")
    return RowLine(row.reference, row.get_absolute_url(), row.measure.indicator.name, words, row.period.ends_on)


def _is_met(row: Any) -> bool:
    is_up = row.measure.indicator.direction == "up"
    return bool(row.value >= row.aim if is_up else row.value <= row.aim)


values = table(
    Table(
        name="results",
        label=_("Results"),
        rows=_values,
        measures={
            "aimed": Measure(_("Indicators with a target"), always(Q(aim__isnull=False))),
            "met": Measure(
                _("Targets met"),
                always(MET),
                of="aimed",
                note=_("By the last value of these days that both sides have approved."),
            ),
            "missed": Measure(_("Targets not met"), always(MISSED), of="aimed"),
        },
        line=_value,
        related=("project", "period", "measure__indicator", "measure__result"),
        country="project__country",
    )
)


# --- Risks and reports -----------------------------------------------------------------------------------------------


def _risk(row: Risk) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.event, row.project.name, row.raised_on)


def _in_projects_seen(rows: Any, user: Any) -> Any:
    """Risks are for those who see the work on a project."""
    return rows.filter(project__in=Project.objects.filter(policies.q("projects.view_work", user)))


risks = table(
    Table(
        name="risks",
        label=_("Risks"),
        rows=lambda asked: Risk.objects.filter(project__centre=asked.centre),
        measures={
            "high": Measure(
                _("High risks"),
                lambda asked: Q(status=RiskStatus.OPEN, score__gte=HIGH, raised_on__lte=asked.until),
                note=_("Open today with a score of 15 or more, raised by the last day."),
            ),
        },
        line=_risk,
        seen=_in_projects_seen,
        related=("project",),
        country="project__country",
    )
)


def _late(asked: Asked) -> Q:
    late = QuarterReport.objects.owed(min(today_at(asked.centre), asked.until)).values("pk")
    return Q(pk__in=late)


def _report(row: QuarterReport) -> RowLine:
    return RowLine(row.reference, row.get_absolute_url(), row.project.name, row.get_status_display(), row.due_on)


reports = table(
    Table(
        name="quarterly-reports",
        label=_("Quarterly reports"),
        rows=lambda asked: QuarterReport.objects.filter(project__centre=asked.centre),
        measures={
            "late": Measure(
                _("Quarterly reports that are late"), _late, note=_("Due before the last day and not verified today.")
            ),
        },
        line=_report,
        related=("project",),
        country="project__country",
    )
)


def portfolio(asked: Asked, *, before: Asked | None = None) -> Group:
    """Which projects run, what was approved and paid, what was reached, what is at risk. Six queries."""
    amounts, parts = _money(asked, before)
    return Group(
        "projects",
        _("Projects"),
        [
            *projects.figures(asked, "running", "started", "closed", before=before),
            *amounts,
            *values.figures(asked, "met", "missed"),
            *risks.figures(asked, "high"),
            *reports.figures(asked, "late"),
        ],
        parts,
    )


def _money(asked: Asked, before: Asked | None) -> tuple[list[Figure], list[Breakdown]]:
    """What was approved and what was paid in each currency that occurs, of both sides and of each. Two queries."""
    approved, paid = _sums(lines, _begun, asked, before), _sums(entries, _paid, asked, before)
    figures, parts = [], []
    for code in (code for code in Currency.values if any(code == one[0] for one in (*approved, *paid))):
        key = code.lower()
        for one, found in ((lines, approved), (entries, paid)):
            now, past = (sum((found[code, side][at] for side in Side.values), ZERO) for at in (0, 1))
            figures.append(one.figure(key, asked, {key: now}, before={key: past} if before else None))
        parts.append(
            Breakdown(
                f"money_{key}",
                format_lazy("{words}, {currency}", words=_("Money by side"), currency=code),
                (lines.measures[key].label, entries.measures[key].label),
                tuple(
                    Line(
                        asked.centre.side_country(side).name,
                        tuple(
                            one.figure(key, replace(asked, side=side), {key: found[code, side][0]})
                            for one, found in ((lines, approved), (entries, paid))
                        ),
                        side,
                    )
                    for side in ([asked.side] if asked.side else Side.values)
                ),
                _("Side"),
                bars=1,
            )
        )
    return figures, parts


def _sums(
    one: Table, when: Callable[[Asked], Q], asked: Asked, before: Asked | None
) -> dict[tuple[str, str], tuple[Decimal, Decimal]]:
    """Of each currency and side what was now, and what was before."""
    rows = one.narrowed(asked).order_by().values_list("project__currency", "side")
    found: dict[tuple[str, str], tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for code, side, now, past in rows.annotate(
        now=Sum("value", filter=when(asked), default=ZERO),
        past=Sum("value", filter=when(before) if before else Q(pk__in=[]), default=ZERO),
    ):
        if now or past:
            found[code, side] = (now, past)
    return found
