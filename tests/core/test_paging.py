"""Pages of Newer and Older on a list that changes meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db.models.functions import TruncDate
from django.http import QueryDict

from core.models import JournalEntry
from core.paging import SIZE, page_of
from tests.core.toy.models import Paper

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def papers(db):
    """Sixty papers, three of every `left`: their order is settled by their number."""
    return Paper.objects.bulk_create(Paper(left=number // 3) for number in range(60))


def turn(asked="", order="-left", rows=None):
    rows = Paper.objects.all() if rows is None else rows
    return page_of(rows, QueryDict(asked), order=order)


def numbers(page):
    return [paper.pk for paper in page.rows]


@pytest.mark.parametrize("order", ["-left", "left"])
def test_there_and_back(papers, order):
    wanted = [paper.pk for paper in papers][:: -1 if order == "-left" else 1]
    first = turn(order=order)
    second = turn(first.older, order)
    third = turn(second.older, order)
    assert [numbers(page) for page in (first, second, third)] == [wanted[:25], wanted[25:50], wanted[50:]]
    assert (SIZE, first.newer, third.older) == (25, "", "")
    assert numbers(turn(third.newer, order)) == numbers(second)
    assert numbers(turn(second.newer, order)) == numbers(first)
    assert turn(second.newer, order).newer == ""


def test_a_full_last_page_leads_nowhere(papers):
    Paper.objects.filter(pk__in=[paper.pk for paper in papers[50:]]).delete()
    second = turn(turn().older)
    assert (len(second.rows), second.older) == (25, "")


def test_an_empty_list_is_one_page(db):
    page = turn()
    assert (page.rows, page.newer, page.older) == ([], "", "")


def test_rows_that_arrive_meanwhile_move_no_other(papers):
    first = turn()
    Paper.objects.bulk_create(Paper(left=100) for _ in range(3))
    second = turn(first.older)
    assert numbers(second) == [paper.pk for paper in papers[::-1]][25:50]
    back = turn(second.newer)
    assert (numbers(back), bool(back.newer)) == (numbers(first), True)
    assert [paper.left for paper in turn(back.newer).rows] == [100, 100, 100]


def test_the_other_choices_of_a_list_stay(papers):
    page = turn("q=cloud&topic=3&topic=4")
    assert QueryDict(page.older).getlist("topic") == ["3", "4"]
    second = turn(page.older)
    kept = QueryDict(second.newer)
    assert ({*kept}, kept["q"]) == ({"q", "topic", "newer"}, "cloud")


def tampered():
    mark = QueryDict(turn().older)["older"]
    return {
        "changed": mark[:-1] + ("A" if mark[-1] != "A" else "B"),
        "nonsense": "nonsense",
        "empty": "",
        "of another list": signing.dumps(["-right", 3, 4], salt="page"),
        "of another shape": signing.dumps("page", salt="page"),
        "for another use": signing.dumps(["-left", 3, 4], salt="other"),
        "with a zero byte": "\x00",
    }


def test_a_mark_that_was_tampered_with_gives_the_first_page(papers):
    first = numbers(turn())
    for name, mark in tampered().items():
        for side in ("older", "newer"):
            asked = QueryDict(mutable=True)
            asked[side] = mark
            assert numbers(turn(asked.urlencode())) == first, name


def test_moments_keep_their_last_digit(paper):
    """Rows of one microsecond are told apart by their number."""
    at = NOON + timedelta(microseconds=123_457)
    kind = ContentType.objects.get_for_model(Paper)
    JournalEntry.objects.bulk_create(
        JournalEntry(content_type=kind, object_id=paper.pk, label="x", verb="y", at=at) for _ in range(30)
    )
    first = page_of(JournalEntry.objects.all(), QueryDict(), order="-at")
    second = page_of(JournalEntry.objects.all(), QueryDict(first.older), order="-at")
    assert len({row.pk for row in first.rows} | {row.pk for row in second.rows}) == 30
    assert (len(second.rows), second.older) == (5, "")


def through(rows, order):
    """Every row, page by page to the end."""
    found, asked = [], ""
    while True:
        page = page_of(rows, QueryDict(asked), order=order)
        found += numbers(page)
        if not page.older:
            return found
        asked = page.older


@pytest.mark.parametrize("order", ["day", "-day"])
def test_by_days(paper, order):
    """Three rows a day, as a list of events has them."""
    kind = ContentType.objects.get_for_model(Paper)
    made = JournalEntry.objects.bulk_create(
        JournalEntry(content_type=kind, object_id=paper.pk, label="x", verb="y", at=NOON + timedelta(days=number // 3))
        for number in range(60)
    )
    wanted = [row.pk for row in made]
    rows = JournalEntry.objects.annotate(day=TruncDate("at"))
    assert through(rows, order) == (wanted if order == "day" else wanted[::-1])


@pytest.mark.parametrize("note", ["Kim", "2026-11-23", "2026-11-23T12:00:00+00:00", "{}", ""])
def test_by_texts_that_look_like_anything(db, note):
    wanted = [row.pk for row in Paper.objects.bulk_create(Paper(note=note) for _ in range(30))]
    assert through(Paper.objects.all(), "note") == wanted


def test_a_page_costs_one_query(papers, django_assert_num_queries):
    with django_assert_num_queries(1):
        first = turn()
    with django_assert_num_queries(1):
        turn(first.older)
