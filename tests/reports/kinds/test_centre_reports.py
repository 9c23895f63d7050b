"""The reports of a quarter and of a year: every part of the work, and in the year a chapter a country."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.enums import EventStatus
from practices.enums import Status as PracticeStatus
from reports.actions.making import make_report
from reports.actions.papers import draw
from reports.drawing import group_blocks
from reports.kinds import by_name
from reports.kinds.centre_year.template import lead
from reports.kinds.registry import kinds
from reports.storing import read
from tests.consultations import builders as build
from tests.events.builders import make_event
from tests.papers.reading import letters
from tests.practices.builders import make_practice
from tests.projects.builders import make_project

WHOLE = ["work", "service", "advisor_days", "advice"]


def test_a_kind_is_a_folder():
    assert list(kinds())[:6] == [
        "centre_quarter",
        "centre_year",
        "service_levels",
        "advisor_days",
        "advice_used",
        "follow_up",
    ]


def test_the_year_has_a_chapter_a_country_of_which_something_was_counted(cast, asked, officer):
    build.registered(cast)
    build.registered(cast, by="official_ge")
    build.registered(cast, by="official_ge")
    stored = read(make_report("centre_year", asked, by=officer).figures)
    chapters = [one for one in stored.groups if one.key.startswith("country-")]
    received = {
        one.key: figure.value for one in chapters for figure in one.figures if figure.key == "requests.received"
    }
    assert received == {"country-BY": 1, "country-GE": 2}
    assert [one.key for one in stored.groups][:4] == WHOLE
    assert {one.key: one.value for one in lead(stored)}["requests.received"] == 3


def test_the_year_names_what_everybody_may_read(cast, asked, officer):
    """A hidden project is counted; it has no name in a report that both sides may publish."""
    shown, hidden = make_project(cast), make_project(cast, is_public=False, name={"en": "Planted secret"})
    event = make_event(cast.centre, starts_on=asked.since, ends_on=asked.since, status=EventStatus.CLOSED)
    report = make_report("centre_year", asked, by=officer)
    english = letters(draw(report, "en", "pdf").read())
    assert [one.reference in english for one in (shown, event, hidden)] == [True, True, False]
    assert ("Plantedsecret" in english, "Byname" in english) == (False, True)
    assert set(read(report.figures).papers) == {"en", "ru", "be", "ko"}
    assert event.name["ko"].replace(" ", "") in letters(draw(report, "ko", "pdf").read())


def test_the_names_of_a_kind_end(cast, asked, officer, monkeypatch):
    monkeypatch.setattr(by_name, "MOST", 2)
    for _ in range(3):
        make_project(cast)
    english = letters(draw(make_report("centre_year", asked, by=officer), "en", "pdf").read())
    assert "1moreisnotnamedhere." in english


def test_a_year_in_which_nothing_was_done_names_nothing(cast, asked, officer):
    report = make_report("centre_year", asked, by=officer)
    assert "Byname" not in letters(draw(report, "en", "pdf").read())


def test_the_names_cost_the_same_with_one_row_and_with_three(cast, asked, officer, django_assert_num_queries):
    prices = []
    for rows in (1, 2):
        for _ in range(rows):
            make_project(cast)
            make_event(cast.centre, starts_on=asked.since, ends_on=asked.since, status=EventStatus.CLOSED)
            make_practice(
                cast.centre, cast.organisations["nia"], cast.people["advisor_kr"], status=PracticeStatus.PUBLISHED
            )
        with CaptureQueriesContext(connection) as queries:
            draw = by_name.by_name(asked)
        with django_assert_num_queries(0):  # read once, drawn in each language
            draw("en"), draw("ko")
        prices.append(len(queries))
    assert prices[0] == prices[1] <= len(by_name.NAMED) + 1


def test_a_quarter_has_the_same_parts_without_countries(cast, asked, officer):
    make_project(cast)
    stored = read(make_report("centre_quarter", asked, by=officer).figures)
    found = {one.key: one.value for group in stored.groups for one in group.figures}
    assert (found["projects.running"], len([one for one in stored.groups if one.key.startswith("country-")])) == (1, 0)


def test_every_kind_can_be_drawn(cast, asked, officer):
    build.answered(cast)
    empty = []
    for kind in kinds().values():
        if kind.about is None:
            report = make_report(kind.name, asked, by=officer)
            blocks = kind.blocks(read(report.figures))
            if len(blocks) < len(group_blocks(read(report.figures).groups)):
                empty.append(kind.name)
    assert empty == []
