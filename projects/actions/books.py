"""What the acts on money share: the project held, whose books, which quarter is closed, at which rate."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from core.refusal import RefusedError
from core.workflow import Keys
from people.enums import Side
from people.models import User
from projects.currencies import RATE_PLACES, is_whole
from projects.enums import EntryKind, EntryState, SignedState
from projects.models import BudgetLine, Entry, ExchangeRate, Project, Reconciliation
from projects.policies.money import books_of
from projects.presentation.totals import other
from projects.quarters import quarter_of

books = Keys(names=tuple(Side.values), held=books_of)
ONE = Decimal(1)
LARGEST = Decimal(10) ** 15  # a thousand million millions: more than any project has, in won too


def hold(project: Project) -> Project:
    """The project, locked: what is approved and what is laid before both sides wait for one another."""
    return Project.objects.select_for_update(of=("self",)).select_related("centre__side_a").get(pk=project.pk)


def sides_kept(project: Project, user: User) -> set[str]:
    """The sides in whose books of this project the person writes; one query."""
    return books.of(user, project)


def require_books(project: Project, side: str, *, by: User) -> None:
    """Raise PermissionDenied for the books of a side that the person does not keep."""
    if side not in sides_kept(project, by):
        raise PermissionDenied("projects.keep_books")


def expect_open_quarter(project: Project, *, kind: str, side: str, currency: str, on: date) -> None:
    """Refuse what would change the figures that both sides have before them, or have signed."""
    if kind not in (EntryKind.DISBURSEMENT, EntryKind.RECEIPT):
        return
    donor = side if kind == EntryKind.DISBURSEMENT else other(side)
    closed = Reconciliation.objects.filter(
        project=project, year=on.year, quarter=quarter_of(on), donor=donor, currency=currency
    ).exclude(state=SignedState.DRAFT)
    if closed.exists():
        raise RefusedError(
            _(
                "Quarter %(quarter)s of %(year)s is reconciled in %(currency)s: both sides sign its figures."
                " Enter it on a later day, or have the reconciliation sent back."
            )
            % {"quarter": quarter_of(on), "year": on.year, "currency": currency}
        )


def rate_on(currency: str, to: str, day: date) -> ExchangeRate | None:
    """The latest published rate on or before the day."""
    return ExchangeRate.objects.filter(currency=currency, to=to, on__lte=day).order_by("-on", "pk").first()


def at_rate(project: Project, written: dict[str, Any], *, day: date) -> dict[str, Any]:
    """What was written, with currency, rate, source and day of the rate made whole.

    The project's own currency is worth itself. Without a rate the latest published one on or before `day` is taken; one
    that was typed needs its source. Refused where there is neither, and for a fraction of what has no cents.
    """
    currency, amount = written["currency"], written["amount"]
    if not is_whole(amount, currency):
        raise RefusedError(_("This currency has no cents."))
    expect_payable(amount, written.get("rate") or ONE)
    if currency == project.currency:
        return {**written, "rate": ONE, "rate_source": f"{currency} = {currency}", "rate_on": day}
    if written.get("rate"):
        if not written.get("rate_source"):
            raise RefusedError(_("Name the source of the rate, such as the central bank."))
        return {**written, "rate_on": written.get("rate_on") or day}
    found = rate_on(currency, project.currency, day)
    if found is None:
        raise RefusedError(
            _("No rate from %(currency)s to %(to)s is kept for that day. Write the rate and its source.")
            % {"currency": currency, "to": project.currency}
        )
    rate = found.rate.quantize(ONE.scaleb(-RATE_PLACES))
    expect_payable(amount, rate)
    return {**written, "rate": rate, "rate_source": found.source, "rate_on": found.on}


def expect_revisions(rows: Iterable[Entry | BudgetLine], seen: Mapping[int, int]) -> None:
    """Refuse to approve what a colleague has changed since it was read; `seen` are revisions by number of the row."""
    for row in rows:
        if seen.get(row.pk, row.revision) != row.revision:
            raise RefusedError(
                _("%(number)s was changed since you read it. Read it again, then approve it.")
                % {"number": row.reference}
            )


def expect_payable(amount: Decimal, rate: Decimal) -> None:
    """Refuse an amount that no budget has: a slip of the keyboard, which the sums of the books could not hold."""
    if max(abs(amount), abs(amount * rate)) >= LARGEST:
        raise RefusedError(_("This amount is too large. Check the amount and the rate."))


def paid_back(payment: Entry) -> Decimal:
    """How much of a payment the other side has entered as received, its own drafts among it; one query.

    A counter-entry gives free what it takes back only once it is approved: until then it may still be discarded.
    """
    answers = payment.answered_by.exclude(state=EntryState.DRAFT, reverses__isnull=False)
    return sum(answers.values_list("amount", flat=True), Decimal(0))
