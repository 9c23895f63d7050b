"""The portfolio: what many projects amount to, what is not added, and that every figure leads to its rows."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from people.enums import Side
from projects.enums import EntryKind, EntryState, ValueState
from projects.models import Project, QuarterReport
from tests.cast import Cast, cost
from tests.projects.builders import (
    make_entry,
    make_line,
    make_measure,
    make_period,
    make_project,
    make_target,
    make_value,
)
from tests.projects.record.test_project import make_risk

URL = "/projects/portfolio/"
QUERIES = 12


def shown(client, **asked: object):
    answer = client.get(URL, asked)
    assert answer.status_code == 200
    return answer.context


def money(context) -> dict[str, dict[str, Decimal]]:
    return {row.name: {bar.side: bar.amount for bar in row.bars} for row in context["money"]}


@pytest.fixture
def two(cast: Cast) -> list[Project]:
    """Two in US dollars with money of both sides, one in won, each with a draft that counts for nobody."""
    rows = [make_project(cast), make_project(cast, country=cast.countries["GE"]), make_project(cast, currency="KRW")]
    for row in rows:
        for side in Side.values:
            line = make_line(row, side, currency=row.currency)
            make_entry(line, amount="1000.00")
            make_entry(line, EntryKind.COMMITMENT, amount="5000.00")
            make_entry(line, amount="777.00", state=EntryState.DRAFT)
    return rows


def test_money_is_added_up_in_one_currency_and_the_others_are_told_apart(client_of, two: list[Project]) -> None:
    context = shown(client_of())
    none = dict.fromkeys(("a", "b"), Decimal(0))
    assert money(context) == {
        "approved": dict.fromkeys(("a", "b"), Decimal(200000)),
        "committed": dict.fromkeys(("a", "b"), Decimal(10000)),
        "disbursed": dict.fromkeys(("a", "b"), Decimal(2000)),
        "received": none,
        "spent": none,
        "in_kind": none,
    }
    assert (context["currency"], context["total"], context["others"]) == ("USD", 3, 1)
    assert money(shown(client_of(), currency="KRW"))["disbursed"] == dict.fromkeys(("a", "b"), Decimal(1000))


def test_facets_narrow_every_block(client_of, two: list[Project]) -> None:
    context = shown(client_of(), country="GE")
    assert (context["total"], money(context)["disbursed"]["a"]) == (1, Decimal(1000))
    assert [(part.count, [[bar.amount for bar in row.bars] for row in part.rows]) for part in context["parts"]] == [
        (1, [[Decimal(100000)] * 2, [Decimal(1000)] * 2])
    ]


def test_parts_add_up_to_the_whole(client_of, two: list[Project]) -> None:
    for by in ("country", "stage", "kind", "agreement"):
        context = shown(client_of(), by=by)
        if by == "agreement":
            continue  # named only for those who may see the agreement
        assert sum(part.count for part in context["parts"]) == 3
        sums = sum(
            bar.amount for part in context["parts"] for row in part.rows for bar in row.bars if row.name == "disbursed"
        )
        assert sums == Decimal(4000)


def test_every_figure_of_money_leads_to_the_rows_that_make_it(client_of, two: list[Project]) -> None:
    client = client_of()
    for row in shown(client)["money"]:
        for bar in row.bars:
            answer = client.get(bar.url)
            assert answer.status_code == 200
            assert sum((line.value for line in answer.context["lines"]), Decimal(0)) == bar.amount


def test_a_part_leads_to_its_own_rows(client_of, two: list[Project]) -> None:
    client = client_of()
    for part in shown(client)["parts"]:
        assert client.get(part.list_url).context["total"] == part.count
        for bar in (bar for row in part.rows for bar in row.bars):
            assert sum((line.value for line in client.get(bar.url).context["lines"]), Decimal(0)) == bar.amount


def test_results_are_judged_by_the_last_approved_value(cast: Cast, client_of, project: Project) -> None:
    first, second = make_period(project, quarter=1), make_period(project, quarter=2)
    for early, late in (("4", "12"), ("12", "4")):
        measure = make_measure(project)
        for period, value in ((first, early), (second, late)):
            make_target(measure, period)
            make_value(measure, period, value)
    unchecked = make_measure(project)
    make_target(unchecked, second)
    make_value(unchecked, second, "99", state=ValueState.CHECKED)
    client = client_of()
    results = shown(client)["results"]
    assert {name: number for name, (number, _url) in results.items()} == {"reached": 1, "behind": 1}
    said = {
        name: [str(line.detail) for line in client.get(url).context["lines"]] for name, (_n, url) in results.items()
    }
    assert {name: len(lines) for name, lines in said.items()} == {"reached": 1, "behind": 1}


def test_risks_and_late_reports_are_for_those_inside(cast: Cast, client_of, project: Project) -> None:
    make_risk(project, 1)
    make_risk(project, 2, likelihood=1)
    QuarterReport.objects.create(project=project, year=2025, quarter=4, due_on=date(2026, 1, 30))
    assert "work" not in shown(client_of())
    numbers = {
        who: {name: number for name, (number, _url) in shown(client_of(cast.people[who]))["work"].items()}
        for who in ("officer", "leader_kr", "official_ge")
    }
    inside, outside = {"risks": 1, "late": 1}, {"risks": 0, "late": 0}
    assert numbers == {"officer": inside, "leader_kr": inside, "official_ge": outside}
    rows = reverse("projects:portfolio_rows")
    lines = {
        who: len(client_of(cast.people.get(who)).get(rows, {"figure": "risks"}).context["lines"])
        for who in ("officer", "official_ge", "visitor")
    }
    assert lines == {"officer": 1, "official_ge": 0, "visitor": 0}


@pytest.mark.parametrize("asked", [{}, {"figure": "x"}, {"figure": "spent"}, {"figure": "spent", "side": "c"}])
def test_what_is_no_figure_is_404(cast: Cast, client_of, asked: dict[str, str]) -> None:
    assert client_of().get(reverse("projects:portfolio_rows"), asked).status_code == 404


@pytest.mark.parametrize("who", ["officer", "visitor"])
def test_its_price_does_not_grow(cast: Cast, client_of, who: str) -> None:
    client = client_of(cast.people.get(who))
    pages = [URL, *(f"{URL}rows/?figure={one}&side=a" for one in ("approved", "disbursed", "reached", "risks", "late"))]

    def fill(rows: int) -> None:
        for _number in range(rows):
            row = make_project(cast)
            make_entry(make_line(row, Side.A))
            measure, period = make_measure(row), make_period(row)
            make_target(measure, period)
            make_value(measure, period, "10")
            make_risk(row, 1)
            QuarterReport.objects.create(project=row, year=2025, quarter=4, due_on=date(2026, 1, 30))

    fill(1)
    client.get(URL)
    one = [cost(client, page) for page in pages]
    fill(2)
    three = [cost(client, page) for page in pages]
    assert one == three
    assert max(three) <= QUERIES
