"""The databases of the measurement: made here, beside all others of the server, and kept until their recipe changes."""

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import sql

from cooperation_center import env

PREFIX = "portal_bench_"
FILLED_BY = tuple(
    f"bench/{name}"
    for name in (
        *("fill.py", "fill.sql", "events.py", "events.sql", "practices.py", "practices.sql", "words.py"),
        *("projects.py", "projects.sql"),
    )
)
SHAPED_BY = (
    *("core/search.py", "events/versions.py", "practices/finding/words.py", "practices/actions/indexing.py"),
    *("projects/actions/indexing.py", "projects/freezing.py"),
)


def name_of(requests: int | str) -> str:
    """The database for so many requests, or for another measurement of that name."""
    return f"{PREFIX}{requests}"


def url_of(server: str, requests: int | str) -> str:
    """Its address on the server of another database's address."""
    return urlsplit(server)._replace(path=f"/{name_of(requests)}").geturl()


def variables(server: str, requests: int | str) -> dict[str, str]:
    """The environment of a process that works on it."""
    return os.environ | {"DATABASE_URL": url_of(server, requests), "SAMPLE_CENTRE": "", "DEBUG": "", "PRODUCTION": ""}


def recipe() -> str:
    """What the content of a database depends on: how it is filled, the migrations, and the day, for due times pass."""
    named = [env.BASE / name for name in (*FILLED_BY, *SHAPED_BY)]
    sources = [*named, *sorted(env.BASE.glob("*/migrations/0*.py"))]
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    return f"{digest} {datetime.now(UTC).date().isoformat()}"


def is_filled(server: str, requests: int | str) -> bool:
    """Whether the database holds what it would be filled with."""
    with _at(server) as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name_of(requests)]
        )
        found = cursor.fetchone()
    return bool(found and found[0] == recipe())


def prepare(server: str, requests: int | str) -> bool:
    """Make the database anew unless it holds what it would be filled with; returns whether it is to be filled."""
    if is_filled(server, requests):
        return False
    name = name_of(requests)
    with _at(server) as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        cursor.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name)))
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(migrate, cwd=env.BASE, env=variables(server, requests), check=True)
    return True


def sign(server: str, requests: int | str) -> None:
    """Note that the database is whole, and by which recipe."""
    with _at(server) as cursor:
        cursor.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name_of(requests)), sql.Literal(recipe()))
        )


def drop_all(server: str) -> list[str]:
    """Remove every database of the measurement; returns their names."""
    with _at(server) as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [PREFIX.replace("_", r"\_") + "%"])
        names = [name for (name,) in cursor.fetchall()]
        for name in names:
            cursor.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    return names


class _at:  # noqa: N801  reads as a word of the `with` line
    """A cursor whose statements are their own transactions: databases are not made inside one."""

    def __init__(self, server: str) -> None:
        self.connection = psycopg2.connect(server)
        self.connection.autocommit = True

    def __enter__(self) -> Any:
        return self.connection.cursor()

    def __exit__(self, *_: object) -> None:
        self.connection.close()
