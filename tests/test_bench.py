"""The measurement itself, on fifty requests: it fills, every page opens, and the bounds are judged."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.postgres.search import SearchQuery
from django.db import transaction
from django.db.models import Count, F, Q

from bench.events import ENDED, FORUM, numbers
from bench.fill import fill
from bench.measure import Visitor, recount
from bench.practices import LEAST
from bench.projects import BROAD, LONG, THICK, USUAL
from bench.projects import LEAST as PROJECTS
from bench.projects import numbers as numbers_of_projects
from bench.report import QUERIES, Cost, Line, faults, summary, table
from consultations.actions.indexing import index
from consultations.models import Consultation, Message
from core.models import JournalEntry
from events.actions.editions import index as index_event
from events.enums import ParticipantStatus
from events.models import Event
from events.versions import programme_of
from practices.actions.indexing import index as index_practice
from practices.enums import Status as PracticeStatus
from practices.models import Entry, FacetTotal, Practice, Translation
from projects.actions.indexing import index as index_project
from projects.enums import ReportStatus
from projects.freezing import freeze
from projects.models import Entry as BookEntry
from projects.models import Measure, Project, QuarterReport, Task, ValuePart
from tests.elsewhere import connected_to, own_name
from tools import databases

KEY = ("officer", "desk")


@pytest.fixture(scope="module")
def database(django_db_blocker: Any) -> Iterator[str]:
    """The name of a database with fifty requests: to fill it takes some seconds."""
    with django_db_blocker.unblock(), databases.copy_of(databases.schema(), own_name("bench")) as name:
        with connected_to(name):
            fill(50, say=lambda _line: None)
        yield name


@pytest.fixture
def filled(database: str, django_db_blocker: Any) -> Iterator[None]:
    """What a test adds to it is taken back."""
    with django_db_blocker.unblock(), connected_to(database), transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_every_page_opens_within_its_queries(filled):
    visitor = Visitor()
    costs = {key: visitor.visit(key) for key in visitor.pages}
    assert {reader for reader, _name in costs} == {
        "visitor", "official", "focal point", "contact point", "advisor", "officer", "co-director", "evaluator", "no post",
        "leader",
    }  # fmt: skip
    dear = [key for key, cost in costs.items() if cost.queries > QUERIES]  # the first visit may have filled a cache
    assert {key: found for key in dear if (found := visitor.visit(key).queries) > QUERIES} == {}


def test_what_is_filled_is_what_the_acts_would_have_written(filled):
    assert Consultation.objects.count() == 50
    assert Message.objects.exclude(texts=None).count() == Message.objects.count()
    assert JournalEntry.objects.filter(verb="create", content_type__model="consultation").count() == 50
    row = Consultation.objects.filter(reference__isnull=False).order_by("-pk").first()
    words = Consultation.objects.filter(pk=row.pk).values_list(F("search"), flat=True)
    filled_with = _lexemes(words.get())
    index(row)
    assert _lexemes(words.get()) == filled_with


def test_events_are_filled_as_the_acts_would_have_written_them(filled):
    forum = Event.objects.get(reference__endswith=f"-{FORUM:05}")
    assert forum.released.programme == programme_of(forum)
    assert (len(forum.released.programme["sessions"]), forum.stops.get().rooms.count()) == (300, 12)
    words = Event.objects.filter(pk=forum.pk).values_list(F("search"), flat=True)
    filled_with = _lexemes(words.get())
    index_event(forum)
    assert _lexemes(words.get()) == filled_with
    ended = Event.objects.get(reference__endswith=f"-{ENDED:05}")
    assert ended.seats_taken == ended.participants.seated().count() > 0
    counted = [one.nominees for one in ended.delegations.order_by("pk")]
    in_quota = Q(participants__is_alternate=False, participants__status__in=ParticipantStatus.in_quota())
    told = ended.delegations.annotate(told=Count("participants", filter=in_quota)).order_by("pk")
    assert (len(counted), counted) == (13, [one.told for one in told])


def test_practices_are_filled_as_the_acts_would_have_written_them(filled):
    practice = Practice.objects.filter(status=PracticeStatus.PUBLISHED).order_by("pk").first()
    columns = ("heading", "body", "facets", "is_retired", "verified_on", "published_at")
    rows = Entry.objects.filter(pk=practice.pk).values_list(*columns)
    heading, body, *others = rows.get()
    totals = dict(FacetTotal.objects.values_list("facet", "entries"))
    index_practice(practice)
    again, again_body, *again_others = rows.get()
    assert (_lexemes(again), _lexemes(again_body)) == (_lexemes(heading), _lexemes(body))
    assert (again_others, dict(FacetTotal.objects.values_list("facet", "entries"))) == (others, totals)
    assert (totals["all"], Translation.objects.readable().count()) == (LEAST, 3 * LEAST)


def test_projects_are_filled_as_the_acts_would_have_written_them(filled):
    told = numbers_of_projects(50)
    measures = Measure.objects.filter(project=BROAD).count()
    lines = Task.objects.filter(project=LONG).count()
    entries = BookEntry.objects.filter(project=THICK).count()
    assert (measures, lines, entries) == (told["indicators"], told["tasks"], told["thick"])
    assert ValuePart.objects.filter(of__project=BROAD).count() == 10 * 12 * measures
    assert Project.objects.count() == PROJECTS == told["projects"]
    usual = Project.objects.filter(pk=USUAL)
    words = usual.values_list(F("search"), flat=True)
    filled_with = words.get()
    index_project(usual.get())
    assert _lexemes(words.get()) == _lexemes(filled_with) != set()
    report = QuarterReport.objects.filter(project=USUAL, status=ReportStatus.SIGNED).latest("year", "quarter")
    assert report.figures == freeze(usual.get(), report.first_day(), report.last_day())


def test_five_thousand_projects_to_a_hundred_thousand_requests(db):
    told = [numbers_of_projects(requests) for requests in (1_000, 100_000)]
    assert [(one["projects"], one["agreements"], one["sessions"]) for one in told] == [
        (100, 60, 12),
        (5_000, 1_000, 300),
    ]
    assert [(one["indicators"], one["tasks"], one["thick"]) for one in told] == [(200, 2_000, 5_000)] * 2


def test_two_thousand_events_to_a_hundred_thousand_requests(db):
    told = [numbers(requests) for requests in (1_000, 100_000)]
    assert [(one["events"], one["forum"], one["crowd"]) for one in told] == [(56, 500, 1_000), (2_000, 500, 20_000)]
    large = told[1]
    of_all = large["forum"] + large["crowd"] + 26 * large["delegates"] + 52 * large["each"] + 1_944 * large["others"]
    assert of_all == pytest.approx(200_000, rel=0.01)


def test_it_refuses_a_database_somebody_lives_in(official_by):
    with pytest.raises(SystemExit, match="Refused"):
        fill(50)
    assert Consultation.objects.filter(search=SearchQuery("anything")).count() == 0


def test_recounting_leaves_nothing_behind(filled):
    before = JournalEntry.objects.count()
    counted = recount("BY")
    assert (counted.clocks > 0, counted.moved > 0, JournalEntry.objects.count()) == (True, True, before)


@pytest.mark.parametrize(
    ("small", "large", "is_reckoned", "said"),
    [
        (Cost(12, 9, [10.0]), Cost(12, 9, [18.0]), False, []),  # 1.5 times and three milliseconds are allowed
        (Cost(12, 9, [10.0]), Cost(12, 9, [18.1]), False, ["ratio"]),
        (Cost(12, 9, [10.0]), Cost(13, 9, [10.0]), False, ["queries"]),
        (Cost(12, 9, [10.0]), Cost(12, 9, [300.0]), True, []),
        (Cost(12, 9, [10.0]), Cost(12, 9, [300.1]), True, ["300 ms"]),
    ],
)
def test_a_bound_that_breaks_is_named(small, large, is_reckoned, said):
    line = Line(KEY, small, large, is_reckoned)
    assert faults(line) == said


def test_the_verdict_counts_the_weight_of_a_first_visit():
    line = Line(KEY, Cost(2, 9, [10.0], [1.0]), Cost(2, 9, [10.0], [1.0]))
    assert "desk" in table([line])
    assert [summary([line], {"/": size}, {})[1] for size in (120 * 1024, 120 * 1024 + 1)] == [False, True]


def _lexemes(vector: str) -> set[str]:
    return {word.rpartition(":")[0] for word in vector.split()}
