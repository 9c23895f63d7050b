"""How often the rows of a table have changed, counted by the database itself and seen with the commit that did it.

A trigger on each table notes, once a transaction, that something was written: by an action, in bulk, from the admin
site or from a terminal. Every transaction writes a row of its own, so that no two ever wait for each other; the sum of
a table only grows, and what was kept from its rows may be shown for as long as the sum is the same. The clock folds the
rows together once an hour, which leaves the sums as they are. See docs/decisions/0019-public-pages-are-kept-whole.md.
"""

import functools
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.core.cache import cache
from django.db import connection
from redis.exceptions import RedisError

T = TypeVar("T")
# Written by every visit, every letter or every task, and shown on no page that everybody reads.
QUIET_APPS = {"admin", "sessions", "account", "mfa", "usersessions", "notifications", "letters"}
QUIET = {"core_change", "core_numberseries", "core_silence"}
# What only migrations write.
CONSTANT = {"django_content_type", "auth_permission", "django_migrations"}
TRIGGER = "core_changes_are_noted"
HOUR = 3600


# Which database this is, and which making of the table: other numbers stand where a copy was restored or another begun.
LINEAGE = (
    "(SELECT oid FROM pg_database WHERE datname = current_database())::text || '.' || 'core_change'::regclass::oid"
)

Sum = tuple[str, int]


@dataclass(frozen=True)
class Changes:
    """How often each table has changed. `lineage` is another in a database that was copied or restored."""

    lineage: str
    by_table: dict[str, int]

    def of(self, tables: Collection[str]) -> Sum:
        """The sum over some tables: it is the same if, and only if, none of them has changed."""
        return self.lineage, sum(self.by_table.get(table, 0) for table in tables)


@functools.cache
def watched() -> frozenset[str]:
    """The tables whose changes are noted: all but those that no public page reads."""
    return frozenset(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in QUIET_APPS
        and model._meta.managed
        and not model._meta.proxy
        and model._meta.db_table not in CONSTANT | QUIET
    )


def read() -> Changes:
    """As they stand now, of all tables. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {LINEAGE}, coalesce(json_object_agg(matter, number), '{{}}') FROM"  # noqa: S608  words of ours
            " (SELECT matter, sum(number) AS number FROM core_change GROUP BY matter) AS sums"
        )
        lineage, by_table = cursor.fetchone()
    return Changes(lineage, by_table)


def sums(*groups: Collection[str]) -> list[Sum]:
    """The sum over each of some groups of tables. One query, whatever their number.

    It names the tables in a comment, so that a page which asks is known to depend on them (`page_cache`).
    """
    named = " ".join(sorted({table for group in groups for table in group}))
    columns = ", ".join(["coalesce(sum(number) FILTER (WHERE matter = ANY(%s)), 0)::bigint"] * len(groups))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {LINEAGE}, {columns} FROM core_change /* {named} */",  # noqa: S608  words of ours
            [list(group) for group in groups],
        )
        lineage, *found = cursor.fetchone()
    return [(lineage, number) for number in found]


def kept(name: str, tables: Collection[str], make: Callable[[], T]) -> T:
    """What is worked out from some tables, until one of them changes.

    A transaction reads its own rows, which nobody else sees, so that nothing is kept of it.
    """
    if connection.in_atomic_block:
        return make()
    key = f"changes:{name}"
    (now,) = sums(tables)
    try:
        stored = cache.get(key)
    except RedisError:
        return make()
    if stored is None or stored[0] != now:
        stored = (now, make())
        with suppress(RedisError):
            cache.set(key, stored, HOUR)
    found: T = stored[1]
    return found


def fold() -> int:
    """Make one row of each table's many; returns how many there were. The sums stay, whoever writes meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH gone AS (DELETE FROM core_change RETURNING matter, number),
                folded AS (
                    INSERT INTO core_change (matter, number) SELECT matter, sum(number) FROM gone GROUP BY matter
                )
            SELECT count(*) FROM gone
            """
        )
        found: int = cursor.fetchone()[0]
    return found


def watch(**_signal: Any) -> None:
    """Give each table its trigger, where it has none yet: after migrations, which make tables."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        if "core_change" not in there:
            return
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [TRIGGER])
        done = {name for (name,) in cursor.fetchall()}
        for table in sorted(watched()):
            if table in there and table not in done:
                cursor.execute(
                    f"CREATE TRIGGER {TRIGGER} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "
                    f"{connection.ops.quote_name(table)} FOR EACH STATEMENT EXECUTE FUNCTION core_note_change()"
                )
