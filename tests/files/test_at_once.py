"""One file in two hands at the same moment belongs to one record, or to none: threads, connections, real commits."""

import pytest

from core.models import JournalEntry
from files.actions import attach, remove, store
from files.models import StoredFile
from tests.at_once import at_once
from tests.core.toy.models import Paper
from tests.files.builders import upload

pytestmark = pytest.mark.usefixtures("real_commits")


@pytest.fixture
def file(official_by):
    return store(upload(), by=official_by)


def kinds(answers):
    return sorted(type(answer).__name__ for answer in answers)


def test_two_records_want_it(file, official_by, paper):
    other = Paper.objects.create(title={"en": "Other"}, owner=official_by.pk)
    answers = at_once(
        lambda: attach(file, to=paper, permission="toy.view", by=official_by),
        lambda: attach(file, to=other, permission="toy.view", by=official_by),
        holding=StoredFile.objects.all(),
    )
    assert kinds(answers) == ["RefusedError", "StoredFile"]
    assert StoredFile.objects.get().object_id in {paper.pk, other.pk}
    assert JournalEntry.objects.filter(verb="attach").count() == 1


def test_a_form_that_was_sent_twice(file, official_by, paper):
    act = lambda: attach(file, to=paper, permission="toy.view", by=official_by)  # noqa: E731  twice the same
    assert kinds(at_once(act, act, holding=StoredFile.objects.all())) == ["StoredFile", "StoredFile"]
    assert JournalEntry.objects.filter(verb="attach").count() == 1


def test_removed_by_two(file, official_by):
    act = lambda: remove(file, by=official_by)  # noqa: E731  twice the same
    assert kinds(at_once(act, act, holding=StoredFile.objects.all())) == ["RefusedError", "StoredFile"]
    assert JournalEntry.objects.filter(verb="remove").count() == 1
