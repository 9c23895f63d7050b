"""Months, quarters and years."""

from datetime import date

import pytest
from django.utils import translation

from reports.periods import Period, before, containing, every_of, last_full, latest, write


@pytest.mark.parametrize(
    ("every", "day", "since", "until"),
    [
        ("month", date(2028, 2, 10), date(2028, 2, 1), date(2028, 2, 29)),
        ("quarter", date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31)),
        ("quarter", date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        ("year", date(2026, 7, 1), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_period_of_a_day(every, day, since, until):
    assert containing(day, every) == (since, until)
    assert every_of(since, until) == every


def test_the_one_before_crosses_the_year():
    assert before(Period(date(2026, 1, 1), date(2026, 3, 31)), "quarter") == (date(2025, 10, 1), date(2025, 12, 31))
    assert last_full(date(2026, 1, 5), "month") == (date(2025, 12, 1), date(2025, 12, 31))


def test_what_may_be_chosen():
    quarters = list(latest(date(2026, 11, 22), "quarter"))
    assert [len(list(latest(date(2026, 11, 22), every))) for every in ("month", "quarter", "year")] == [12, 8, 5]
    assert (quarters[0], quarters[-1]) == (
        (date(2026, 10, 1), date(2026, 12, 31)),
        (date(2025, 1, 1), date(2025, 3, 31)),
    )


def test_in_words():
    with translation.override("en"):
        said = [
            write(Period(*days))
            for days in (
                (date(2026, 9, 1), date(2026, 9, 30)),
                (date(2026, 7, 1), date(2026, 9, 30)),
                (date(2026, 1, 1), date(2026, 12, 31)),
                (date(2026, 5, 4), date(2026, 6, 2)),
            )
        ]
    assert said == ["September 2026", "Q3 2026", "2026", "4 May 2026 – 2 Jun 2026"]
