"""Totals are exact, count what is approved and nothing else, and cost two queries."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from people.enums import Side
from projects.enums import EntryKind, EntryState, LineState, Nature
from projects.models import Entry, Project
from projects.presentation.totals import Sums, Transferred, totals
from tests.cast import Cast
from tests.projects.builders import make_entry, make_line, make_project


def test_what_is_approved_counts_by_side_and_kind(project: Project) -> None:
    line = make_line(project, Side.B, amount=Decimal("310000.00"))
    given_line = make_line(project, Side.A, amount=Decimal("60000.00"), nature=Nature.IN_KIND)
    make_entry(line, EntryKind.COMMITMENT, "268000.00")
    make_entry(line, EntryKind.DISBURSEMENT, "141000.00")
    make_entry(line, EntryKind.EXPENDITURE, "9000.50")
    make_entry(line, EntryKind.RECEIPT, "140500.00", side=Side.A)
    make_entry(line, EntryKind.EXPENDITURE, "70000.00", side=Side.A)
    make_entry(given_line, EntryKind.IN_KIND, "4800.00", days=Decimal("12.5"))
    found = totals(project)
    a, b = found.sides["a"], found.sides["b"]
    assert b.sums == Sums(
        committed=Decimal("268000.00"), disbursed=Decimal("141000.00"), spent=Decimal("9000.50"), entries=3
    )
    assert (b.approved_cash, b.approved_in_kind, b.used, b.rest, b.share) == (
        Decimal("310000.00"),
        Decimal(0),
        Decimal("150000.50"),
        Decimal("159999.50"),
        48,
    )
    assert a.sums == Sums(
        received=Decimal("140500.00"),
        spent=Decimal("70000.00"),
        in_kind=Decimal("4800.00"),
        days=Decimal("12.5"),
        entries=3,
    )
    assert (a.approved_in_kind, a.used, a.share) == (Decimal("60000.00"), Decimal("4800.00"), 8)
    assert found.transferred == [Transferred("b", "USD", Decimal("141000.00"), Decimal("140500.00"))]
    assert found.transferred[0].difference == Decimal("500.00")
    assert [(one.line.number, one.used, one.rest) for one in found.lines] == [
        (1, Decimal("150000.50"), Decimal("159999.50")),
        (2, Decimal("4800.00"), Decimal("55200.00")),
    ]


def test_drafts_of_either_side_never_count(project: Project) -> None:
    line = make_line(project)
    make_entry(line, amount="5.00")
    before = totals(project)
    for side in Side.values:
        make_entry(line, EntryKind.DISBURSEMENT, "777.00", side=side, state=EntryState.DRAFT)
        make_entry(line, EntryKind.RECEIPT, "777.00", side=side, state=EntryState.DRAFT)
    make_line(project, state=LineState.DRAFT, decision=None)
    assert totals(project) == before


def test_a_replaced_line_hands_its_entries_on(project: Project) -> None:
    old = make_line(project, state=LineState.REPLACED, amount=Decimal("100.00"))
    middle = make_line(project, state=LineState.REPLACED, amount=Decimal("150.00"), replaces=old)
    new = make_line(project, amount=Decimal("200.00"), replaces=middle)
    make_entry(old, amount="30.00")
    make_entry(new, amount="20.00")
    found = totals(project)
    assert [(one.line, one.used, one.numbers) for one in found.lines] == [(new, Decimal("50.00"), (1, 2, 3))]
    assert found.approved == Decimal("200.00")


def test_a_counter_entry_takes_amount_and_days_away(project: Project) -> None:
    line = make_line(project, nature=Nature.IN_KIND)
    wrong = make_entry(line, EntryKind.IN_KIND, "400.00", days=Decimal("1.5"))
    make_entry(line, EntryKind.IN_KIND, "-400.00", days=Decimal("1.5"), reverses=wrong)
    assert totals(project).sides["b"].sums == Sums(entries=2, in_kind=Decimal(0), days=Decimal(0))


def test_days_narrow_the_entries_and_not_the_budget(project: Project) -> None:
    line = make_line(project, amount=Decimal("100.00"))
    for month in (3, 4, 6, 7):
        make_entry(line, amount="1.00", on=date(2026, month, 30))
    found = totals(project, first_day=date(2026, 4, 1), last_day=date(2026, 6, 30))
    assert (found.sides["b"].sums.disbursed, found.approved) == (Decimal("2.00"), Decimal("100.00"))


@pytest.mark.parametrize("rows", [1, 3])
def test_it_costs_two_queries(project: Project, rows: int, django_assert_num_queries: Any) -> None:
    for _ in range(rows):
        make_entry(make_line(project))
    with django_assert_num_queries(2):
        [(one.line.source.name, str(one.line.decision)) for one in totals(project).lines]


def test_twenty_digits_and_won_stay_exact(cast: Cast) -> None:
    project = make_project(cast, currency="KRW")
    line = make_line(project, currency="KRW", amount=Decimal(999_999_999_999_999_999))
    make_entry(line, amount="999999999999999998")
    make_entry(line, amount="1")
    assert totals(project).sides["b"].sums.disbursed == Decimal(999_999_999_999_999_999)
    assert totals(project).sides["b"].rest == 0


AMOUNTS = st.decimals(min_value="0.01", max_value="99999999999.99", places=2)
RATES = st.decimals(min_value="0.0000000001", max_value="9999.9999999999", places=10)


@settings(max_examples=12, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paid=st.lists(st.tuples(AMOUNTS, RATES), min_size=1, max_size=6))
def test_the_database_adds_as_decimals_do(project: Project, paid: list[tuple[Decimal, Decimal]]) -> None:
    with transaction.atomic():
        line = make_line(project)
        for amount, rate in paid:
            make_entry(line, amount=str(amount), currency="EUR", rate=rate)
        values = list(Entry.objects.values_list("amount", "rate", "value"))
        for amount, rate, value in values:
            assert abs(value - amount * rate) <= Decimal("0.005")
        assert totals(project).sides["b"].sums.disbursed == sum(value for _, _, value in values)
        assert totals(project).transferred[0].disbursed == sum(amount for amount, _ in paid)
        transaction.set_rollback(True)
