"""What one side has paid beside what the other has received, for a quarter: explained, frozen, signed by both."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, expect_read, refusing
from core.turning import turn_key
from people.days import today_at
from people.models import User
from projects import signals
from projects.actions.books import hold
from projects.enums import EntryKind, SignedState
from projects.models import Entry, Project, Reconciliation
from projects.presentation.totals import other
from projects.quarters import quarter_days
from projects.workflow import reconciling


@dataclass(frozen=True)
class Figures:
    """What the approved entries of both books amount to."""

    disbursed: Decimal
    received: Decimal

    @property
    def difference(self) -> Decimal:
        return self.disbursed - self.received


class ChangedReconciliationError(RefusedError):
    """A colleague saved another explanation meanwhile: what is stored is shown beside what was written here."""

    def __init__(self, row: Reconciliation) -> None:
        super().__init__(
            _("A colleague has saved another explanation after you opened it. Both are shown: join them, then save.")
        )
        self.row = row


def entries_of(row: Reconciliation) -> Q:
    """The approved entries that a reconciliation is about, in both books."""
    paid = Q(side=row.donor, kind=EntryKind.DISBURSEMENT)
    received = Q(side=other(row.donor), kind=EntryKind.RECEIPT)
    return Q(on__range=quarter_days(row.year, row.quarter), currency=row.currency) & (paid | received)


def figures_of(row: Reconciliation) -> Figures:
    """What the books say now; drafts of either side never count. One query."""
    entries = Entry.objects.counting().filter(entries_of(row), project=row.project_id)
    found = entries.aggregate(
        disbursed=Sum("amount", filter=Q(kind=EntryKind.DISBURSEMENT)),
        received=Sum("amount", filter=Q(kind=EntryKind.RECEIPT)),
    )
    return Figures(found["disbursed"] or Decimal(0), found["received"] or Decimal(0))


def mark_of(row: Reconciliation, figures: Figures) -> str:
    """What a reader had before him: the revision and both figures."""
    return f"{row.revision}:{figures.disbursed:.2f}:{figures.received:.2f}"


@transaction.atomic
def begin_reconciliation(
    project: Project, *, by: User, year: int, quarter: int, donor: str, currency: str
) -> Reconciliation:
    """Set the books of both sides for a quarter beside each other, in one currency.

    Refused before the quarter is over, twice, and where neither side has an approved entry.
    """
    held = hold(project)
    policies.require(by, "projects.reconcile", held)
    if quarter_days(year, quarter)[1] >= today_at(held.centre):
        raise RefusedError(_("This quarter is not over yet."))
    row = Reconciliation(project=held, year=year, quarter=quarter, donor=donor, currency=currency, by=by)
    if not Entry.objects.counting().filter(entries_of(row), project=held).exists():
        raise RefusedError(
            _("Neither side has approved a payment in %(currency)s for this quarter.") % {"currency": currency}
        )
    found = figures_of(row)
    row.disbursed, row.received = found.disbursed, found.received
    with refusing({"project_reconciled_once_a_quarter": _("This quarter has its reconciliation already.")}):
        row.save()
    journal.write(row, "begin_reconciliation", by=by)
    return row


@transaction.atomic
def explain_difference(
    reconciliation: Reconciliation, *, by: User, seen: int, explanation: Mapping[str, str]
) -> Reconciliation:
    """Say why the figures differ. Refused when a colleague has saved another explanation, and once it is proposed."""
    row = reconciling.lock(reconciliation)
    if row.state != SignedState.DRAFT:
        policies.require(by, "projects.propose_reconciliation", row)
        raise RefusedError(_("Both sides have this reconciliation before them: it is changed only if it is sent back."))
    policies.require(by, "projects.edit_reconciliation", row)
    if row.revision != seen:
        raise ChangedReconciliationError(row)
    row.explanation, row.by, row.revision = LocalisedText(explanation), by, row.revision + 1
    row.save(update_fields=["explanation", "by", "revision"])
    journal.write(row, "explain_difference", by=by)
    return row


@transaction.atomic
def propose_reconciliation(reconciliation: Reconciliation, *, by: User, seen: str) -> Reconciliation:
    """Lay the figures before both sides; from here on they are frozen, and the quarter's books are closed.

    `seen` says what was read: refused when the books or the explanation have changed since, and for a difference that
    nobody has explained.
    """
    hold(reconciliation.project)
    row = reconciling.lock(reconciliation)
    reconciling.expect(row, "propose", by=by)
    found = figures_of(row)
    if seen != mark_of(row, found):
        raise RefusedError(_("The figures or the explanation have changed since you read them. Read them again."))
    if found.difference and not row.explanation:
        raise RefusedError(_("The two figures differ. Explain the difference first: both sides sign for it."))
    row = reconciling.take(
        row,
        "propose",
        by=by,
        disbursed=found.disbursed,
        received=found.received,
        moved_at=timezone.now(),
    )
    signals.reconciliation_proposed.send(Reconciliation, reconciliation=row, by=by)
    return row


def proposal_of(row: Reconciliation) -> str:
    """The mark of what was laid before both sides: another one each time it is laid."""
    return row.moved_at.isoformat()


@transaction.atomic
def sign_reconciliation(
    reconciliation: Reconciliation, *, by: User, reason: str = "", seen: str = ""
) -> Reconciliation:
    """Turn one's own side's key: its leader's, or the co-director's who stands in. With both it is the record.

    Refused when other figures were laid before both sides since they were read (`seen`).
    """
    found = reconciling.lock(reconciliation)
    reconciling.expect(found, "sign", by=by)
    expect_read(seen, proposal_of(found))
    row, happened, sides = turn_key(reconciling, reconciliation, "sign", by=by, reason=reason, moved_at=timezone.now())
    if happened:
        signals.reconciliation_signed.send(Reconciliation, reconciliation=row, by=by)
        return row
    for side in sides:
        signals.reconciliation_key_turned.send(Reconciliation, reconciliation=row, side=side, by=by)
    return row


@transaction.atomic
def send_back_reconciliation(reconciliation: Reconciliation, *, by: User, reason: str) -> Reconciliation:
    """Give it back with reasons: keys are cleared, and the books of the quarter are open again. Refused without any."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: the figures are mended by them."))
    row = reconciling.take(reconciliation, "send_back", by=by, reason=reason, moved_at=timezone.now())
    signals.reconciliation_sent_back.send(Reconciliation, reconciliation=row, reason=reason, by=by)
    return row
