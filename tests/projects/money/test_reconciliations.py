"""Reconciliations: begun from approved entries, explained where they differ, frozen, signed by two keys."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.models import Signature
from core.refusal import RefusedError
from people.models import User
from projects.actions.reconciling import (
    begin_reconciliation,
    explain_difference,
    figures_of,
    mark_of,
    propose_reconciliation,
    send_back_reconciliation,
    sign_reconciliation,
)
from projects.enums import EntryKind, EntryState, SignedState
from projects.models import BudgetLine, Project, Reconciliation
from projects.quarters import quarter_days
from tests.cast import Cast
from tests.projects.builders import make_entry

QUARTER: dict[str, Any] = {"year": 2026, "quarter": 2, "donor": "b", "currency": "USD"}


def url(name: str, project: Project, *more: Any) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *more])


@pytest.fixture
def books(line: BudgetLine) -> BudgetLine:
    """1,000 paid, 990 received, and a good deal that does not count."""
    payment = make_entry(line, amount="1000.00")
    make_entry(line, EntryKind.RECEIPT, "990.00", side="a", answers=payment)
    for side in ("a", "b"):
        make_entry(line, EntryKind.DISBURSEMENT, "7.00", side=side, state=EntryState.DRAFT)
        make_entry(line, EntryKind.RECEIPT, "7.00", side=side, state=EntryState.DRAFT)
    make_entry(line, amount="50.00", on=date(2026, 7, 1))
    make_entry(line, amount="50.00", on=date(2026, 3, 31))
    make_entry(line, amount="50.00", currency="EUR")
    make_entry(line, EntryKind.EXPENDITURE, "50.00")
    return line


@pytest.fixture
def begun(books: BudgetLine, project: Project, officer: User) -> Reconciliation:
    return begin_reconciliation(project, by=officer, **QUARTER)


def mark(row: Reconciliation) -> str:
    row.refresh_from_db()
    return mark_of(row, figures_of(row))


@pytest.fixture
def proposed(begun: Reconciliation, officer: User) -> Reconciliation:
    explain_difference(begun, by=officer, seen=1, explanation={"en": "Bank charges of 10 dollars"})
    return propose_reconciliation(begun, by=officer, seen=mark(begun))


def test_quarters_begin_and_end_where_they_should() -> None:
    assert [quarter_days(2024, number) for number in range(1, 5)] == [
        (date(2024, 1, 1), date(2024, 3, 31)),
        (date(2024, 4, 1), date(2024, 6, 30)),
        (date(2024, 7, 1), date(2024, 9, 30)),
        (date(2024, 10, 1), date(2024, 12, 31)),
    ]


def test_it_sets_the_approved_books_beside_each_other(begun: Reconciliation) -> None:
    begun.refresh_from_db()
    assert (begun.disbursed, begun.received, begun.difference) == (
        Decimal("1000.00"),
        Decimal("990.00"),
        Decimal("10.00"),
    )


def test_it_is_begun_once_for_a_quarter_that_is_over(begun: Reconciliation, project: Project, officer: User) -> None:
    with pytest.raises(RefusedError, match="has its reconciliation"):
        begin_reconciliation(project, by=officer, **QUARTER)
    with pytest.raises(RefusedError, match="not over yet"):
        begin_reconciliation(project, by=officer, **{**QUARTER, "year": 2999})
    with pytest.raises(RefusedError, match="Neither side"):
        begin_reconciliation(project, by=officer, **{**QUARTER, "currency": "BYN"})
    with pytest.raises(RefusedError, match="Neither side"):
        begin_reconciliation(project, by=officer, **{**QUARTER, "donor": "a"})


@pytest.mark.parametrize("who", ["official_by", "advisor_kr", "official_ge"])
def test_readers_begin_nothing(cast: Cast, project: Project, books: BudgetLine, who: str) -> None:
    with pytest.raises(PermissionDenied):
        begin_reconciliation(project, by=cast.people[who], **QUARTER)


def test_a_difference_is_explained_before_it_is_proposed(begun: Reconciliation, leader_by: User) -> None:
    with pytest.raises(RefusedError, match="Explain the difference"):
        propose_reconciliation(begun, by=leader_by, seen=mark(begun))
    explain_difference(begun, by=leader_by, seen=1, explanation={"en": "Bank charges"})
    with pytest.raises(RefusedError, match="colleague"):
        explain_difference(begun, by=leader_by, seen=1, explanation={"en": "Other"})


def test_what_was_read_is_what_is_proposed(begun: Reconciliation, books: BudgetLine, officer: User) -> None:
    explain_difference(begun, by=officer, seen=1, explanation={"en": "Bank charges"})
    seen = mark(begun)
    make_entry(books, amount="1.00")
    with pytest.raises(RefusedError, match="have changed since"):
        propose_reconciliation(begun, by=officer, seen=seen)


def test_the_figures_are_frozen(proposed: Reconciliation, books: BudgetLine, officer: User, leader_kr: User) -> None:
    make_entry(books, amount="500.00")  # past the acts: they refuse it
    proposed.refresh_from_db()
    assert (proposed.state, proposed.disbursed) == (SignedState.PROPOSED, Decimal("1000.00"))
    with pytest.raises(RefusedError, match="sent back"):
        explain_difference(proposed, by=officer, seen=2, explanation={"en": "Other"})


def test_two_keys_sign_it(
    proposed: Reconciliation, leader_by: User, director_kr: User, officer: User, heard: Any
) -> None:
    heard()
    row = sign_reconciliation(proposed, by=leader_by)
    assert row.state == SignedState.PROPOSED
    assert heard() == [("reconciliation_key_turned", {"reconciliation": row, "side": "a", "by": leader_by})]
    with pytest.raises(RefusedError, match="already signed"):
        sign_reconciliation(proposed, by=leader_by)
    with pytest.raises(PermissionDenied):
        sign_reconciliation(proposed, by=officer)
    row = sign_reconciliation(proposed, by=director_kr)  # the co-director stands in
    assert row.state == SignedState.SIGNED
    assert heard() == [("reconciliation_signed", {"reconciliation": row, "by": director_kr})]
    with pytest.raises(RefusedError, match="no longer possible"):
        send_back_reconciliation(row, by=leader_by, reason="Late")


def test_sent_back_it_is_mended_and_keys_are_cleared(
    proposed: Reconciliation, leader_by: User, leader_kr: User, heard: Any
) -> None:
    sign_reconciliation(proposed, by=leader_by)
    heard()
    with pytest.raises(RefusedError, match="Give the reasons"):
        send_back_reconciliation(proposed, by=leader_kr, reason=" ")
    row = send_back_reconciliation(proposed, by=leader_kr, reason="A payment of June is missing")
    assert row.state == SignedState.DRAFT
    assert heard() == [
        (
            "reconciliation_sent_back",
            {"reconciliation": row, "reason": "A payment of June is missing", "by": leader_kr},
        )
    ]
    assert not Signature.objects.about(row).filter(cleared_at=None).exists()


def test_the_way_on_screen(
    project: Project, books: BudgetLine, leader_by: User, leader_kr: User, officer: User, client_of: Any
) -> None:
    by, kr, office = client_of(leader_by), client_of(leader_kr), client_of(officer)
    early = by.post(url("begin_reconciliation", project), {**QUARTER, "year": 2099})
    assert "not over yet" in early.content.decode()
    by.post(url("begin_reconciliation", project), QUARTER)
    row = Reconciliation.objects.get()
    page = kr.get(row.get_absolute_url())
    assert "USD\xa010.00" in page.content.decode()
    assert sum(one.amount for one in kr.get(page.context["paid_url"]).context["rows"]) == Decimal("1000.00")
    assert sum(one.amount for one in kr.get(page.context["received_url"]).context["rows"]) == Decimal("990.00")
    kr.post(url("explain_difference", project, row.pk), {"explanation_en": "Bank charges", "seen": "1"})
    late = by.post(url("explain_difference", project, row.pk), {"explanation_en": "My own words", "seen": "1"})
    assert "Bank charges" in late.content.decode()
    assert "My own words" in late.content.decode()
    assert by.post(url("propose_reconciliation", project, row.pk), {"seen": "1:0.00:0.00"}).status_code == 200
    by.post(url("propose_reconciliation", project, row.pk), {"seen": mark(row)})
    assert office.get(url("sign_reconciliation", project, row.pk)).status_code == 403
    for browser in (by, kr):
        assert browser.get(url("sign_reconciliation", project, row.pk)).status_code == 200
        assert browser.get(url("send_back_reconciliation", project, row.pk)).status_code == 200
        browser.post(url("sign_reconciliation", project, row.pk), {"reason": ""})
    row.refresh_from_db()
    assert row.state == SignedState.SIGNED
    assert by.get(row.get_absolute_url()).status_code == 200


def test_the_database_wants_an_explanation(begun: Reconciliation) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Reconciliation.objects.filter(pk=begun.pk).update(state=SignedState.PROPOSED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reconciliation.objects.filter(pk=begun.pk).update(quarter=5)
