"""Entries: written in one's own books, approved by somebody else, answered, reversed, never edited afterwards."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from files.actions import store
from people.models import User
from projects.actions.bookkeeping import (
    add_entry,
    add_paper,
    approve_entries,
    discard_entry,
    edit_entry,
    remove_paper,
    reverse_entry,
)
from projects.enums import EntryKind, EntryState, LineState, Stage
from projects.models import BudgetLine, Entry, ExchangeRate, Project, Reconciliation
from projects.presentation.totals import totals
from tests.cast import Cast
from tests.projects.builders import make_entry, make_line
from tests.projects.money.conftest import DAY, posted, written


def url(name: str, project: Project, *more: Any) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *more])


def test_an_entry_is_written_told_and_approved_by_another(
    project: Project, line: BudgetLine, keeper_kr: User, leader_kr: User, heard: Any
) -> None:
    entry = add_entry(project, by=keeper_kr, side="b", **written(line))
    assert (entry.number, entry.state, entry.rate, entry.rate_source) == (1, EntryState.DRAFT, 1, "USD = USD")
    assert heard() == [("entry_written", {"entry": entry, "by": keeper_kr})]
    assert totals(project).sides["b"].sums.entries == 0
    with pytest.raises(PermissionDenied):
        approve_entries(project, by=keeper_kr, entries=[entry])
    [row] = approve_entries(project, by=leader_kr, entries=[entry])
    assert row.approved_at is not None
    assert totals(project).sides["b"].sums.disbursed == Decimal("1000.00")
    assert [one.verb for one in JournalEntry.objects.about(entry).order_by("pk")] == ["add_entry", "approve_entry"]
    with pytest.raises(RefusedError, match="approved already"):
        approve_entries(project, by=leader_kr, entries=[entry])


def test_nobody_approves_what_he_entered_or_changed(
    project: Project, line: BudgetLine, keeper_kr: User, leader_kr: User, director_kr: User
) -> None:
    entry = add_entry(project, by=leader_kr, side="b", **written(line))
    with pytest.raises(PermissionDenied):
        approve_entries(project, by=leader_kr, entries=[entry])
    edit_entry(entry, by=director_kr, seen=1, **written(line, amount=Decimal("2.00")))
    with pytest.raises(PermissionDenied):
        approve_entries(project, by=director_kr, entries=[entry])
    approve_entries(project, by=leader_kr, entries=[entry])


def test_all_are_approved_or_none(project: Project, line: BudgetLine, keeper_kr: User, leader_kr: User) -> None:
    one = add_entry(project, by=keeper_kr, side="b", **written(line))
    own = add_entry(project, by=leader_kr, side="b", **written(line))
    with pytest.raises(PermissionDenied):
        approve_entries(project, by=leader_kr, entries=[one, own])
    assert set(Entry.objects.values_list("state", flat=True)) == {EntryState.DRAFT}
    with pytest.raises(RefusedError, match="at least one"):
        approve_entries(project, by=leader_kr, entries=[])


@pytest.mark.parametrize("who", ["leader_by", "director_by", "officer", "advisor_kr", "official_ge", "admin_user"])
def test_only_who_keeps_the_books_writes_in_them(cast: Cast, project: Project, line: BudgetLine, who: str) -> None:
    with pytest.raises(PermissionDenied):
        add_entry(project, by=cast.people[who], side="b", **written(line))
    assert not Entry.objects.exists()


def refused(project: Project, by: User, sentence: str, *, side: str = "b", **fields: Any) -> None:
    with pytest.raises(RefusedError, match=sentence):
        add_entry(project, by=by, side=side, **fields)
    assert not Entry.objects.filter(by=by).exists()


def test_what_does_not_go_with_the_line_is_refused(
    project: Project, line: BudgetLine, line_in_kind: BudgetLine, leader_kr: User, leader_by: User
) -> None:
    draft = make_line(project, state=LineState.DRAFT, decision=None)
    lapsed = make_line(project, lapses_on=date(2026, 3, 31))
    refused(project, leader_kr, "decision has approved", **written(draft))
    refused(project, leader_kr, "given by your side", **written(line_in_kind))
    refused(project, leader_kr, "one of its lines", **written(line, kind=EntryKind.RECEIPT))
    refused(project, leader_kr, "paid in money", **written(line, kind=EntryKind.IN_KIND))
    refused(project, leader_by, "given in kind", side="a", **written(line_in_kind))
    refused(project, leader_kr, "before the first day", **written(line, on=date(2025, 12, 31)))
    refused(project, leader_kr, "lapsed before", **written(lapsed))
    refused(project, leader_kr, "lies ahead", **written(line, on=date(2999, 1, 1)))
    refused(project, leader_kr, "Days of advisors", **written(line, days=Decimal(2)))
    refused(project, leader_kr, "no cents", **written(line, currency="KRW", amount=Decimal("10.50")))


@pytest.mark.parametrize("stage", [Stage.APPROVED, Stage.CLOSED, Stage.CANCELLED])
def test_books_are_kept_while_the_project_is_at_work(
    project: Project, line: BudgetLine, leader_kr: User, keeper_kr: User, stage: str
) -> None:
    entry = add_entry(project, by=keeper_kr, side="b", **written(line))
    Project.objects.filter(pk=project.pk).update(stage=stage, started_on=DAY, ended_on=DAY)
    with pytest.raises(PermissionDenied):
        add_entry(project, by=leader_kr, side="b", **written(line))
    if stage in Stage.over():
        with pytest.raises(RefusedError, match="books are closed"):
            approve_entries(project, by=leader_kr, entries=[entry])


def test_the_latest_rate_of_the_day_is_taken_and_kept(project: Project, line: BudgetLine, leader_kr: User) -> None:
    kept = {}
    for rate, day in (("1.05", date(2026, 4, 1)), ("1.0812345678", date(2026, 5, 3)), ("9", date(2026, 5, 5))):
        kept[day] = ExchangeRate.objects.create(currency="EUR", to="USD", rate=Decimal(rate), source="ECB", on=day)
    entry = add_entry(project, by=leader_kr, side="b", **written(line, currency="EUR", amount=Decimal("333.33")))
    ExchangeRate.objects.all().delete()
    entry.refresh_from_db()
    assert (entry.rate, entry.rate_source, entry.rate_on) == (Decimal("1.0812345678"), "ECB", date(2026, 5, 3))
    assert entry.value == Decimal("360.41")
    with pytest.raises(RefusedError, match="No rate from BYN to USD"):
        add_entry(project, by=leader_kr, side="b", **written(line, currency="BYN"))
    with pytest.raises(RefusedError, match="source of the rate"):
        add_entry(project, by=leader_kr, side="b", **written(line, currency="BYN", rate=Decimal("0.3")))
    own = written(line, currency="BYN", rate=Decimal("0.3"), rate_source="National Bank")
    assert add_entry(project, by=leader_kr, side="b", **own).rate_on == DAY


def test_days_of_advisors_are_given_in_kind(project: Project, line_in_kind: BudgetLine, leader_by: User) -> None:
    entry = add_entry(
        project, by=leader_by, side="a", **written(line_in_kind, kind=EntryKind.IN_KIND, days=Decimal("2.5"))
    )
    assert (entry.days, entry.value) == (Decimal("2.5"), Decimal("1000.00"))


def test_a_receipt_answers_a_payment_in_parts(
    project: Project, line: BudgetLine, leader_by: User, leader_kr: User
) -> None:
    payment = make_entry(line, amount="1000.00")
    received = written(line, kind=EntryKind.RECEIPT, answers=payment)
    add_entry(project, by=leader_by, side="a", **{**received, "amount": Decimal("600.00")})
    with pytest.raises(RefusedError, match="More would be received"):
        add_entry(project, by=leader_by, side="a", **{**received, "amount": Decimal("400.01")})
    add_entry(project, by=leader_by, side="a", **{**received, "amount": Decimal("400.00")})
    assert [one.amount for one in payment.answered_by.order_by("pk")] == [Decimal("600.00"), Decimal("400.00")]
    other_line = make_line(project)
    for wrong in ({"line": other_line}, {"currency": "EUR", "rate": Decimal(1), "rate_source": "ECB"}):
        with pytest.raises(RefusedError, match="on the line of the payment"):
            add_entry(project, by=leader_by, side="a", **{**received, **wrong, "amount": Decimal("1.00")})
    for not_one in (make_entry(line, state=EntryState.DRAFT), make_entry(line, EntryKind.EXPENDITURE)):
        with pytest.raises(RefusedError, match="approved payment of the other side"):
            add_entry(project, by=leader_by, side="a", **{**received, "answers": not_one})


def test_an_edit_loses_nobodys_words(project: Project, line: BudgetLine, leader_kr: User, keeper_kr: User) -> None:
    entry = add_entry(project, by=keeper_kr, side="b", **written(line))
    edit_entry(entry, by=leader_kr, seen=1, **written(line, amount=Decimal("5.00")))
    with pytest.raises(RefusedError, match="colleague has changed"):
        edit_entry(entry, by=keeper_kr, seen=1, **written(line, amount=Decimal("6.00")))
    entry.refresh_from_db()
    assert (entry.amount, entry.revision, entry.by) == (Decimal("5.00"), 2, leader_kr)


def test_an_approved_entry_is_never_changed_only_reversed(
    project: Project, line: BudgetLine, leader_kr: User, keeper_kr: User, heard: Any
) -> None:
    entry = make_entry(line, amount="1000.00")
    with pytest.raises(RefusedError, match="only reversed"):
        edit_entry(entry, by=leader_kr, seen=1, **written(line))
    with pytest.raises(RefusedError, match="only reversed"):
        discard_entry(entry, by=leader_kr)
    with pytest.raises(RefusedError, match="not earlier"):
        reverse_entry(entry, by=keeper_kr, on=date(2026, 5, 3), reason="Paid twice")
    with pytest.raises(RefusedError, match="Give the reason"):
        reverse_entry(entry, by=keeper_kr, on=DAY, reason=" ")
    counter = reverse_entry(entry, by=keeper_kr, on=DAY, reason="Paid twice")
    assert (counter.amount, counter.value, counter.reverses, str(counter.description)) == (
        Decimal("-1000.00"),
        Decimal("-1000.00"),
        entry,
        "Paid twice",
    )
    assert heard() == [("entry_written", {"entry": counter, "by": keeper_kr})]
    assert totals(project).sides["b"].sums.disbursed == Decimal("1000.00")
    approve_entries(project, by=leader_kr, entries=[counter])
    assert totals(project).sides["b"].sums.disbursed == 0
    with pytest.raises(RefusedError, match="has its counter-entry"):
        reverse_entry(entry, by=keeper_kr, on=DAY, reason="Again")
    with pytest.raises(RefusedError, match="not reversed"):
        reverse_entry(counter, by=keeper_kr, on=DAY, reason="Again")


def test_the_other_side_cannot_reverse(project: Project, line: BudgetLine, leader_by: User) -> None:
    with pytest.raises(PermissionDenied):
        reverse_entry(make_entry(line), by=leader_by, on=DAY, reason="Not received")


def test_a_discarded_entry_leaves_its_trace(project: Project, line: BudgetLine, keeper_kr: User) -> None:
    entry = add_entry(project, by=keeper_kr, side="b", **written(line))
    pk = entry.pk
    discard_entry(entry, by=keeper_kr)
    assert [one.verb for one in JournalEntry.objects.filter(object_id=pk, label=entry.reference)] == [
        "discard_entry",
        "add_entry",
    ]
    assert add_entry(project, by=keeper_kr, side="b", **written(line)).number == 2


def test_a_quarter_before_both_sides_takes_no_payment(
    project: Project, line: BudgetLine, leader_kr: User, keeper_kr: User
) -> None:
    entry = add_entry(project, by=keeper_kr, side="b", **written(line))
    Reconciliation.objects.create(
        project=project, year=2026, quarter=2, donor="b", currency="USD", state="proposed", by=keeper_kr
    )
    with pytest.raises(RefusedError, match="is reconciled in USD"):
        approve_entries(project, by=leader_kr, entries=[entry])
    with pytest.raises(RefusedError, match="is reconciled in USD"):
        add_entry(project, by=keeper_kr, side="b", **written(line))
    add_entry(project, by=keeper_kr, side="b", **written(line, on=date(2026, 7, 1)))
    add_entry(project, by=keeper_kr, side="b", **written(line, kind=EntryKind.COMMITMENT))


def test_papers_prove_an_entry_and_are_no_public_matter(
    project: Project, line: BudgetLine, keeper_kr: User, leader_by: User, client: Any, client_of: Any
) -> None:
    entry = make_entry(line)
    upload = SimpleUploadedFile("invoice.txt", b"Invoice 7", content_type="text/plain")
    paper = add_paper(entry, by=keeper_kr, document=store(upload, by=keeper_kr))
    response = client_of(leader_by).get(paper.get_absolute_url())
    assert response.getvalue() == b"Invoice 7"
    assert client.get(paper.get_absolute_url()).status_code == 404
    assert client.get(entry.get_absolute_url()).status_code == 200
    assert "invoice.txt" not in client.get(entry.get_absolute_url()).content.decode()
    assert "invoice.txt" in client_of(leader_by).get(entry.get_absolute_url()).content.decode()
    with pytest.raises(RefusedError, match="what proves it stays"):
        remove_paper(entry, by=keeper_kr, document=paper)
    with pytest.raises(PermissionDenied):
        add_paper(entry, by=leader_by, document=paper)


# --- Screens ---------------------------------------------------------------------------------------------------------


def test_the_way_of_an_entry_on_screen(
    project: Project, line: BudgetLine, keeper_kr: User, leader_kr: User, leader_by: User, client_of: Any
) -> None:
    keeper, leader, other = client_of(keeper_kr), client_of(leader_kr), client_of(leader_by)
    response = keeper.post(url("add_entry", project), posted(line))
    entry = Entry.objects.get()
    assert response["Location"] == entry.get_absolute_url()
    assert other.get(entry.get_absolute_url()).status_code == 404
    page = keeper.post(url("edit_entry", project, 1), posted(line, amount="7.00", seen="0"))
    assert "colleague has changed" in page.content.decode()
    assert 'value="7.00"' in page.content.decode()
    keeper.post(url("edit_entry", project, 1), posted(line, amount="7.00", seen="1"))
    assert keeper.get(url("approve_entries", project)).status_code == 403
    assert entry.reference in leader.get(url("approve_entries", project)).content.decode()
    assert leader.post(url("approve_entries", project), {}).context["form"].errors["entries"]
    leader.post(url("approve_entries", project), {"entries": [entry.pk]})
    entry.refresh_from_db()
    assert (entry.state, entry.amount) == (EntryState.APPROVED, Decimal("7.00"))
    received = other.get(url("answer_payment", project, 1))
    assert 'value="7.00"' in received.content.decode()
    other.post(
        url("answer_payment", project, 1),
        posted(line, kind="receipt", amount="6.50", answers=str(entry.pk), on="2026-05-05"),
    )
    assert Entry.objects.get(answers=entry).side == "a"
    assert keeper.post(url("reverse_entry", project, 1), {"on": "2026-05-06", "reason": "Wrong"}).status_code == 302
    assert keeper.get(url("discard_entry", project, 3)).status_code == 200
    keeper.post(url("discard_entry", project, 3))
    assert not Entry.objects.filter(number=3).exists()


def test_a_refusal_keeps_what_was_typed(project: Project, line: BudgetLine, leader_kr: User, client_of: Any) -> None:
    page = client_of(leader_kr).post(
        url("add_entry", project), posted(line, on="2999-01-01", description_en="Words that stay")
    )
    assert "lies ahead" in page.content.decode()
    assert "Words that stay" in page.content.decode()
    bad = client_of(leader_kr).post(url("add_entry", project), posted(line, amount="10.555"))
    assert bad.context["form"].errors["amount"]
    won = client_of(leader_kr).post(url("add_entry", project), posted(line, amount="10.50", currency="KRW"))
    assert won.context["form"].errors["amount"] == ["This currency has no cents."]
    assert not Entry.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("officer", 403), ("official_by", 403), ("official_ge", 403)])
def test_readers_do_not_enter(cast: Cast, project: Project, client_of: Any, who: str, status: int) -> None:
    assert client_of(cast.people[who]).get(url("add_entry", project)).status_code == status


# --- The database ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": Decimal("-1.00")},
        {"amount": Decimal(0)},
        {"rate": Decimal(0)},
        {"currency": "KRW", "amount": Decimal("1.50")},
        {"kind": EntryKind.EXPENDITURE, "days": Decimal(1)},
        {"kind": EntryKind.IN_KIND, "days": Decimal(0)},
        {"state": EntryState.APPROVED, "approved_at": None},
        {"number": 1},
    ],
)
def test_the_database_refuses(project: Project, line: BudgetLine, fields: dict[str, Any]) -> None:
    first = make_entry(line)
    values = {name: getattr(first, name) for name in ("project", "line", "side", "kind", "on", "currency", "rate")}
    values |= {"rate_source": "x", "rate_on": DAY, "amount": Decimal(1), "number": 2, "by": first.by, **fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(**values)


def test_only_receipts_answer(project: Project, line: BudgetLine) -> None:
    payment = make_entry(line)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entry(line, EntryKind.EXPENDITURE, answers=payment)
