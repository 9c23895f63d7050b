"""What the bar at the top says, at chosen moments, to readers of both sides."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template.loader import render_to_string

from calendars.actions import set_exception
from calendars.models import Calendar
from cooperation_center.clock import Bar, Clock
from tests.look.conftest import MINSK, SEOUL


def clock_at(*moment: int, own=MINSK, other=SEOUL):
    return Clock(own, other, side_b="KR", now=datetime(*moment, tzinfo=UTC))


def said(*moment: int, **places: Any):
    state = clock_at(*moment, **places).states[0]
    return state.said, state.hours, state.left


@pytest.mark.parametrize(
    "moment, words",
    [
        ((2026, 11, 23, 6, 20), ("Joint hours now", "09:00–12:00 / 15:00–18:00", "2 h 40 min left")),
        ((2026, 11, 23, 8, 30), ("Joint hours now", "09:00–12:00 / 15:00–18:00", "30 min left")),
        ((2026, 11, 23, 6, 0), ("Joint hours now", "09:00–12:00 / 15:00–18:00", "3 h 0 min left")),
        ((2026, 11, 23, 3, 0), ("Joint hours at 09:00 / 15:00", "", "")),
        ((2026, 11, 23, 9, 0), ("No joint hours until Tuesday", "09:00 / 15:00", "")),
        ((2026, 11, 20, 9, 0), ("No joint hours until Monday", "09:00 / 15:00", "")),
        ((2026, 11, 22, 12, 0), ("No joint hours until Monday", "09:00 / 15:00", "")),
        ((2026, 9, 25, 6, 20), ("Holiday in Seoul. No joint hours until Monday", "09:00 / 15:00", "")),
        ((2027, 1, 1, 6, 20), ("Holiday in Minsk and Seoul. No joint hours until Monday", "09:00 / 15:00", "")),
    ],
)
def test_the_states(cast, moment, words):
    assert said(*moment) == words


def test_each_side_reads_its_own_time_first(cast):
    assert said(2026, 11, 23, 6, 20, own=SEOUL, other=MINSK) == (
        "Joint hours now",
        "15:00–18:00 / 09:00–12:00",
        "2 h 40 min left",
    )


def test_a_long_row_of_holidays_names_the_day(cast):
    seoul = Calendar.objects.get(pk="KR")
    for day in range(23, 31):
        set_exception(seoul, date(2026, 11, day), is_working=False, reason={"en": "Closed"}, source="Test")
    assert said(2026, 11, 23, 6, 20) == ("Holiday in Seoul. No joint hours until 1 Dec", "09:00 / 15:00", "")


def test_the_words_of_a_whole_day_follow_each_other(cast):
    states = clock_at(2026, 11, 23, 3, 0).states
    assert [(state.said, f"{state.begins:%d %H:%M}", f"{state.ends:%d %H:%M}") for state in states] == [
        ("Joint hours at 09:00 / 15:00", "23 03:00", "23 06:00"),
        ("Joint hours now", "23 06:00", "23 09:00"),
        ("No joint hours until Tuesday", "23 09:00", "23 15:00"),
        ("No joint hours until Tuesday", "23 15:00", "23 21:00"),
        ("Joint hours at 09:00 / 15:00", "23 21:00", "24 06:00"),
    ]


def test_the_strip_is_in_true_proportion(cast):
    bars = [Bar("b", 0.0, 90.0), Bar("a", 60.0, 90.0), Bar("joint", 60.0, 30.0)]
    assert clock_at(2026, 11, 23, 6, 20).strip == bars
    assert clock_at(2026, 11, 23, 6, 20, own=SEOUL, other=MINSK).strip == bars
    assert [clock_at(2026, 11, 23, hour).tick for hour in (0, 6, 15, 16)] == [0.0, 60.0, 150.0, None]


def test_the_faces(cast):
    clock = clock_at(2026, 11, 23, 6, 20)
    assert [(face.city, face.time, face.day, face.hours) for face in (clock.own, clock.other)] == [
        ("Minsk", "09:20", "Mon 23 Nov", "09:00–18:00"),
        ("Seoul", "15:20", "Mon 23 Nov", "09:00–18:00"),
    ]


def test_the_bar_shows_one_state_and_keeps_the_others_for_the_script(cast):
    html = render_to_string("components/clock_bar.html", {"clock": clock_at(2026, 11, 23, 6, 20)})
    shown = ["hidden" not in tag for tag in re.findall(r'<span class="state"[^>]*>', html)]
    assert shown == [True, *[False] * (len(clock_at(2026, 11, 23, 6, 20).states) - 1)]
    assert 'data-hours-left="{h} h {m} min left"' in html
    assert 'data-minutes-left="{m} min left"' in html
