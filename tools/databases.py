"""Databases that the tests copy instead of building them: the tables, and the sample centre as it is loaded.

To migrate takes ten seconds and to load thirty; a copy takes a tenth of one. Whoever needs one first builds it while
the others wait. It serves one run of the tests, which TEST_RUN names, and ends with it.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg2

from cooperation_center import env
from tools.services import Broker

RUN = "TEST_RUN"
SUFFIX = env.text("TEST_DB_SUFFIX", "main")
SCHEMA, SAMPLE = "portal_schema_{}", "portal_sample_{}"
FOLDER = env.VAR / "test-sample"
# The settings of tests have an app more; that they are asked for, they see by pytest.
MIGRATE = "import pytest; from django.core.management import execute_from_command_line as run; run([*'{}'.split()])"


@dataclass(frozen=True)
class Sample:
    """The sample centre: its database, the folder with its mail and files, and the port its letters lead to."""

    database: str
    folder: Path
    port: int

    @property
    def media(self) -> Path:
        return self.folder / "media"

    @property
    def mail(self) -> Path:
        return self.folder / "mail"


def schema() -> str:
    """The name of a database with every table and no row."""

    def build(name: str) -> None:
        _python("-c", MIGRATE.format("manage.py migrate -v 0"), DATABASE_URL=address(name))

    return _built(SCHEMA.format(SUFFIX), build)


def sample() -> Sample:
    """The sample centre, loaded by its command; nobody works in it, so copy what is to be changed.

    With it the static files of its pages are collected, which two portals must not do at once.
    """
    folder = FOLDER / SUFFIX
    note = folder / "port"

    def build(name: str) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        note.write_text(str(_free_port()), encoding="utf-8")
        found = Sample(name, folder, int(note.read_text(encoding="utf-8")))
        broker = Broker(folder / "valkey")
        try:
            own = {"DJANGO_SETTINGS_MODULE": "tests.loading_settings"}
            surroundings = surroundings_of(found, address(name), broker.start())
            _python("manage.py", "load_sample_centre", **surroundings | own)
            _python("manage.py", "collectstatic", "--no-input", "-v", "0", **surroundings)
        finally:
            broker.stop()

    name = _built(SAMPLE.format(SUFFIX), build, template=schema())
    return Sample(name, folder, int(note.read_text(encoding="utf-8")))


def surroundings_of(sample: Sample, database: str, broker: str) -> dict[str, str]:
    """The environment of a process of the sample centre, or of a copy of it."""
    return {
        "DJANGO_SETTINGS_MODULE": "tests.portal_settings",
        "DATABASE_URL": database,
        "REDIS_URL": broker,
        "SAMPLE_CENTRE": "1",
        "PORT": str(sample.port),
        "SITE_URL": f"http://localhost:{sample.port}",
        "MAIL_DIR": str(sample.mail),
        "TEST_MEDIA": str(sample.media),
        "LOG_LEVEL": "WARNING",
    }


@contextmanager
def copy_of(template: str, name: str) -> Iterator[str]:
    """A database of one's own, as long as the `with` lasts."""
    with _server() as say:
        say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        say(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield name
    finally:
        with _server() as say:
            say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def drop(suffix: str = SUFFIX) -> None:
    """Let go of what was built for this run."""
    with _server() as say:
        for name in (SAMPLE, SCHEMA):
            say(f"DROP DATABASE IF EXISTS {name.format(suffix)} WITH (FORCE)")
    shutil.rmtree(FOLDER / suffix, ignore_errors=True)


def address(name: str) -> str:
    """The address of another database of the same server."""
    found = {key: str(value) for key, value in env.database().items() if key != "OPTIONS"}
    where = {"host": found["HOST"] or "localhost"} | ({"port": found["PORT"]} if found["PORT"] else {})
    return f"postgresql://{quote(found['USER'])}:{quote(found['PASSWORD'])}@/{name}?{urlencode(where)}"


def _built(name: str, build: Callable[[str], None], template: str = "template1") -> str:
    """The database of that name, built by whoever is first in this run. A comment on it says which run that was."""
    run = os.environ[RUN]
    with _server() as say:
        say("SELECT pg_advisory_lock(hashtext(%s))", name)  # until this connection ends
        told = say("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", name)
        if told != [(run,)]:
            say(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            say(f"CREATE DATABASE {name} TEMPLATE {template}")
            build(name)
            say(f"COMMENT ON DATABASE {name} IS %s", run)
    return name


@contextmanager
def _server() -> Iterator[Callable[..., list[tuple[Any, ...]]]]:
    """Say something to the database server itself, outside any transaction."""
    found: Mapping[str, Any] = env.database()
    place = {"dbname": found["NAME"], "user": found["USER"], "password": found["PASSWORD"], "host": found["HOST"]}
    link = psycopg2.connect(**place, port=found["PORT"] or None)
    link.autocommit = True
    try:
        with link.cursor() as cursor:

            def say(sql: str, *values: str) -> list[tuple[Any, ...]]:
                cursor.execute(sql, values or None)
                return cursor.fetchall() if cursor.description else []

            yield say
    finally:
        link.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _python(*words: str, **surroundings: str) -> None:
    """Run a program to its end; what it says is shown when it fails."""
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=env.BASE, env=os.environ | surroundings, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}\n{done.stdout}\n{done.stderr}")
