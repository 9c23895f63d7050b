"""What the books of a project amount to: for its pages, the portfolio, the quarterly report and the published activity.

Only entries that their side has approved count, and lines by an adopted decision that no later one has replaced, so a
figure is the same for every reader. All sums are in the project's currency, except those of `Transferred`. Two queries.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Sum, When

from people.enums import Side
from projects.enums import EntryKind, LineState, Nature
from projects.models import BudgetLine, Entry, Project

ZERO = Decimal(0)


@dataclass(frozen=True)
class Sums:
    """What entries amount to, by kind; `days` are those of advisors among what is given in kind."""

    committed: Decimal = ZERO
    disbursed: Decimal = ZERO
    received: Decimal = ZERO
    spent: Decimal = ZERO
    in_kind: Decimal = ZERO
    days: Decimal = ZERO
    entries: int = 0

    def of(self, kind: str) -> Decimal:
        """The sum of one kind of entries."""
        found: Decimal = getattr(self, FIELDS[EntryKind(kind)])
        return found


FIELDS = {
    EntryKind.COMMITMENT: "committed",
    EntryKind.DISBURSEMENT: "disbursed",
    EntryKind.RECEIPT: "received",
    EntryKind.EXPENDITURE: "spent",
    EntryKind.IN_KIND: "in_kind",
}


@dataclass(frozen=True)
class LineTotals:
    """A line that counts: what was approved, and what came of it in the books of both sides.

    Entries of the lines it has replaced are among them; `numbers` are the numbers of all these lines. `used` is what
    its side has paid out or given; what the other side spends of it was disbursed before, and is not counted again.
    """

    line: BudgetLine
    sums: Sums
    used: Decimal
    numbers: tuple[int, ...]

    @property
    def approved(self) -> Decimal:
        return self.line.value

    @property
    def rest(self) -> Decimal:
        """What may still be paid out or given; less than nothing where more was than approved."""
        return self.approved - self.used

    @property
    def share(self) -> int | None:
        """How much of it is paid out or given, in whole per cent."""
        return per_cent(self.used, self.approved)


@dataclass(frozen=True)
class SideTotals:
    """A side: what was approved from it, and what stands in its own books.

    `received` and what it `spent` of the other side's lines are the other side's money. `used` and `rest` speak of its
    own.
    """

    side: str
    approved_cash: Decimal = ZERO
    approved_in_kind: Decimal = ZERO
    used: Decimal = ZERO
    sums: Sums = field(default_factory=Sums)

    @property
    def approved(self) -> Decimal:
        return self.approved_cash + self.approved_in_kind

    @property
    def rest(self) -> Decimal:
        return self.approved - self.used

    @property
    def share(self) -> int | None:
        return per_cent(self.used, self.approved)


@dataclass(frozen=True)
class Transferred:
    """What a side says it has paid to the other in one currency, and what the other says it has received."""

    donor: str
    currency: str
    disbursed: Decimal = ZERO
    received: Decimal = ZERO

    @property
    def difference(self) -> Decimal:
        return self.disbursed - self.received


@dataclass(frozen=True)
class Totals:
    """The money of a project. `sides` by side, in the order a, b; `transferred` by donor and currency."""

    currency: str
    sides: dict[str, SideTotals]
    lines: list[LineTotals]
    transferred: list[Transferred]

    @property
    def approved(self) -> Decimal:
        return sum((one.approved for one in self.sides.values()), ZERO)

    @property
    def used(self) -> Decimal:
        return sum((one.used for one in self.sides.values()), ZERO)

    @property
    def share(self) -> int | None:
        return per_cent(self.used, self.approved)


def totals(project: Project, *, first_day: date | None = None, last_day: date | None = None) -> Totals:
    """The money of a project: from its beginning, or what the entries of these days amount to.

    What was approved is what the project's lines hold now, whatever the days.
    """
    entries = Entry.objects.counting().filter(project=project)
    if first_day is not None:
        entries = entries.filter(on__gte=first_day)
    if last_day is not None:
        entries = entries.filter(on__lte=last_day)
    lines = project.lines.exclude(state=LineState.DRAFT).select_related("source", "decision", "agreement")
    return totals_of(project.currency, list(lines.order_by("number")), summed(entries))


def summed(entries: QuerySet[Entry], *more: str) -> list[dict[str, Any]]:
    """Entries in one grouped query: a row for each line, books, kind and currency, and for what is asked beside them.

    Days have no sign of their own: what reverses others takes them away.
    """
    days = Case(When(reverses__isnull=False, then=-F("days")), default=F("days"))
    return list(
        entries.order_by()
        .values("line", "side", "kind", "currency", *more)
        .annotate(total=Sum("value"), paid=Sum("amount"), total_days=Sum(days), entries=Count("pk"))
    )


def totals_of(currency: str, lines: Iterable[BudgetLine], rows: list[dict[str, Any]]) -> Totals:
    """The same from rows at hand: all lines that were ever approved, and what `summed` gives. No query."""
    by_number = {line.pk: line for line in lines}
    later = {line.replaces_id: line.pk for line in by_number.values() if line.replaces_id}
    standing = {pk: _standing(pk, later) for pk in by_number}
    sides_of_lines = {pk: line.side for pk, line in by_number.items()}
    of_line, of_side = defaultdict(list), defaultdict(list)
    used_line: dict[int, Decimal] = defaultdict(Decimal)
    used_side: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        of_side[row["side"]].append(row)
        line = standing.get(row["line"])
        if line is None:
            continue
        of_line[line].append(row)
        if _uses(row, sides_of_lines[row["line"]]):
            used_line[line] += row["total"]
            used_side[row["side"]] += row["total"]
    numbers = defaultdict(list)
    for pk, line in standing.items():
        numbers[line].append(by_number[pk].number)
    counting = [line for line in by_number.values() if line.state == LineState.APPROVED]
    return Totals(
        currency,
        {
            side: SideTotals(
                side,
                _approved(counting, side, Nature.CASH),
                _approved(counting, side, Nature.IN_KIND),
                used_side[side],
                sums_of(of_side[side]),
            )
            for side in Side.values
        },
        [
            LineTotals(line, sums_of(of_line[line.pk]), used_line[line.pk], tuple(sorted(numbers[line.pk])))
            for line in counting
        ],
        _transferred(rows),
    )


def sums_of(rows: Iterable[dict[str, Any]]) -> Sums:
    """Rows of `summed`, whatever they were narrowed to, added up by kind."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    days, entries = ZERO, 0
    for row in rows:
        found[FIELDS[EntryKind(row["kind"])]] += row["total"]
        days += (row["total_days"] or ZERO) if row["kind"] == EntryKind.IN_KIND else ZERO
        entries += row["entries"]
    return Sums(**found, days=days, entries=entries)


