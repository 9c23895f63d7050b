"""A process of its own for each database, so that caches and connections are as in production.

It is started with the address in its environment, before anything of the portal is read; it refuses to work when the
database it finds is another than its own, and it hands no task to any broker.
"""

import logging
import os
import pickle
import subprocess
import sys
from functools import cache
from typing import Any

from bench import database
from cooperation_center import env


class Portal:
    """One portal at work on one database, asked from outside."""

    def __init__(self, server: str, requests: int) -> None:
        self.requests = requests
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.portal", database.name_of(requests)],
            cwd=env.BASE,
            env=database.variables(server, requests) | {"LOG_LEVEL": "WARNING"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, verb: str, *arguments: Any) -> Any:
        """Have it done there."""
        assert self._process.stdin  # noqa: S101  pipes were asked for
        assert self._process.stdout  # noqa: S101
        pickle.dump((verb, arguments), self._process.stdin)
        self._process.stdin.flush()
        try:
            return pickle.load(self._process.stdout)  # noqa: S301  our own process
        except EOFError:
            raise SystemExit(
                f"The portal of {self.requests:,} requests has failed; what it said stands above."
            ) from None

    def close(self) -> None:
        """Let the process end."""
        self._process.communicate()


# --- In the process of a portal --------------------------------------------------------------------------------------


def main(name: str) -> None:
    """Answer what is asked until nobody asks any more; what is printed meanwhile goes to the terminal."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _start(name)
    while True:
        try:
            verb, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301  our own process
        except EOFError:
            return
        pickle.dump(_do(verb, *arguments), answers)
        answers.flush()


def _start(name: str) -> None:
    """Django as in production, on this very database and no other, with keys of its own in the shared cache."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cooperation_center.settings"
    from django.conf import settings  # noqa: PLC0415  reads the environment

    settings.CACHES["default"]["KEY_PREFIX"] = name
    settings.CELERY_BROKER_URL = "memory://"
    import django  # noqa: PLC0415

    django.setup()
    from django.db import connection  # noqa: PLC0415

    from cooperation_center.memory import settle  # noqa: PLC0415

    settle()

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        found = cursor.fetchone()[0]
    if found != name or not name.startswith(database.PREFIX):
        raise SystemExit(f"Refused: the database is {found}, not {name}.")
    logging.disable(logging.INFO)


def _do(verb: str, *arguments: Any) -> Any:
    from bench import fill, measure  # noqa: PLC0415  both need Django

    if verb == "fill":
        return fill.fill(*arguments)
    if verb in {"first_visit", "recount"}:
        return getattr(measure, verb)()
    visitor = _visitor()
    return visitor.keys() if verb == "keys" else visitor.visit(*arguments)


@cache
def _visitor() -> Any:
    from bench.measure import Visitor  # noqa: PLC0415

    return Visitor()


if __name__ == "__main__":
    main(sys.argv[1])
