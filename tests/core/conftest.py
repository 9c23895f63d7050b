"""People and a paper for the tests of the grammar: an owner, two desks, and somebody who has no part in it."""

import pytest

from tests.core.toy.models import Paper, papers
from tests.factories import make_user


@pytest.fixture
def owner(db):
    return make_user(given_name="Olga", family_name="Owner")


@pytest.fixture
def left(db):
    return make_user(given_name="Lena", family_name="Left")


@pytest.fixture
def right(db):
    return make_user(given_name="Ruslan", family_name="Right")


@pytest.fixture
def stranger(db):
    return make_user(given_name="Stas", family_name="Stranger")


@pytest.fixture
def paper(owner, left, right):
    return Paper.objects.create(title={"en": "Protocol"}, owner=owner.pk, left=left.pk, right=right.pk)


@pytest.fixture
def sent(paper, owner):
    return papers.take(paper, "send", by=owner)
