"""Centres and countries as every page needs them: read once per process, again after one of them was saved.

It works as `calendars.directory` does: a stamp in the shared cache names what is in force, and a transaction that has
changed a row reads its own rows, which nobody else sees before the commit.
"""

import logging
from threading import local
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db import connection, transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from redis.exceptions import RedisError

from calendars.models import Calendar
from calendars.moments import Place, atlas
from people.models import Centre, Country

STAMP = "people:directory"
log = logging.getLogger(__name__)


class Register:
    """All countries and centres as they stood at one version."""

    def __init__(self, version: object) -> None:
        self.version = version
        self.countries = {one.pk: one for one in Country.objects.select_related("calendar").order_by("name__en")}
        self.centres = list(Centre.objects.order_by("pk"))
        for centre in self.centres:
            centre.side_a, centre.side_b = self.countries[centre.side_a_id], self.countries[centre.side_b_id]


class Change:
    """A change that waits for its commit, and then tells the other processes."""

    def __call__(self) -> None:
        try:
            cache.set(STAMP, uuid4().hex, timeout=None)
        except RedisError:
            log.exception("The shared cache is away: a change of a country or centre shows after a restart.")


_public: Register | None = None
_own = local()  # per thread, as its database connection is


def country(code: str) -> Country | None:
    """A country by its code; none when it is not known here."""
    return _register().countries.get(code)


def countries() -> list[Country]:
    """All of them in protocol order, the English alphabet."""
    return list(_register().countries.values())


def main_centre() -> Centre | None:
    """The centre whose name stands above every page: the oldest that the public may see. No query when warm."""
    return next((centre for centre in _register().centres if centre.is_public), None)


def sides() -> tuple[str, ...]:
    """The codes of the main centre's two countries; none before there is a centre."""
    centre = main_centre()
    return (centre.side_a_id, centre.side_b_id) if centre else ()


def place(code: str) -> Place | None:
    """A country as clocks know it: its capital, and the zone and calendar there."""
    found = country(code)
    return Place(found.pk, ZoneInfo(found.calendar.zone), found.capital, found.calendar_id) if found else None


@receiver([post_save, post_delete], sender=Centre)
@receiver([post_save, post_delete], sender=Country)
@receiver([post_save, post_delete], sender=Calendar)
def outdate(**_signal: Any) -> None:
    """Let this transaction read its own rows from now on, everybody else after the commit."""
    transaction.on_commit(Change())


def _register() -> Register:
    global _public  # noqa: PLW0603  one per process is the point
    if own := [entry[1] for entry in connection.run_on_commit if isinstance(entry[1], Change)]:
        if getattr(_own, "register", None) is None or _own.register.version != own:
            _own.register = Register(own)
        return _own.register
    _own.register = None
    version, register = _version(), _public
    if register is None or register.version != version:
        _public = register = Register(version)
    return register


def _version() -> object:
    """The stamp in force, set anew where the cache has lost it. While the cache is away, what was read stays good."""
    try:
        return cache.get_or_set(STAMP, lambda: uuid4().hex, timeout=None)
    except RedisError:
        return _public.version if _public else ""


# From here the calendars, which know no countries, learn whose capital stands beside a time.
atlas.place, atlas.sides = place, sides
