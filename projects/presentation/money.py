"""What the pages of a project's money show beside the sums: bodies, payments that wait, where rows are. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import DecimalField, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calendars.moments import write_day
from people.models import Organisation
from projects.currencies import DIGITS, PLACES
from projects.enums import EntryKind, EntryState, LineState, SignedState
from projects.models import BudgetLine, Entry, ExchangeRate, Project, Reconciliation
from projects.presentation.bars import MONEY, Row, rows_of
from projects.presentation.totals import LineTotals, Totals, Transferred, other
from projects.quarters import quarter_days

LINE_SHAPES: dict[str, str] = {
    LineState.DRAFT: "is-new",
    LineState.APPROVED: "is-done",
    LineState.REPLACED: "is-stopped",
}
ENTRY_SHAPES: dict[str, str] = {EntryState.DRAFT: "is-new", EntryState.APPROVED: "is-done"}
SIGNED_SHAPES: dict[str, str] = {
    SignedState.DRAFT: "is-new",
    SignedState.PROPOSED: "is-waiting",
    SignedState.SIGNED: "is-done",
}

ENTRY_PHRASES = {
    "add_entry": _("Entered"),
    "edit_entry": pgettext_lazy("entry", "Changed"),
    "approve_entry": pgettext_lazy("entry", "Approved"),
    "reverse_entry": _("Entered as a counter-entry"),
    "add_paper": _("Paper added"),
    "remove_paper": _("Paper removed"),
}
LINE_PHRASES = {
    "add_line": _("Proposed"),
    "replace_line": _("Proposed in place of an earlier line"),
    "edit_line": pgettext_lazy("budget line", "Changed"),
    "approve_line": _("Approved by a decision"),
    "be_replaced": _("Replaced by a later decision"),
}
RECONCILIATION_PHRASES = {
    "begin_reconciliation": _("Begun"),
    "explain_difference": _("Difference explained"),
    "propose": _("Laid before both sides"),
    "sign": _("Signed"),
    "send_back": _("Sent back"),
}
EXACT = DecimalField(max_digits=DIGITS, decimal_places=PLACES)


def entries_url(project: Project, **asked: Any) -> str:
    """The rows behind a figure: the list of entries, narrowed to what the figure adds up."""
    query = QueryDict(mutable=True)
    for name, value in asked.items():
        if value:
            query[name] = str(value)
    return f"{reverse('projects:entries', args=[project.reference])}?{query.urlencode()}"


def figure_url(project: Project, what: str, side: str, line: int | None = None) -> str:
    """Where the rows of a figure of the overview stand: lines for what was approved, else entries that count."""
    if what == "approved":
        lines = reverse("projects:lines", args=[project.reference])
        return f"{lines}?state={LineState.APPROVED}&side={side}"
    return entries_url(project, side=side, kind=MONEY[what][1], line=line, state=EntryState.APPROVED)


def bars_of(project: Project, found: Totals, sides: Sequence[str]) -> list[Row]:
    """The table of bars: each figure of each side, the reader's own first. What nobody has stays away."""
    amounts = {
        name: {
            side: found.sides[side].approved if name == "approved" else found.sides[side].sums.of(kind)
            for side in sides
        }
        for name, (_words, kind) in MONEY.items()
    }
    told = {name: of_side for name, of_side in amounts.items() if name == "approved" or any(of_side.values())}
    return rows_of(told, sides, lambda what, side: figure_url(project, what, side))


@dataclass(frozen=True)
class LineRow:
    """A line of the overview with the address of the rows of each figure."""

    totals: LineTotals
    urls: dict[str, str]


def line_rows(project: Project, lines: Sequence[LineTotals]) -> list[LineRow]:
    """Lines with where each of their figures leads. What was received stands in the books of the other side."""
    found = []
    for one in lines:
        number = one.line.number
        urls = {
            name: entries_url(project, kind=kind, line=number, state=EntryState.APPROVED)
            for name, (_words, kind) in MONEY.items()
            if kind
        }
        found.append(LineRow(one, urls))
    return found


