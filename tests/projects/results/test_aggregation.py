"""How values become one, and what a target asks by a day: properties of any figures, and examples worked out by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from projects.achieving.aggregation import over_periods, together
from projects.achieving.course import Aim, Course, Line, course_of, share_of
from projects.enums import Aggregation, Direction

UP, DOWN = Direction.UP, Direction.DOWN
figures = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
some = st.lists(figures, min_size=1, max_size=30)
Q1, Q2, Q3, Q4 = (
    (date(2026, 1, 1), date(2026, 3, 31)),
    (date(2026, 4, 1), date(2026, 6, 30)),
    (date(2026, 7, 1), date(2026, 9, 30)),
    (date(2026, 10, 1), date(2026, 12, 31)),
)


def line(*targets: str, rule: str = Aggregation.LAST, direction: str = UP, baseline: str | None = "0") -> Line:
    aims = [Aim(*days, Decimal(one)) for days, one in zip((Q1, Q2, Q3, Q4), targets, strict=False)]
    start = Decimal(baseline) if baseline is not None else None
    return Line(aims, rule, direction, start, date(2026, 1, 1) if start is not None else None)


@given(some)
def test_added_up_is_the_exact_sum(values: list[Decimal]) -> None:
    assert together(values, Aggregation.SUM) == Decimal(sum(int(one * 10000) for one in values)) / 10000


@given(some, some)
def test_a_sum_of_sums_is_the_sum_of_all(one: list[Decimal], other: list[Decimal]) -> None:
    rule = Aggregation.SUM
    assert together([together(one, rule), together(other, rule)], rule) == together(one + other, rule)  # type: ignore[list-item]


@given(some)
def test_a_mean_lies_between_the_least_and_the_greatest(values: list[Decimal]) -> None:
    mean = together(values, Aggregation.MEAN)
    assert mean is not None
    assert min(values) <= mean <= max(values)
    exact = sum((Fraction(one) for one in values), Fraction(0)) / len(values)
    assert abs(Fraction(mean) - exact) <= Fraction(1, 20000)


@given(some)
def test_the_highest_and_the_last_are_among_the_values(values: list[Decimal]) -> None:
    assert together(values, Aggregation.MAXIMUM) == max(values)
    assert together(values, Aggregation.LAST) == values[-1]


@given(st.lists(figures, min_size=2, max_size=5))
def test_what_is_not_put_together_makes_no_figure_over_projects(values: list[Decimal]) -> None:
    assert together(values, Aggregation.NONE) is None
    assert over_periods(values, Aggregation.NONE) == values[-1]


@given(figures, st.sampled_from(Aggregation.values))
def test_one_value_is_itself(value: Decimal, rule: str) -> None:
    assert together([value], rule) == value
    assert together([], rule) is None


@given(figures, figures, figures, st.sampled_from([UP, DOWN]), st.integers(0, 89))
def test_the_expectation_lies_between_the_baseline_and_the_target(
    start: Decimal, target: Decimal, actual: Decimal, direction: str, days: int
) -> None:
    one = Line([Aim(*Q1, target)], Aggregation.LAST, direction, start, Q1[0])
    day = date.fromordinal(Q1[0].toordinal() + days)
    expected = one.expected(day)
    assert expected is not None
    assert min(start, target) <= expected <= max(start, target)
    assert one.expected(Q1[1]) == target
    share = share_of(one, actual)
    assert share is not None
    assert 0 <= share <= 100
    assert (share == 100) == one.met(actual, target)


@given(figures, figures, figures)
def test_whoever_does_better_is_not_further_behind(target: Decimal, lower: Decimal, higher: Decimal) -> None:
    assume(lower < higher)
    order = [Course.BEHIND, Course.ON_COURSE, Course.REACHED]
    one = Line([Aim(*Q2, target)], Aggregation.LAST, UP, Decimal(0), Q1[0])
    assert order.index(course_of(one, lower, Q1[1])) <= order.index(course_of(one, higher, Q1[1]))


@pytest.mark.parametrize(
    ("one", "actual", "as_of", "course", "share"),
    [
        (line("3", "6", "9", "12"), "12", Q4[1], Course.REACHED, 100),
        (line("3", "6", "9", "12"), "6", Q2[1], Course.ON_COURSE, 50),
        (line("3", "6", "9", "12"), "5", Q2[1], Course.BEHIND, 41),
        (line("60", direction=DOWN, baseline="80"), "70", date(2026, 2, 14), Course.ON_COURSE, 50),
        (line("60", direction=DOWN, baseline="80"), "70", Q1[1], Course.BEHIND, 50),
        (line("60", direction=DOWN, baseline="80"), "55", Q1[1], Course.REACHED, 100),
        (line("60", direction=DOWN, baseline="80"), "90", Q1[1], Course.BEHIND, 0),
        (line("60", direction=DOWN, baseline=None), "70", Q1[1], Course.BEHIND, None),
        (line("10", "10", "10", "10", rule=Aggregation.SUM), "20", Q2[1], Course.ON_COURSE, 50),
        (line("10", "10", "10", "10", rule=Aggregation.SUM), "19", Q2[1], Course.BEHIND, 47),
        (line("10", "10", "10", "10", rule=Aggregation.SUM), "40", Q3[1], Course.REACHED, 100),
        (line("5", "5", rule=Aggregation.SUM, direction=DOWN), "4", Q1[1], Course.ON_COURSE, None),
        (line("5", "5", rule=Aggregation.SUM, direction=DOWN), "6", Q1[1], Course.BEHIND, None),
        (line("5", "5", rule=Aggregation.SUM, direction=DOWN), "9", Q2[1], Course.REACHED, None),
        (line("70", "90", rule=Aggregation.MEAN), "70", Q1[1], Course.ON_COURSE, 87),
        (line("5"), "4.9999", Q1[1], Course.BEHIND, 99),
        (line(), "4", Q1[1], Course.FREE, None),
    ],
)
def test_where_it_stands(one: Line, actual: str, as_of: date, course: str, share: int | None) -> None:
    assert (course_of(one, Decimal(actual), as_of), share_of(one, Decimal(actual))) == (course, share)


def test_without_a_value_nothing_is_said() -> None:
    assert (course_of(line("5"), None, None), share_of(line("5"), None)) == (Course.UNKNOWN, None)


def test_a_target_of_the_year_is_expected_day_by_day() -> None:
    one = Line([Aim(*Q4, Decimal(12))], Aggregation.LAST, UP, Decimal(0), date(2026, 1, 1))
    assert [one.expected(quarter[1]) for quarter in (Q2, Q4)] == [Decimal("5.9341"), Decimal(12)]
