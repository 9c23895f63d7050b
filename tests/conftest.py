"""What every test has: the cast, and for tests of concurrency a database whose commits are real."""

import os
from collections.abc import Iterator
from contextlib import suppress
from uuid import uuid4

import psycopg2
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase, override_settings

from cooperation_center.memory import settle
from tests.cast import *  # noqa: F403  the people, by name, as fixtures
from tools import databases

# What the migrations leave behind, and every test may rely on.
KEPT = ("django_migrations", "django_content_type", "auth_permission")
# A test fills some dozen of hundreds of tables: to truncate them all takes the better part of a second. Triggers that
# refuse to delete, or count what is deleted, rest meanwhile; the statement is one transaction, so they never rest longer.
EMPTY = """
DO $$
DECLARE
    one regclass;
    has_rows boolean;
    filled regclass[] := ARRAY[]::regclass[];
BEGIN
    FOR one IN
        SELECT oid FROM pg_class
        WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND relname != ALL (%s)
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %%s)', one) INTO has_rows;
        IF has_rows THEN
            filled := filled || one;
        END IF;
    END LOOP;
    FOREACH one IN ARRAY filled LOOP
        EXECUTE format('ALTER TABLE %%s DISABLE TRIGGER USER', one);
    END LOOP;
    FOREACH one IN ARRAY filled LOOP
        EXECUTE format('DELETE FROM %%s', one);
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
    FOREACH one IN ARRAY filled LOOP
        EXECUTE format('ALTER TABLE %%s ENABLE TRIGGER USER', one);
    END LOOP;
END $$
"""


def pytest_configure(config: pytest.Config) -> None:
    """Name the run, for the databases that its processes copy; whoever has named it lets go of them.

    And let tables be emptied our way after a test of real commits.
    """
    TransactionTestCase._fixture_teardown = _empty_tables  # type: ignore[method-assign]
    if databases.RUN not in os.environ:
        os.environ[databases.RUN] = uuid4().hex
        config.add_cleanup(_drop_databases)


def _empty_tables(_test_case: TransactionTestCase) -> None:
    with connection.cursor() as cursor:
        cursor.execute(EMPTY, [list(KEPT)])


def _drop_databases() -> None:
    with suppress(psycopg2.OperationalError):  # tests that need no server have none
        databases.drop()


def pytest_collection_finish() -> None:
    settle()


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
def real_commits(transactional_db: None) -> None:
    """Commits that other connections see; afterwards the tables are empty again.

    Ask for it before anything else that touches the database: `pytestmark = pytest.mark.usefixtures("real_commits")`.
    """
