"""What every test has: the cast, and for tests of concurrency a database whose commits are real."""

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import uuid4

import psycopg2
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import override_settings

from tests.cast import *  # noqa: F403  the people, by name, as fixtures
from tools import databases

APPEND_ONLY = {"core_journalentry": "journal_is_append_only", "people_consent": "consents_are_append_only"}
TRIGGERS = "; ".join(f"ALTER TABLE {table} {{0}} TRIGGER {name}" for table, name in APPEND_ONLY.items())


def pytest_configure(config: pytest.Config) -> None:
    """Name the run, for the databases that its processes copy; whoever has named it lets go of them."""
    if databases.RUN not in os.environ:
        os.environ[databases.RUN] = uuid4().hex
        config.add_cleanup(_drop_databases)


def _drop_databases() -> None:
    with suppress(psycopg2.OperationalError):  # tests that need no server have none
        databases.drop()


def pytest_collection_finish() -> None:
    """What is loaded now stays to the end: looking through it for rubbish again and again takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """Each process of a run copies the tables that the first one has made by the migrations."""
    if request.config.getvalue("create_db") or not request.config.getvalue("reuse_db"):
        connection.settings_dict["TEST"]["TEMPLATE"] = databases.schema()


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
