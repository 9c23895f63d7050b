"""The lists to take along: as they are filtered, for whoever sees their page, at one price for one row and for three."""

from datetime import date

from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from core.lists import lists
from pages.policies.pages import may_begin
from tests.pages.builders import make_draft, make_release


def taken(name, user, query=""):
    with CaptureQueriesContext(connection) as queries:
        rows = [[*row] for row in lists[name].rows(user, QueryDict(query))]
    return rows, len(queries)


def test_news_as_they_are_filtered(cast, official_by, settings):
    first = make_release(cast, "en", "ru", day=date(2016, 9, 9))
    one = taken("pages.news", official_by)[1]
    second = make_release(cast, "ru", day=date(2017, 11, 3))
    make_draft(cast)
    make_release(cast, "ko", day=date(2018, 1, 1))
    rows, three = taken("pages.news", official_by)
    assert ([row[1].year for row in rows], three) == ([2018, 2017, 2016], one)
    rows, _price = taken("pages.news", official_by, "language=ru&year=2017")
    url = settings.SITE_URL + second.get_absolute_url()
    words = "Открывается центр"
    assert rows == [[second.reference, date(2017, 11, 3), words, f"{words}: lead.", "ru", url]]
    assert lists["pages.news"].count(official_by, QueryDict("language=en")) == 1
    assert first.reference != second.reference


def test_texts_are_for_those_who_write(cast, officer, official_by):
    draft = make_draft(cast)
    make_release(cast)
    rows, _price = taken("pages.texts", officer, "status=draft")
    assert [row[0] for row in rows] == [draft.reference]
    assert taken("pages.texts", official_by)[0] == []
    allowed = lists["pages.texts"].allowed
    assert ({*allowed(officer, [""])}, {*allowed(official_by, [""])}) == ({""}, set())
    assert (may_begin(officer), may_begin(official_by)) == (True, False)
