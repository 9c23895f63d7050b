"""What stands in the library, and who took it home."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from practices.enums import ReportState, Stage, Status
from practices.models import Adoption, AdoptionReport, Practice
from reports.figures import practices as figures
from tests.practices.builders import make_practice, make_translation
from tests.reports.figures.following import asked_of, elsewhere, follow, lines, other_centre, reader, values

FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)
BEFORE, WITHIN = datetime(2026, 2, 2, 9, tzinfo=UTC), datetime(2026, 5, 5, 9, tzinfo=UTC)


@pytest.fixture
def library(cast):
    """Two entries of Korea and one of Belarus are published, one of them before; one is under review, one retired."""
    nia, home, author = cast.organisations["nia"], cast.organisations["services_by"], cast.people["advisor_kr"]
    with time_machine.travel(BEFORE, tick=False) as clock:
        old = make_practice(cast.centre, nia, author, status=Status.PUBLISHED, recheck_on=date(2026, 6, 1))
        clock.move_to(WITHIN)
        make_practice(cast.centre, nia, author, status=Status.PUBLISHED, recheck_on=date(2027, 5, 5))
        new = make_practice(
            cast.centre, home, cast.people["official_by"], status=Status.PUBLISHED, recheck_on=date(2027, 5, 5)
        )
        make_practice(cast.centre, nia, author, status=Status.REVIEW)
        gone = make_practice(cast.centre, nia, author, status=Status.RETIRED, recheck_on=date(2026, 6, 1))
        Practice.objects.filter(pk=gone.pk).update(moved_at=WITHIN)
        make_translation(new, "en", cast.people["officer"], cast.people["director_by"])
        adopt(cast, old, "services_by", Stage.PILOT)
        adopt(cast, new, "agency_ge", "")
        yield old


def adopt(cast, practice, body, stage):
    adopter = cast.organisations[body]
    row = Adoption.objects.create(
        practice=practice,
        adopter=adopter,
        country=adopter.country,
        owner=practice.owner,
        filed_by=cast.people["official_by"],
        stage=stage,
        stage_since=date(2026, 5, 1) if stage else None,
        confirmed_at=WITHIN if stage else None,
    )
    if stage:
        AdoptionReport.objects.create(
            adoption=row,
            state=ReportState.CONFIRMED,
            stage=stage,
            since_on=date(2026, 5, 1),
            by=cast.people["official_by"],
            filed_at=WITHIN,
            confirmed_at=WITHIN,
        )
    return row


def test_the_library(cast, library):
    group = figures.library(asked_of(cast, FIRST, LAST), before=asked_of(cast, date(2026, 1, 1), date(2026, 3, 31)))
    assert values(group) == {
        "standing": 3,
        "published": 3,
        "proposed": 4,
        "retired": 1,
        "recheck": 1,
        "checked": 1,
    }
    assert [one.before for one in group.figures] == [1, 1, 1, 0, 0, 0]
    assert [lines(one) for one in group.breakdowns] == [{"BY": (1, 1), "KR": (2, 2)}]


def test_narrowed_to_a_topic_and_a_country(cast, library):
    assert values(figures.library(asked_of(cast, FIRST, LAST, topic="interoperability")))["standing"] == 3
    assert values(figures.library(asked_of(cast, FIRST, LAST, topic="identity")))["standing"] == 0
    assert values(figures.library(asked_of(cast, FIRST, LAST, topic="7")))["standing"] == 3  # a subject of requests
    at_home = asked_of(cast, FIRST, LAST, country=cast.countries["BY"], topic="interoperability")
    assert values(figures.library(at_home))["standing"] == 1
    assert follow(figures.library(at_home), reader(cast)) == 8


def test_adoptions(cast, library):
    group = figures.adoptions(asked_of(cast, FIRST, LAST))
    assert values(group) == {"standing": 1, "filed": 2, "confirmed": 1}
    assert [lines(one) for one in group.breakdowns] == [{"pilot": (1,)}, {"BY": (1, 1)}]


def test_what_was_stopped_is_not_standing(cast, library):
    Adoption.objects.filter(stage=Stage.PILOT).update(stage=Stage.STOPPED, stage_since=date(2026, 6, 1))
    assert values(figures.adoptions(asked_of(cast, FIRST, LAST)))["standing"] == 0
    assert values(figures.adoptions(asked_of(cast, FIRST, date(2026, 5, 31))))["standing"] == 1


def test_every_figure_leads_to_its_rows(cast, library):
    client, asked = reader(cast), asked_of(cast, FIRST, LAST)
    assert follow(figures.library(asked), client) == 10
    assert follow(figures.adoptions(asked), client) == 11


def test_another_centre_has_its_own(cast, library):
    there = elsewhere(asked_of(cast, FIRST, LAST), other_centre(cast))
    assert {*values(figures.library(there)).values(), *values(figures.adoptions(there)).values()} == {0}


def test_a_few_queries_whatever_the_rows(cast, library, django_assert_num_queries):
    asked = asked_of(cast, FIRST, LAST)
    figures.library(asked)  # the names of countries are read once a process
    for group in (figures.library, figures.adoptions):
        with django_assert_num_queries(2):
            group(asked, before=asked)
