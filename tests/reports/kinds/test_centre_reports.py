"""The reports of a quarter and of a year: every part of the work, and in the year a chapter a country."""

from reports.actions.making import make_report
from reports.drawing import group_blocks
from reports.kinds.centre_year.template import lead
from reports.kinds.registry import kinds
from reports.storing import read
from tests.consultations import builders as build
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
