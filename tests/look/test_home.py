"""The public page, and the frame that all pages share."""

from datetime import UTC, datetime, time
from typing import Any

import pytest
import time_machine

from calendars.actions import every_weekday, replace_office_windows
from calendars.models import Calendar
from cooperation_center import home
from cooperation_center.clock import Clock
from tests.look.conftest import MINSK, SEOUL

NOW = datetime(2026, 11, 23, 6, 20, tzinfo=UTC)


@pytest.fixture
def figures(monkeypatch):
    registered = []
    monkeypatch.setattr(home, "figures", registered)
    return registered


def test_a_visitor_reads_it_with_few_queries(client, centre, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(12):
        response = client.get("/")
    assert response.status_code == 200


def test_a_person_reads_it_with_few_queries(client, advisor_kr, django_assert_max_num_queries):
    client.force_login(advisor_kr)
    client.get("/")
    with django_assert_max_num_queries(12):
        client.get("/")


@time_machine.travel(NOW, tick=False)
def test_the_own_side_stands_first(client, advisor_kr):
    client.force_login(advisor_kr)
    page = client.get("/").content.decode()
    assert "대한민국 · 벨라루스" in page
    assert page.index("서울 <b>") < page.index("민스크 <b>")


def test_the_view_settings_reach_the_page(client, centre):
    client.cookies["theme"], client.cookies["contrast"], client.cookies["text_size"] = "dark", "more", "largest"
    assert 'data-bs-theme="dark" data-contrast="more" data-text="largest"' in client.get("/").content.decode()


def test_figures_are_shown_only_when_there_are_some(client, centre, figures):
    figures.append(lambda: None)
    assert "The centre in figures" not in client.get("/").content.decode()
    figures.append(lambda: home.Figure("61", "consultations answered", "median 17 working days"))
    page = client.get("/").content.decode()
    assert [part in page for part in ("The centre in figures", ">61<", "median 17 working days")] == [True] * 3


def test_a_portal_without_a_centre_opens(client, db):
    page = client.get("/").content.decode()
    assert ("clock-bar" in page, "IT Cooperation Centre" in page) == (False, True)


def overlap(**hours: Any):
    for code, windows in hours.items():
        replace_office_windows(Calendar.objects.get(pk=code), every_weekday(*windows))
    return home.overlap_of(Clock(MINSK, SEOUL, side_b="KR", now=NOW))


def test_the_overlap_is_drawn_as_in_the_capitals(cast):
    drawn = overlap()
    assert (
        drawn.sentence
        == "The two working days overlap for 3 hours, all year round. Meetings and calls are placed there."
    )
    assert [[mark.text for mark in row.marks] for row in drawn.rows] == [
        ["09:00", "15:00", "18:00"],
        ["09:00", "12:00", "18:00"],
    ]
    assert [(row.kind, row.name, row.name_x) for row in drawn.rows] == [
        ("b", "Seoul 09:00–18:00", 16.0),
        ("a", "Minsk 09:00–18:00", 301.6),
    ]


def test_working_days_that_do_not_meet_are_said_so(cast):
    drawn = overlap(BY=[(time(14), time(18))])
    assert drawn.sentence == "The two working days do not overlap. Moments for both are agreed one by one."
    assert drawn.joint == []


def test_half_hours_are_said(cast):
    assert overlap(BY=[(time(8, 30), time(17))]).sentence.startswith(
        "The two working days overlap for 3 hours 30 minutes"
    )


@pytest.mark.parametrize("path", ["/about/", "/accessibility/", "/personal-data/"])
def test_the_pages_of_the_centre(client, centre, path):
    assert client.get(path).status_code == 200