@dataclass(frozen=True)
class Side2Side:
    """What was paid and received in one currency, where the rows stand, and the latest reconciliation."""

    money: Transferred
    receiver: str
    paid_url: str
    received_url: str
    reconciliation: Reconciliation | None


def transfers_of(
    project: Project, found: Totals, sides: Sequence[str], reconciliations: Sequence[Reconciliation]
) -> list[Side2Side]:
    """Payments from side to side beside one another, own first. `reconciliations` come newest first."""
    rows = sorted(found.transferred, key=lambda one: (sides.index(one.donor), one.currency))
    return [
        Side2Side(
            one,
            other(one.donor),
            entries_url(
                project,
                side=one.donor,
                kind=EntryKind.DISBURSEMENT,
                currency=one.currency,
                state=EntryState.APPROVED,
            ),
            entries_url(
                project,
                side=other(one.donor),
                kind=EntryKind.RECEIPT,
                currency=one.currency,
                state=EntryState.APPROVED,
            ),
            next((r for r in reconciliations if (r.donor, r.currency) == (one.donor, one.currency)), None),
        )
        for one in rows
    ]


def open_payments(project: Project, user: Any, receiver: str) -> QuerySet[Entry]:
    """Approved payments to a side that it has not entered as received in full, the latest first.

    A reader who is not of that side counts what it has approved: its drafts do not exist for him. A counter-entry gives
    nothing free before it is approved (`projects.actions.books.paid_back`).
    """
    answers = Entry.objects.visible_to(user).filter(answers=OuterRef("pk")).order_by().values("answers")
    answers = answers.exclude(state=EntryState.DRAFT, reverses__isnull=False)
    received = Coalesce(Subquery(answers.annotate(total=Sum("amount")).values("total")), Value(Decimal(0)))
    rows = Entry.objects.counting().filter(
        project=project, side=other(receiver), kind=EntryKind.DISBURSEMENT, reverses=None
    )
    return (
        rows.exclude(Q(reversed_by__isnull=False) & Q(reversed_by__state=EntryState.APPROVED))
        .annotate(answered=received)
        .filter(amount__gt=F("answered"))
        .annotate(left=F("amount") - F("answered"))
        .select_related("line", "project")
        .order_by("-on", "-pk")
    )


def bodies_of(project: Project) -> QuerySet[Organisation]:
    """The bodies that give and receive money in the project: those that lead it, its contractor, its partners."""
    named = [pk for pk in (project.lead_a_id, project.lead_b_id, project.contractor_id) if pk]
    partners = project.partners.values("organisation")
    return Organisation.objects.filter(Q(pk__in=named) | Q(pk__in=partners)).by_name()


def with_earlier(project: Project, line: BudgetLine) -> list[int]:
    """The line and those it has replaced, whose entries are counted with it; one query."""
    replaces = dict(project.lines.values_list("pk", "replaces"))
    found: list[int] = []
    pk: int | None = line.pk
    while pk:
        found.append(pk)
        pk = replaces.get(pk)
    return found


def reconciliation_urls(row: Reconciliation) -> tuple[str, str]:
    """The rows of both figures: entries of the quarter in the books of who pays, and of who receives."""
    first, last = quarter_days(row.year, row.quarter)
    same = {"currency": row.currency, "state": EntryState.APPROVED, "from": first.isoformat(), "to": last.isoformat()}
    return (
        entries_url(row.project, side=row.donor, kind=EntryKind.DISBURSEMENT, **same),
        entries_url(row.project, side=other(row.donor), kind=EntryKind.RECEIPT, **same),
    )


def rates_of(project: Project, day: date) -> dict[str, str]:
    """The published rates that would be taken for that day, by currency, in words; one query."""
    rows = ExchangeRate.objects.filter(to=project.currency, on__lte=day)
    latest = rows.order_by("currency", "-on", "pk").distinct("currency")
    return {one.currency: f"{one.rate.normalize():f} ({one.source}, {write_day(one.on, 'plain')})" for one in latest}
