"""Which projects run, what was approved and paid, what was reached, what is at risk."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine

from people.enums import Side
from projects.enums import EntryState, Owner, RiskGroup, Scale, Stage, Treatment
from projects.models import QuarterReport, Risk
from reports.figures import projects as figures
from tests.projects.builders import (
    make_entry,
    make_line,
    make_measure,
    make_period,
    make_project,
    make_target,
    make_value,
)
from tests.reports.figures.following import asked_of, elsewhere, follow, lines, other_centre, reader, values

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)


@pytest.fixture
def half_year(cast):
    """A project under way, one that was closed in spring, and one on paper; money in two currencies."""
    with time_machine.travel(datetime(2026, 6, 15, 9, tzinfo=UTC), tick=False):
        running = make_project(cast, started_on=date(2026, 2, 2))
        make_project(cast, stage=Stage.CLOSED, started_on=date(2025, 2, 3), ended_on=date(2026, 4, 30))
        make_project(cast, stage=Stage.CONCEPT)
        won = make_project(cast, started_on=date(2025, 2, 3), currency="KRW")
        line = make_line(running)
        make_line(running, Side.A, amount=Decimal("30000.00"))
        make_entry(line, amount="1000.00")
        make_entry(line, amount="500.00", on=date(2026, 7, 1))
        make_entry(line, amount="700.00", state=EntryState.DRAFT)
        make_line(won, amount=Decimal(5000000), currency="KRW")
        first, second = make_period(running), make_period(running, quarter=2)
        for value, aimed, period in (("4", "10", first), ("12", "10", second)):
            measure = make_measure(running)
            make_target(measure, period, aimed)
            make_value(measure, period, value)
        make_value(make_measure(running), first, "3")  # without a target
        for number, likelihood in ((1, Scale.VERY_HIGH), (2, Scale.LOW)):
            Risk.objects.create(
                project=running,
                number=number,
                group=RiskGroup.SCHEDULE,
                cause={"en": "the delivery is late"},
                event={"en": f"the pilot begins later {number}"},
                effect={"en": "the results come later"},
                likelihood=likelihood,
                impact=Scale.HIGH,
                treatment=Treatment.REDUCE,
                owner=Owner.A,
                raised_by=cast.people["officer"],
                raised_on=date(2026, 3, 2),
            )
        for quarter, due_on in ((1, date(2026, 4, 20)), (2, date(2026, 7, 20))):
            QuarterReport.objects.create(project=running, year=2026, quarter=quarter, due_on=due_on)
        yield running


def test_the_portfolio(cast, half_year):
    group = figures.portfolio(asked_of(cast, FIRST, LAST), before=asked_of(cast, date(2025, 7, 1), date(2025, 12, 31)))
    assert [(one.key, one.value, one.before) for one in group.figures] == [
        ("projects.running", 2, 2),
        ("projects.started", 1, 0),
        ("projects.closed", 1, 0),
        ("budget-lines.usd", Decimal("130000.00"), Decimal(0)),
        ("disbursements.usd", Decimal("1000.00"), Decimal(0)),
        ("budget-lines.krw", Decimal("5000000.00"), Decimal(0)),
        ("disbursements.krw", Decimal(0), Decimal(0)),
        ("results.met", 1, None),
        ("results.missed", 1, None),
        ("risks.high", 1, None),
        ("quarterly-reports.late", 1, None),
    ]


def test_money_of_each_side(cast, half_year):
    group = figures.portfolio(asked_of(cast, FIRST, LAST))
    assert {one.key: lines(one) for one in group.breakdowns} == {
        "money_usd": {"a": (Decimal(30000), Decimal(0)), "b": (Decimal(100000), Decimal(1000))},
        "money_krw": {"b": (Decimal(5000000), Decimal(0))},
    }


def test_every_figure_leads_to_its_rows(cast, half_year):
    assert follow(figures.portfolio(asked_of(cast, FIRST, LAST)), reader(cast)) == 19


def test_amounts_are_written_as_money(cast, half_year):
    approved = figures.portfolio(asked_of(cast, FIRST, LAST)).figures[3]
    text = reader(cast).get(approved.url).content.decode()
    assert ("130,000\N{NO-BREAK SPACE}USD" in text, "100,000.00" in text, "30,000.00" in text) == (True, True, True)


def test_the_last_value_of_the_days_counts(cast, half_year):
    measure = half_year.measures.order_by("pk").first()
    later = make_period(half_year, quarter=2)
    make_target(measure, later, "10")
    make_value(measure, later, "11")
    assert values(figures.portfolio(asked_of(cast, FIRST, LAST)))["met"] == 2
    assert values(figures.portfolio(asked_of(cast, FIRST, date(2026, 3, 31))))["met"] == 0


def test_another_centre_has_its_own(cast, half_year):
    there = elsewhere(asked_of(cast, FIRST, LAST), other_centre(cast))
    assert set(values(figures.portfolio(there)).values()) == {0}


def test_six_queries_whatever_the_rows(cast, half_year, django_assert_num_queries):
    asked = asked_of(cast, FIRST, LAST)
    figures.portfolio(asked)  # calendars are read once a process
    with django_assert_num_queries(6):
        figures.portfolio(asked, before=asked)
