"""A due time never stands without weekday, both cities and the working days left."""

from datetime import UTC, datetime

import pytest
import time_machine

from calendars.directory import calendar_of
from calendars.templatetags.moments import due_status

NOW = datetime(2026, 11, 23, 6, 20, tzinfo=UTC)  # a Monday, joint hours
DUE = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def test_due_for_both_sides(show, official_by, director_kr):
    assert show("{% due at %}", reader=official_by, at=DUE) == (
        '<div class="due"><strong><time datetime="2026-11-27T12:00+03:00">Fri 27 Nov 2026</time></strong>'
        '<span class="zones">12:00 Minsk, 18:00 Seoul</span><span class="status is-soon">4 working days left</span></div>'
    )
    assert show("{% due at %}", reader=director_kr, at=DUE, language="ko").startswith(
        '<div class="due"><strong><time datetime="2026-11-27T18:00+09:00">2026. 11. 27. (금)</time></strong>'
        '<span class="zones">서울 18:00, 민스크 12:00</span>'
    )


def test_a_weekday_begins_the_line(show, official_by):
    assert ">Пт 27.11.2026<" in show("{% due at %}", reader=official_by, at=DUE, language="ru")


@pytest.mark.parametrize(
    "due, status",
    [
        ((2026, 11, 23, 9), '<span class="status is-soon">Due today</span>'),
        ((2026, 11, 24, 9), '<span class="status is-soon">1 working day left</span>'),
        ((2026, 11, 30, 9), '<span class="status is-soon">5 working days left</span>'),
        ((2026, 12, 1, 9), '<span class="status is-going">6 working days left</span>'),
        ((2026, 11, 23, 6), '<span class="status is-late">Overdue</span>'),
        ((2026, 11, 20, 9), '<span class="status is-late">1 working day late</span>'),
        ((2026, 11, 18, 9), '<span class="status is-late">3 working days late</span>'),
    ],
)
def test_the_days_left(cast, due, status):
    assert due_status(datetime(*due, tzinfo=UTC), calendar_of("BY")) == status


def test_the_days_left_over_a_weekend(cast):
    saturday, sunday = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (21, 22))
    left, late = (
        '<span class="status is-soon">No working day left</span>',
        '<span class="status is-late">Overdue</span>',
    )
    assert due_status(sunday, calendar_of("BY"), now=saturday) == left
    assert due_status(saturday, calendar_of("BY"), now=sunday) == late


def test_days_are_counted_for_whoever_must_act(show, official_by):
    due = datetime(2026, 12, 28, 9, tzinfo=UTC)
    counted = [show("{% due at calendar=code %}", reader=official_by, at=due, code=code) for code in ("BY", "KR")]
    assert ["23 working days left" in one for one in counted] == [False, False]
    assert ["24 working days left" in one for one in counted] == [True, True]  # both are closed on 25 December


def test_a_stopped_clock_counts_nothing(show, official_by):
    assert show("{% due at stopped=True %}", reader=official_by, at=DUE).endswith(
        '<span class="status is-waiting">The clock is stopped</span></div>'
    )
