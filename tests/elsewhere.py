"""Another database than the one of this test process, for tests that need it filled in bulk."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Every query goes to that database. What a process remembers of one database is forgotten on the way."""
    usual = connection.settings_dict["NAME"]
    _move_to(name)
    try:
        yield
    finally:
        _move_to(usual)


def own_name(what: str) -> str:
    """A name for a database of this test process alone."""
    return f"{connection.settings_dict['TEST']['NAME']}_{what}"


def _move_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()
    cache.clear()  # also the stamp by which calendars are known
