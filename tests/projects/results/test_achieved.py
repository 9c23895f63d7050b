"""What was reached, in a short list: approved values alone, at one price."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.achieving.course import Course
from projects.enums import Aggregation, Unit, ValueState
from projects.models import Category, Dimension, Indicator, Project, ValuePart
from projects.presentation.achieved import achieved
from tests.projects.builders import make_measure, make_period, make_target, make_value


def test_only_approved_values_count(project: Project) -> None:
    measure = make_measure(project)
    first, second = make_period(project), make_period(project, quarter=2)
    make_target(measure, first, "5")
    make_target(measure, second, "10")
    approved = make_value(measure, first, "6")
    for state in (ValueState.DRAFT, ValueState.REPLACED):
        make_value(measure, second, "99", state=state)
    (found,) = achieved(project)
    assert (found.measure, found.target, found.actual, found.as_of, found.course, found.share, found.values) == (
        measure,
        Decimal(10),
        Decimal(6),
        date(2026, 3, 31),
        Course.ON_COURSE,
        60,
        [approved],
    )


def test_added_up_over_the_periods_of_a_year_and_until_a_day(project: Project) -> None:
    indicator = Indicator.objects.create(code="S", name={"en": "Trained"}, unit="number", over_time=Aggregation.SUM)
    measure = make_measure(project, indicator=indicator)
    for year, quarter, value in ((2026, 1, "3"), (2026, 2, "4"), (2027, 1, "5")):
        period = make_period(project, year, quarter)
        make_target(measure, period, "4")
        make_value(measure, period, value)

    def figures(**asked: object) -> tuple[Decimal | None, Decimal | None]:
        (found,) = achieved(project, **asked)  # type: ignore[arg-type]
        return found.actual, found.target

    assert figures() == (Decimal(12), Decimal(12))
    assert figures(year=2026) == (Decimal(7), Decimal(8))
    assert figures(until=date(2026, 3, 31)) == (Decimal(3), Decimal(12))
    assert figures(year=2026, until=date(2026, 3, 31)) == (Decimal(3), Decimal(8))


def test_words_have_no_bar(project: Project) -> None:
    indicator = Indicator.objects.create(
        code="T", name={"en": "Law"}, unit=Unit.TEXT, over_time=Aggregation.LAST, across=Aggregation.NONE
    )
    measure = make_measure(project, indicator=indicator, baseline=None, baseline_on=None)
    value = make_value(measure, make_period(project), "1", state=ValueState.DRAFT)
    (before,) = achieved(project)
    type(value).objects.update(
        value=None, text={"en": "Draft law sent"}, state=ValueState.APPROVED, approved_at=value.created_at
    )
    (after,) = achieved(project)
    assert (before.course, before.share) == (Course.UNKNOWN, None)
    assert (after.course, after.share, after.actual, str(after.actual_text)) == (
        Course.WORDS,
        None,
        None,
        "Draft law sent",
    )


@pytest.mark.parametrize("count", [1, 3])
def test_two_queries_and_one_for_parts(project: Project, count: int) -> None:
    dimension = Dimension.objects.create(key="sex", name={"en": "Sex"})
    category = Category.objects.create(dimension=dimension, key="f", name={"en": "women"})
    for _each in range(count):
        measure = make_measure(project)
        for quarter in range(1, count + 1):
            make_target(measure, make_period(project, quarter=quarter))
            value = make_value(measure, make_period(project, quarter=quarter))
            ValuePart.objects.create(of=value, category=category, value=Decimal(4))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        rows = achieved(project, with_parts=True)
        assert [[str(part.category) for part in value.parts.all()] for row in rows for value in row.values] == [
            ["women"]
        ] * count**2
        assert {row.measure.result.title["en"] for row in rows} == {"A standard for datasets"}
    assert len(queries) == 3
