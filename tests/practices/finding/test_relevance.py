"""Written queries in four languages: the entry that each is about stands among the first three."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

from practices.enums import Status
from practices.finding.asking import Asked
from practices.finding.library import better, found
from practices.models import SystemName
from sample_centre.content import practices as content
from tests.practices.builders import make_practice, make_translation

STORIES = {one.name: import_module(f"{content.__name__}.{one.name}").PRACTICE for one in iter_modules(content.__path__)}
QUERIES = [
    (key, language, query)
    for key, story in STORIES.items()
    for language, queries in story.queries.items()
    for query in queries
]
FIRST = 3


@pytest.fixture
def library(cast, advisor_kr, official_by, contact_by):
    """All sample practices with their names and texts, indexed by the acts that publish and check: key → number."""
    numbers = {}
    for key, story in STORIES.items():
        practice = make_practice(
            cast.centre,
            cast.organisations["nia"],
            advisor_kr,
            status=Status.PUBLISHED,
            language=story.language,
            text=dict(story.texts[story.language]),
        )
        live = practice.versions.live().get()
        live.names.all().delete()
        SystemName.objects.bulk_create(
            SystemName(version=live, text=name.text, language=name.language, kind=name.kind) for name in story.names
        )
        for language in story.texts.keys() - {story.language}:
            make_translation(practice, language, official_by, contact_by, sections=dict(story.texts[language]))
        numbers[practice.pk] = key
    return numbers


def test_each_query_has_its_entry_among_the_first_three(library):
    missed = {}
    for key, language, query in QUERIES:
        asked = Asked.of(query)
        answer = found(asked, {})
        if not answer.total and (spelled := better(asked)):
            answer = found(spelled, {})
        first = [library[pk] for pk in answer.ids[:FIRST]]
        if key not in first:
            missed[key, language, query] = (answer.total, first)
    assert missed == {}


def test_there_are_forty_queries_in_four_languages():
    assert len(QUERIES) >= 40
    assert {language for _key, language, _query in QUERIES} == {"en", "ru", "be", "ko"}
