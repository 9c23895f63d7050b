"""Entries in the books of a side: written, approved by somebody else, and from then on only reversed."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.localised import LocalisedText
from core.numbering import next_number
from core.refusal import RefusedError
from files import actions as files
from files.models import StoredFile
from people.days import today_at
from people.models import User
from projects import signals
from projects.actions.books import at_rate, expect_open_quarter, expect_revisions, hold, paid_back, require_books
from projects.enums import EntryKind, EntryState, LineState, Nature, Stage
from projects.models import BudgetLine, Entry, Project
from projects.presentation.totals import other

WRITTEN = (
    "line",
    "kind",
    "on",
    "amount",
    "currency",
    "rate",
    "rate_source",
    "rate_on",
    "days",
    "provider",
    "receiver",
    "paper",
    "description",
    "answers",
)
MOST = 20  # papers of an entry


class ChangedEntryError(RefusedError):
    """A colleague saved the entry meanwhile: what is stored is shown beside what was written here."""

    def __init__(self, row: Entry) -> None:
        super().__init__(
            _("A colleague has changed this entry after you opened it. Both are shown: put together what counts.")
        )
        self.row = row


@transaction.atomic
def add_entry(project: Project, *, by: User, side: str, **written: Any) -> Entry:
    """Write an entry in the books of a side. It is that side's own and counts nowhere until somebody else approves it.

    Refused on a line that is not approved, on a day that lies ahead, and where kind and line do not go together. Raises
    PermissionDenied for the books of the other side.
    """
    row = hold(project)
    policies.require(by, "projects.keep_books", row)
    require_books(row, side, by=by)
    values = _kept(row, side, written)
    entry = Entry.objects.create(project=row, side=side, number=next_number(f"{row.reference}/E"), by=by, **values)
    journal.write(entry, "add_entry", by=by)
    signals.entry_written.send(Entry, entry=entry, by=by)
    return entry


@transaction.atomic
def edit_entry(entry: Entry, *, by: User, seen: int, **written: Any) -> Entry:
    """Change an entry that is not approved. Whoever changes it has entered it, and does not approve it himself.

    Refused when a colleague has saved another one since `seen`, once it is approved, and for a counter-entry.
    """
    row, project = _draft(entry, by=by)
    if row.reverses_id:
        raise RefusedError(_("A counter-entry mirrors what it reverses. Discard it if it is not wanted."))
    if row.revision != seen:
        raise ChangedEntryError(row)
    for name, value in _kept(project, row.side, written, but=row).items():
        setattr(row, name, value)
    row.by, row.revision = by, row.revision + 1
    row.save()
    journal.write(row, "edit_entry", by=by)
    return row


@transaction.atomic
def discard_entry(entry: Entry, *, by: User) -> None:
    """Throw away an entry that was never approved. The journal keeps that it was there; its number stays unused."""
    row, _project = _draft(entry, by=by)
    for paper in StoredFile.objects.about(row):
        files.remove(paper, by=by, permission="projects.prove_entry")
    journal.write(row, "discard_entry", by=by)
    row.delete()


@transaction.atomic
def approve_entries(
    project: Project, *, by: User, entries: Sequence[Entry], seen: Mapping[int, int] | None = None
) -> list[Entry]:
    """Stand by entries of one's side: all of them or none. From here on they count, for both sides, and never change.

    Refused for one that is approved already, that was changed since it was read (`seen`: its revision by number), or
    whose quarter both sides have before them. Raises PermissionDenied for
    what the person has entered, and for the books of the other side.
    """
    if not entries:
        raise RefusedError(_("Choose at least one entry."))
    held = hold(project)
    rows = list(
        Entry.objects.select_for_update(of=("self",))
        .select_related("project__centre")
        .filter(project=held, pk__in=[one.pk for one in entries])
        .order_by("pk")
    )
    allowed = Entry.objects.filter(policies.q("projects.approve_entry", by), pk__in=[one.pk for one in rows])
    if set(allowed.values_list("pk", flat=True)) != {one.pk for one in entries}:
        raise PermissionDenied("projects.approve_entry")
    if held.stage in Stage.over():
        raise RefusedError(_("The project is over: its books are closed."))
    expect_revisions(rows, seen or {})
    now = timezone.now()
    for row in rows:
        if row.state != EntryState.DRAFT:
            raise RefusedError(_("%(number)s is approved already.") % {"number": row.reference})
        expect_open_quarter(held, kind=row.kind, side=row.side, currency=row.currency, on=row.on)
        row.state, row.approved_at = EntryState.APPROVED, now
        row.save(update_fields=["state", "approved_at"])
        journal.write(row, "approve_entry", by=by, from_state=EntryState.DRAFT, to_state=EntryState.APPROVED)
    return rows


@transaction.atomic
def reverse_entry(entry: Entry, *, by: User, on: date, reason: str) -> Entry:
    """Write the counter-entry of an approved one: the same with the opposite sign. It too is approved by somebody else.

    Refused without a reason, a second time, for a counter-entry, and on a day before the entry or ahead.
    """
    project = hold(entry.project)
    row = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    policies.require(by, "projects.keep_books", project)
    require_books(project, row.side, by=by)
    if row.state != EntryState.APPROVED:
        raise RefusedError(_("Only an approved entry is reversed. Change or discard this one."))
    if row.reverses_id:
        raise RefusedError(_("A counter-entry is not reversed. Write a new entry."))
    if Entry.objects.filter(reverses=row).exists():
        raise RefusedError(_("This entry has its counter-entry already."))
    if not reason.strip():
        raise RefusedError(_("Give the reason: it stands beside the counter-entry."))
    if on < row.on:
        raise RefusedError(_("A counter-entry is not earlier than what it reverses."))
    _not_ahead(project, on)
    expect_open_quarter(project, kind=row.kind, side=row.side, currency=row.currency, on=on)
    same = {name: getattr(row, name) for name in (*WRITTEN, "side")}
    counter = Entry.objects.create(
        **same
        | {
            "project": project,
            "number": next_number(f"{project.reference}/E"),
            "amount": -row.amount,
            "on": on,
            "description": LocalisedText({by.language: reason.strip()}),
            "reverses": row,
            "by": by,
        }
    )
    journal.write(counter, "reverse_entry", by=by, data={"entry": row.number})
    signals.entry_written.send(Entry, entry=counter, by=by)
    return counter


@transaction.atomic
def add_paper(entry: Entry, *, by: User, document: StoredFile, language: str = "") -> StoredFile:
    """Put the paper that proves an entry beside it, before or after it is approved. Refused beyond twenty."""
    row = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    policies.require(by, "projects.prove_entry", row)
    if StoredFile.objects.about(row).count() >= MOST:
        raise RefusedError(_("20 files are the most that stand here. Remove one, or put several into one."))
    paper = files.attach(document, to=row, permission="projects.view_entry_paper", by=by, language=language)
    journal.write(row, "add_paper", by=by, data={"file": paper.pk})
    return paper


@transaction.atomic
def remove_paper(entry: Entry, *, by: User, document: StoredFile) -> StoredFile:
    """Take a paper away again. Refused once the entry is approved: what proves it stays."""
    row = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    policies.require(by, "projects.prove_entry", row)
    if row.state != EntryState.DRAFT:
        raise RefusedError(_("This entry is approved: what proves it stays."))
    paper = files.remove(StoredFile.objects.about(row).get(pk=document.pk), by=by, permission="projects.prove_entry")
    journal.write(row, "remove_paper", by=by, data={"file": paper.pk})
    return paper


# --- What may be written ---------------------------------------------------------------------------------------------


def _draft(entry: Entry, *, by: User) -> tuple[Entry, Project]:
    """The entry and its project, locked, as long as it may be changed."""
    project = hold(entry.project)
    row = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if row.state != EntryState.DRAFT:
        require_books(project, row.side, by=by)
        raise RefusedError(_("This entry is approved: it is never changed, only reversed."))
    policies.require(by, "projects.edit_entry", row)
    policies.require(by, "projects.keep_books", project)
    return row, project


def _kept(project: Project, side: str, written: Mapping[str, Any], *, but: Entry | None = None) -> dict[str, Any]:
    """What may be written of an entry, made whole; `but` is the entry that is being changed."""
    if unknown := set(written) - set(WRITTEN):
        message = f"Not parts of an entry: {sorted(unknown)}"
        raise TypeError(message)
    values = at_rate(project, dict(written), day=written["on"])
    _not_ahead(project, values["on"])
    _expect_line(project, side, values)
    if values.get("days") and values["kind"] != EntryKind.IN_KIND:
        raise RefusedError(_("Days of advisors are given in kind."))
    if payment := values.get("answers"):
        _expect_answer(project, side, values, payment, but)
    expect_open_quarter(project, kind=values["kind"], side=side, currency=values["currency"], on=values["on"])
    return values


def _not_ahead(project: Project, on: date) -> None:
    if on > today_at(project.centre):
        raise RefusedError(_("What has happened is entered: this day lies ahead."))


def _expect_line(project: Project, side: str, values: Mapping[str, Any]) -> None:
    """Refuse what does not go with the line: whose it is, whether it is paid or given, its days."""
    line: BudgetLine = values["line"]
    kind, own = values["kind"], line.side == side
    payment: Entry | None = values.get("answers")
    takes = line.state == LineState.APPROVED or (
        payment is not None and payment.line_id == line.pk and line.state == LineState.REPLACED
    )
    if line.project_id != project.pk or not takes:
        raise RefusedError(_("Choose a line of the budget that a decision has approved."))
    if kind == EntryKind.RECEIPT and own:
        raise RefusedError(_("A receipt is money of the other side: choose one of its lines."))
    if kind in (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.IN_KIND) and not own:
        raise RefusedError(_("This is given by your side: choose one of its lines."))
    if (kind == EntryKind.IN_KIND) != (line.nature == Nature.IN_KIND) and kind != EntryKind.COMMITMENT:
        raise RefusedError(
            _("This line is given in kind: enter what was given.")
            if line.nature == Nature.IN_KIND
            else _("This line is paid in money: what is given in kind has lines of its own.")
        )
    if values["on"] < line.starts_on:
        raise RefusedError(_("This day is before the first day of the line."))
    if own and line.lapses_on and values["on"] > line.lapses_on:
        raise RefusedError(_("The money of this line lapsed before that day."))


def _expect_answer(project: Project, side: str, values: Mapping[str, Any], payment: Entry, but: Entry | None) -> None:
    """A receipt answers an approved payment of the other side, in its currency, and not more than was paid."""
    payment = Entry.objects.select_for_update(of=("self",)).get(pk=payment.pk)
    is_payment = (
        payment.project_id == project.pk
        and payment.side == other(side)
        and payment.kind == EntryKind.DISBURSEMENT
        and payment.state == EntryState.APPROVED
        and payment.reverses_id is None
        and not Entry.objects.counting().filter(reverses=payment).exists()
    )
    if values["kind"] != EntryKind.RECEIPT or not is_payment:
        raise RefusedError(_("A receipt answers an approved payment of the other side."))
    if (payment.line_id, payment.currency) != (values["line"].pk, values["currency"]):
        raise RefusedError(_("A receipt stands on the line of the payment that it answers, and in its currency."))
    already = paid_back(payment) - (but.amount if but is not None and but.answers_id == payment.pk else Decimal(0))
    if already + values["amount"] > payment.amount:
        raise RefusedError(
            _("More would be received than was paid. Enter the rest as a receipt that answers no payment.")
        )
