"""The screens of money: who reads what, that every figure leads to its rows, and what a page costs."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from people.models import User
from projects.enums import EntryKind, EntryState, LineState
from projects.models import BudgetLine, Entry, ExchangeRate, Project, Reconciliation
from tests.cast import Cast
from tests.projects.builders import make_entry, make_line

MOST = 12


def url(name: str, project: Project, *more: Any) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *more])


def filled(project: Project, rows: int) -> Reconciliation:
    """Books of both sides with so many rows of everything."""
    found = None
    for number in range(rows):
        line = make_line(project, lapses_on=date(2199, 12, 31))
        payment = make_entry(line)
        make_entry(line, EntryKind.RECEIPT, "900.00", side="a", answers=payment)
        make_entry(line, state=EntryState.DRAFT)
        make_entry(line, EntryKind.EXPENDITURE, side="a", state=EntryState.DRAFT)
        found = Reconciliation.objects.create(
            project=project, year=2026 - number, quarter=1, donor="b", currency="USD", by=project.author
        )
    assert found is not None
    return found


PUBLIC = ("money", "lines", "entries")
INSIDE = (*PUBLIC, "reconciliations", "entries_csv")


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize("who", ["leader_by", "leader_kr", "director_kr", "official_by", "officer"])
def test_both_sides_and_officers_read(cast: Cast, client_of: Any, project: Project, name: str, who: str) -> None:
    filled(project, 1)
    assert client_of(cast.people[who]).get(url(name, project)).status_code == 200


@pytest.mark.parametrize("name", PUBLIC)
def test_visitors_read_what_is_approved(client: Any, project: Project, name: str) -> None:
    filled(project, 1)
    assert client.get(url(name, project)).status_code == 200


def test_strangers_and_visitors_get_no_further(cast: Cast, client: Any, client_of: Any, project: Project) -> None:
    found = filled(project, 1)
    stranger = client_of(cast.people["official_ge"])
    assert stranger.get(url("entries_csv", project)).status_code == 403
    assert stranger.get(url("reconciliations", project)).status_code == 403
    assert stranger.get(found.get_absolute_url()).status_code == 403
    assert client.get(url("entries_csv", project)).status_code == 302
    Project.objects.update(is_public=False)
    assert {stranger.get(url(name, project)).status_code for name in INSIDE} == {404}
    assert {client.get(url(name, project)).status_code for name in PUBLIC} == {404}


@pytest.mark.parametrize("name", [*INSIDE, "approve_entries", "add_entry"])
def test_one_row_and_three_cost_the_same(
    leader_by: User, client_of: Any, project: Project, name: str, django_assert_max_num_queries: Any
) -> None:
    counts = []
    for rows in (1, 2):
        filled(project, rows)
        browser = client_of(leader_by)
        browser.get(url(name, project))  # what a session learns once
        with django_assert_max_num_queries(MOST) as asked:
            response = browser.get(url(name, project))
            b"".join(response.streaming_content) if response.streaming else response.content
        counts.append(len(asked))
        Reconciliation.objects.all().delete()
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["entry", "line", "reconciliation"])
def test_a_page_of_one_row_costs_no_more_than_twelve(
    leader_by: User, client_of: Any, project: Project, name: str, django_assert_max_num_queries: Any
) -> None:
    found = filled(project, 1)
    number = {"entry": 1, "line": 1, "reconciliation": found.pk}[name]
    browser = client_of(leader_by)
    browser.get(url(name, project, number))
    with django_assert_max_num_queries(MOST):
        assert browser.get(url(name, project, number)).status_code == 200


def test_every_figure_leads_to_its_rows(leader_by: User, client_of: Any, project: Project) -> None:
    filled(project, 3)
    browser = client_of(leader_by)
    page = browser.get(url("money", project))
    for row in page.context["bars"]:
        if row.name == "approved":
            continue
        for bar in row.bars:
            listed = browser.get(bar.url)
            assert sum((total for _w, _n, total in listed.context["sums"]), Decimal(0)) == bar.amount
    for line in page.context["rows"]:
        listed = browser.get(line.urls["disbursed"])
        assert sum(total for _w, _n, total in listed.context["sums"]) == line.totals.sums.disbursed
    for one in page.context["transfers"]:
        paid = browser.get(one.paid_url).context["rows"]
        assert sum(entry.amount for entry in paid) == one.money.disbursed
        received = browser.get(one.received_url).context["rows"]
        assert sum(entry.amount for entry in received) == one.money.received


def test_a_line_is_listed_with_what_it_replaced(leader_by: User, client_of: Any, project: Project) -> None:
    old = make_line(project, state=LineState.REPLACED)
    make_entry(old)
    new = make_line(project, replaces=old)
    make_entry(new)
    make_entry(make_line(project))
    browser = client_of(leader_by)
    assert {one.number for one in browser.get(url("entries", project) + "?line=2").context["rows"]} == {1, 2}
    assert {one.number for one in browser.get(url("entries", project) + "?line=1").context["rows"]} == {1}


def test_own_side_stands_first(leader_by: User, leader_kr: User, client_of: Any, project: Project) -> None:
    filled(project, 1)
    for leader, sides in ((leader_by, ["a", "b"]), (leader_kr, ["b", "a"])):
        page = client_of(leader).get(url("money", project))
        assert [bar.side for bar in page.context["bars"][0].bars] == sides
        assert [one.side for one in page.context["sides_totals"]] == sides


def test_drafts_of_the_other_side_do_not_exist(
    leader_by: User, leader_kr: User, officer: User, client: Any, client_of: Any, project: Project, line: BudgetLine
) -> None:
    make_entry(line)
    planted = make_entry(
        line, amount="77777.00", state=EntryState.DRAFT, description={"en": "Secret of Korea"}, by=leader_kr
    )
    assert b"Secret of Korea" in client_of(leader_kr).get(url("entries", project)).content
    for browser in (client_of(leader_by), client_of(officer), client):
        for name in PUBLIC:
            page = browser.get(url(name, project)).content.decode()
            assert "Secret" not in page
            assert "77,777" not in page
            assert "not approved yet" not in page
        assert browser.get(planted.get_absolute_url()).status_code == 404
    table = b"".join(client_of(leader_by).get(url("entries_csv", project)).streaming_content).decode()
    assert "Secret" not in table
    assert table.count("\n") == 2


def test_the_table_holds_exact_amounts(leader_kr: User, client_of: Any, project: Project, line: BudgetLine) -> None:
    wrong = make_entry(line, amount="123456789012345678.91")
    make_entry(line, amount="-123456789012345678.91", reverses=wrong)
    table = b"".join(client_of(leader_kr).get(url("entries_csv", project)).streaming_content).decode()
    assert ",-123456789012345678.91,USD,1.0000000000," in table
    assert ",123456789012345678.91,USD,1.0000000000," in table


def test_amounts_are_written_as_the_currency_has_them(leader_kr: User, client_of: Any, project: Project) -> None:
    line = make_line(project, currency="KRW", amount=Decimal(1500000), rate=Decimal("0.00075"))
    days = make_entry(
        make_line(project, nature="in_kind"), EntryKind.IN_KIND, currency="BYN", rate=Decimal(1200), days=Decimal(30)
    )
    given = client_of(leader_kr).get(days.get_absolute_url()).content.decode()
    assert "1,200, " in given
    assert "E+" not in given
    assert "Days of advisors: 30." in client_of(leader_kr).get(url("money", project)).content.decode()
    page = client_of(leader_kr).get(line.get_absolute_url()).content.decode()
    assert "KRW\xa01,500,000<" in page.replace("</span>", "<")
    assert "USD\xa01,125.00" in page


def test_rates_that_are_published_are_offered(leader_kr: User, client_of: Any, project: Project) -> None:
    for rate, day in (("1.08", date(2026, 5, 1)), ("1.09", date(2026, 6, 1)), ("9", date(2999, 1, 1))):
        ExchangeRate.objects.create(currency="EUR", to="USD", rate=Decimal(rate), source="ECB", on=day)
    page = client_of(leader_kr).get(url("add_entry", project)).content.decode()
    assert "EUR 1.09 (ECB, 1 Jun 2026)" in page


def test_nonsense_in_the_address_narrows_nothing(leader_kr: User, client_of: Any, project: Project) -> None:
    filled(project, 1)
    browser = client_of(leader_kr)
    asked = "?line=99999999999999999999&year=abc&side=z&kind=x&from=31.31.31&older=zzz"
    assert len(browser.get(url("entries", project) + asked).context["rows"]) == 3
    assert browser.get(url("add_entry", project) + "?line=²").status_code == 200


def test_no_float_touches_money() -> None:
    for folder in ("projects", "agreements"):
        for path in Path(folder).rglob("*.py"):
            if {"planning", "migrations"} & set(path.parts):
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
                    pytest.fail(f"{path}:{node.lineno} makes a float")
    for model in (BudgetLine, Entry, Reconciliation, ExchangeRate):
        kinds = {field.get_internal_type() for field in model._meta.get_fields() if hasattr(field, "get_internal_type")}
        assert "FloatField" not in kinds
