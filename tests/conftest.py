"""What every test has: the cast, and for tests of concurrency a database whose commits are real."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import override_settings

from tests.cast import *  # noqa: F403  the people, by name, as fixtures

APPEND_ONLY = {"core_journalentry": "journal_is_append_only", "people_consent": "consents_are_append_only"}
TRIGGERS = "; ".join(f"ALTER TABLE {table} {{0}} TRIGGER {name}" for table, name in APPEND_ONLY.items())


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Counts of rate limits and stamps of calendars belong to one test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def _uploads_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests hand in lies in a folder of theirs."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture
def _journal_closed_again(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The journal refuses changes again once the tables are emptied, for whatever test comes next."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(TRIGGERS.format("ENABLE"))


@pytest.fixture
def real_commits(_journal_closed_again: None, transactional_db: None) -> Iterator[None]:
    """Commits that other connections see. Afterwards the tables are emptied, which the journal has to allow once.

    Ask for it before anything else that touches the database: `pytestmark = pytest.mark.usefixtures("real_commits")`.
    """
    yield
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS.format("DISABLE"))