def per_cent(part: Decimal, whole: Decimal) -> int | None:
    """A share in whole per cent, half away from zero; none of nothing."""
    return int((part * 100 / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP)) if whole else None


def _uses(row: dict[str, Any], side_of_line: str) -> bool:
    """Whether the side that gives the line has paid it out or given it; a promise or a receipt is neither."""
    paid = row["kind"] in (EntryKind.DISBURSEMENT, EntryKind.EXPENDITURE, EntryKind.IN_KIND)
    return paid and row["side"] == side_of_line


def _standing(pk: int, later: dict[int, int]) -> int:
    """The line that stands in the place of this one by the latest decision."""
    while pk in later:
        pk = later[pk]
    return pk


def _approved(lines: Iterable[BudgetLine], side: str, nature: str) -> Decimal:
    return sum((line.value for line in lines if line.side == side and line.nature == nature), ZERO)


def _transferred(rows: list[dict[str, Any]]) -> list[Transferred]:
    """What was paid from side to side: the books of both, by currency, by what each calls it."""
    paid: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    received: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in rows:
        if row["kind"] == EntryKind.DISBURSEMENT:
            paid[row["side"], row["currency"]] += row["paid"]
        elif row["kind"] == EntryKind.RECEIPT:
            received[other(row["side"]), row["currency"]] += row["paid"]
    return [
        Transferred(donor, currency, paid[donor, currency], received[donor, currency])
        for donor, currency in sorted({*paid, *received})
    ]


def other(side: str) -> str:
    """The side across the table."""
    return Side.B if side == Side.A else Side.A
