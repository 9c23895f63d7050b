"""The pages of results: what each reader sees, at one price; another side's drafts stand nowhere."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.enums import Side
from projects.achieving.course import Course
from projects.enums import Aggregation, Owner, ValueState
from projects.models import Category, Dimension, Indicator, Measure, Period, Project, Result, ValuePart
from projects.presentation.chart import chart_of
from tests.cast import Cast
from tests.projects.builders import make_measure, make_period, make_project, make_target, make_value

READERS = ("leader_kr", "director_kr", "advisor_kr", "official_ge", "")
SECRET = "987654"
MOST = 12  # queries a page


def url(name: str, project: Project, *numbers: int) -> str:
    return reverse(f"projects:{name}", args=[project.reference, *numbers])


def filled(project: Project, measures: int, quarters: int = 4) -> list[Measure]:
    """Indicators with targets, approved values and parts."""
    dimension = Dimension.objects.get_or_create(key="sex", defaults={"name": {"en": "Sex"}})[0]
    category = Category.objects.get_or_create(dimension=dimension, key="f", defaults={"name": {"en": "women"}})[0]
    periods = [make_period(project, quarter=quarter) for quarter in range(1, quarters + 1)]
    found = [make_measure(project) for _each in range(measures)]
    for measure in found:
        for period in periods:
            make_target(measure, period)
            ValuePart.objects.create(of=make_value(measure, period), category=category, value=Decimal(4))
    return found


def test_a_year_is_shown_period_by_period(page, project, measure) -> None:
    first, second = make_period(project), make_period(project, quarter=2)
    make_target(measure, first, "3")
    make_target(measure, second, "10")
    approved = make_value(measure, first, "4")
    draft = make_value(measure, second, SECRET, state=ValueState.DRAFT)
    shown = page("leader_by", url("results", project)).context["page"]
    (row,) = shown.groups[0].rows
    assert [(cell.value, cell.under_way, cell.may_report) for cell in row.cells] == [
        (approved, None, True),
        (None, draft, False),
    ]
    assert (row.stand.actual, row.stand.target, row.stand.course) == (Decimal(4), Decimal(10), Course.ON_COURSE)


@pytest.mark.parametrize("state", [ValueState.DRAFT, ValueState.SUBMITTED])
def test_what_is_not_checked_stands_on_no_page_of_others(page, project, measure, quarter, leader_kr, state) -> None:
    value = make_value(measure, quarter, SECRET, state=state, evidence=f"Paper {SECRET}", comment={"en": SECRET})
    code = measure.indicator.code
    addresses = [
        url("results", project),
        url("measure", project, measure.pk),
        url("missing", project),
        reverse("projects:missing_values"),
        reverse("projects:indicator", args=[code]),
        reverse("projects:values") + f"?indicator={code}",
        url("arrange_results", project),
    ]
    for who in READERS:
        for address in addresses:
            html = page(who, address).content.decode()
            assert (who, address, SECRET in html, f"/values/{value.pk}/" in html) == (who, address, False, False)
            assert (who, address, "Being checked" in html) == (who, address, False)
        assert page(who, url("value", project, value.pk)).status_code == 404
    assert SECRET in page("leader_by", url("value", project, value.pk)).content.decode()


def test_the_missing_page_says_only_that_it_is_not_there(page, project, measure, quarter, leader_kr) -> None:
    value = make_value(measure, quarter, SECRET, state=ValueState.DRAFT)

    def stands(who: str) -> list[tuple[str, int | None]]:
        return [(row.words, row.value) for row in page(who, url("missing", project)).context["page"].rows]

    assert {who: stands(who) for who in ("leader_by", "leader_kr", "officer")} == {
        "leader_by": [("Draft", value.pk)],
        "leader_kr": [("", None)],
        "officer": [("", None)],
    }
    assert page("official_ge", url("missing", project)).status_code == 403


def test_a_checked_value_is_shown_to_both_and_to_nobody_else(page, project, measure, quarter, leader_kr) -> None:
    value = make_value(measure, quarter, SECRET, state=ValueState.CHECKED)
    asked = {who: page(who, url("value", project, value.pk)).status_code for who in READERS}
    assert asked == {"leader_kr": 200, "director_kr": 200, "advisor_kr": 200, "official_ge": 404, "": 404}


def test_the_public_reads_what_counts_without_names(page, project, measure, quarter, leader_by) -> None:
    value = make_value(measure, quarter, "4")
    context = page("", url("value", project, value.pk)).context
    assert (context["keys"], context["history"], context["buttons"], context["files"]) == (None, [], [], [])
    assert page("", url("results", project)).status_code == 200
    Project.objects.update(is_public=False)
    assert page("", url("results", project)).status_code == 404
    assert page("", url("value", project, value.pk)).status_code == 404
    assert page("", reverse("projects:values")).context["page"].rows == []


def test_a_value_stands_under_its_own_project_alone(cast: Cast, page, project, measure, quarter) -> None:
    other = make_project(cast)
    value = make_value(measure, quarter)
    assert page("leader_by", url("value", other, value.pk)).status_code == 404
    assert page("leader_by", url("measure", other, measure.pk)).status_code == 404


def prices(client: Any, project: Project, count: int, *, without: Any = ()) -> dict[str, int]:
    measures = filled(project, count)
    value = measures[0].values.first()
    assert value is not None
    addresses = {
        "results": url("results", project),
        "measure": url("measure", project, measures[0].pk),
        "value": url("value", project, value.pk),
        "missing": url("missing", project),
        "missing_values": reverse("projects:missing_values"),
        "arrange_results": url("arrange_results", project),
        "targets": url("edit_targets", project, measures[0].result_id),
        "indicators": reverse("projects:indicators"),
        "indicator": reverse("projects:indicator", args=[measures[0].indicator.code]),
        "values": reverse("projects:values"),
    }
    found = {}
    for name, address in addresses.items():
        if name in without:
            continue
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        found[name] = len([one for one in queries if "SAVEPOINT" not in one["sql"]])
    return found


@pytest.mark.parametrize("who", ["leader_by", "official_ge"])
def test_one_price_for_one_and_for_fifty(cast: Cast, client_of, project, leader_by, who) -> None:
    client = client_of(cast.people[who])
    inside = ("missing", "arrange_results", "targets") if who == "official_ge" else ()
    one, three, many = (prices(client, make_project(cast), count, without=inside) for count in (1, 3, 50))
    assert one == three == many
    assert {name: cost for name, cost in one.items() if cost > MOST} == {}


def test_many_results_come_page_by_page(page, project) -> None:
    indicator = make_measure(project).indicator
    for number in range(2, 60):
        result = Result.objects.create(project=project, level="1", number=number, title={"en": f"R {number}"})
        Measure.objects.create(result=result, project=project, indicator=indicator, number=1, reported_by=Owner.A)
    first = page("leader_by", url("results", project)).context["page"]
    second = page("leader_by", url("results", project) + f"?from={first.further}").context["page"]
    assert (len(first.groups), len(second.groups), first.earlier, second.further) == (30, 29, None, None)
    assert second.earlier == first.groups[0].result.pk
    assert len({group.result.pk for one in (first, second) for group in one.groups}) == 59


def test_nonsense_in_the_address_is_not_asked(page, project, measure, quarter) -> None:
    for query in ("year=x", "year=99999999999", "from=²", "year=2031&from=7", "after=x", "side=z", "older=x"):
        for address in (url("results", project), url("missing", project), reverse("projects:values")):
            assert page("leader_by", f"{address}?{query}").status_code == 200


def test_a_drawing_stands_beside_its_table(page, project, measure) -> None:
    for quarter in (1, 2):
        make_target(measure, make_period(project, quarter=quarter))
    make_value(measure, make_period(project), "4")
    html = page("", url("measure", project, measure.pk)).content.decode()
    assert html.count("<polyline") == 2
    assert "Q1 2026" in html


def test_points_of_a_drawing() -> None:
    figures = [("Q1", Decimal(5), Decimal(10)), ("Q2", None, Decimal(10))]
    chart = chart_of(figures, Aggregation.LAST, Decimal(0))
    assert chart is not None
    assert (chart.is_bars, chart.line, chart.target_line, chart.baseline_y) == (False, "164,92", "164,12 476,12", 172)
    bars = chart_of(figures, Aggregation.SUM)
    assert bars is not None
    assert [(point.value_height, point.target_height) for point in bars.points] == [(80, 160), (0, 160)]
    assert chart_of([("Q1", None, None)], Aggregation.LAST) is None


def test_missing_values_by_side_the_own_first_the_oldest_first(page, project, leader_kr) -> None:
    ours = make_measure(project, reported_by=Owner.B)
    theirs = make_measure(project)
    old, new = make_period(project), make_period(project, quarter=3)
    make_period(project, quarter=4)  # runs until the end of the year
    make_target(theirs, new)  # owes this one alone
    context = page("leader_kr", url("missing", project)).context
    assert context["sides"] == [(Side.B, 2), (Side.A, 1), (Owner.BOTH, 0)]
    assert [(row.period, row.measure) for row in context["page"].rows] == [(old, ours), (new, ours), (new, theirs)]
    narrowed = page("leader_kr", url("missing", project) + "?side=a").context["page"].rows
    assert [(row.period, row.measure) for row in narrowed] == [(new, theirs)]
    make_value(theirs, new)
    make_value(ours, old, side=Side.B)
    left = page("leader_kr", reverse("projects:missing_values")).context["page"].rows
    assert [(row.period, row.measure) for row in left] == [(new, ours)]
    assert page("official_ge", reverse("projects:missing_values")).context["page"].rows == []


def test_a_long_list_of_missing_values_is_paged(page, project) -> None:
    for _each in range(30):
        make_measure(project)
    for quarter in (1, 2):
        make_period(project, quarter=quarter)
    first = page("leader_by", url("missing", project)).context["page"]
    second = page("leader_by", url("missing", project) + f"?after={first.further}").context["page"]
    pairs = [(row.period.pk, row.measure.pk) for one in (first, second) for row in one.rows]
    assert (len(first.rows), len(second.rows), second.further, len(set(pairs))) == (50, 10, "", 60)


def test_periods_of_other_kinds_are_called_by_their_days(page, project, measure) -> None:
    year = Period.objects.create(project=project, starts_on="2025-01-01", ends_on="2025-12-31")
    odd = Period.objects.create(project=project, starts_on="2026-01-01", ends_on="2026-02-15")
    html = page("", url("measure", project, measure.pk)).content.decode()
    assert ("2025" in html, "1 Jan 2026 – 15 Feb 2026" in html, year.is_locked, odd.is_locked) == (
        True,
        True,
        False,
        False,
    )


def test_the_library_puts_an_indicator_together(cast: Cast, page) -> None:
    indicator = Indicator.objects.create(code="AG-1", name={"en": "Agencies"}, unit="number")
    for country, value, public in (("BY", "4", True), ("BY", "3", True), ("GE", "5", True), ("BY", "90", False)):
        project = make_project(cast, country=cast.countries[country], is_public=public)
        measure = make_measure(project, indicator=indicator)
        make_value(measure, make_period(project), "1")
        make_value(measure, make_period(project, quarter=2), value)
        make_value(measure, make_period(project, quarter=3), "500", state=ValueState.CHECKED)

    def totals(who: str) -> list[tuple[str, Decimal | None, int]]:
        found = page(who, reverse("projects:indicator", args=["AG-1"])).context["totals"]
        whole = [("", found.whole.figure, found.whole.projects)]
        return whole + [(one.country.pk, one.figure, one.projects) for one in found.by_country]

    assert totals("") == [("", Decimal(12), 3), ("BY", Decimal(7), 2), ("GE", Decimal(5), 1)]
    assert totals("officer") == [("", Decimal(102), 4), ("BY", Decimal(97), 3), ("GE", Decimal(5), 1)]
    rows = page("", reverse("projects:values") + "?indicator=AG-1&country=GE").context["page"].rows
    assert sorted(row.value for row in rows) == [Decimal(1), Decimal(5)]
    for over_time, across, expected in (
        (Aggregation.SUM, Aggregation.SUM, Decimal(15)),
        (Aggregation.MEAN, Aggregation.MEAN, Decimal("2.5")),
        (Aggregation.MAXIMUM, Aggregation.MAXIMUM, Decimal(5)),
        (Aggregation.LAST, Aggregation.NONE, None),
    ):
        Indicator.objects.update(over_time=over_time, across=across)
        assert (across, totals("")[0][1]) == (across, expected)
