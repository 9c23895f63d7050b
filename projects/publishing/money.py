"""The budget and the books of one side as IATI counts money: what was approved, promised, paid, spent, received."""

from collections.abc import Iterable

from projects.enums import EntryKind
from projects.iati.activity import Budget, Money, Party, Transaction
from projects.iati.codes import BudgetStatus, BudgetType, TransactionType
from projects.iati.texts import text_of
from projects.models import Publication
from projects.presentation.totals import other
from projects.publishing.bodies import Body
from projects.publishing.rows import Booked, Line, Rows

TYPES: dict[str, str] = {
    EntryKind.RECEIPT: TransactionType.INCOMING_FUNDS,
    EntryKind.COMMITMENT: TransactionType.COMMITMENT,
    EntryKind.DISBURSEMENT: TransactionType.DISBURSEMENT,
    EntryKind.EXPENDITURE: TransactionType.EXPENDITURE,
}
# Those that go from side to side: whoever is not named is the leading body of the other side.
ACROSS = (EntryKind.DISBURSEMENT, EntryKind.RECEIPT)


def budgets_of(lines: Iterable[Line]) -> tuple[Budget, ...]:
    """A budget a line, in its order; one that took the place of another is revised, and the other does not count."""
    return tuple(
        Budget(
            start=line.starts_on,
            end=line.ends_on,
            value=Money(line.amount, line.currency, line.starts_on),
            type=BudgetType.REVISED if line.is_revised else BudgetType.ORIGINAL,
            status=BudgetStatus.COMMITTED,
        )
        for line in lines
    )


def transactions_of(rows: Rows, publication: Publication, far_id: str) -> tuple[Transaction, ...]:
    """The entries of the side in their order. `far_id` is the other side's activity, "" while it is not published.

    What was reversed stands there twice, then as less than nothing: so the sum is right and nothing is hidden.
    """
    return tuple(_transaction(one, rows, publication, far_id) for one in rows.entries[publication.side])


def _transaction(one: Booked, rows: Rows, publication: Publication, far_id: str) -> Transaction:
    language, side = publication.language, publication.side
    is_incoming = one.kind == EntryKind.RECEIPT
    near, far = (one.receiver, one.provider) if is_incoming else (one.provider, one.receiver)
    own = _party(near or rows.leads[side], publication.activity_id, language)
    their = _far(one, far, rows, side, far_id)
    others = _party(their[0], their[1], language) if their else None
    return Transaction(
        type=TYPES[one.kind],
        on=one.on,
        value=Money(one.amount, one.currency, one.rate_on),
        description=text_of(one.description, language),
        provider=others if is_incoming else own,
        receiver=own if is_incoming else others,
        ref=f"{rows.project.reference}/E{one.number}",
    )


def _far(one: Booked, named: Body | None, rows: Rows, side: str, far_id: str) -> tuple[Body, str] | None:
    """Who stands at the other end, and as which activity: the other side's where the payment is in its books too."""
    lead = rows.leads[other(side)]
    body = named or (lead if one.kind in ACROSS else None)
    if body is None:
        return None
    if body.pk == lead.pk or one.is_matched:
        return body, far_id
    published = (partner.activity_id for partner, known in rows.partners if known.pk == body.pk)
    return body, next(filter(None, published), "")


def _party(body: Body, activity_id: str, language: str) -> Party:
    return Party(name=text_of(body.name, language), ref=body.ref, type=body.kind, activity_id=activity_id)
