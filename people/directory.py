"""Centres and countries as every page needs them: read once a process, again after any of them is saved.

A stamp in the shared cache tells the other processes; each looks at it once a second at most, so a page costs no query
and a change shows within a second.
"""

import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from calendars.models import Calendar
from calendars.moments import Place, atlas
from people.models import Centre, Country

STAMP = "people.directory"
LEEWAY = 1.0  # seconds between two looks at the stamp


@dataclass
class _Read:
    """What was read, under which stamp, and when the stamp was last looked at."""

    stamp: str = ""
    looked_at: float = float("-inf")
    countries: dict[str, Country] = field(default_factory=dict)
    centres: list[Centre] = field(default_factory=list)


_read = _Read()


def country(code: str) -> Country | None:
    """A country by its code; none when it is not known here."""
    return _fresh().countries.get(code)


def countries() -> list[Country]:
    """All of them, in protocol order: the English alphabet."""
    return list(_fresh().countries.values())


def centres() -> list[Centre]:
    """All centres with both sides, the oldest first."""
    return _fresh().centres


def main_centre() -> Centre | None:
    """The centre whose name stands above every page: the first that the public may see."""
    return next((centre for centre in centres() if centre.is_public), None)


def sides() -> tuple[str, ...]:
    """The codes of the main centre's two countries; none before there is a centre."""
    centre = main_centre()
    return (centre.side_a_id, centre.side_b_id) if centre else ()


def place(code: str) -> Place | None:
    """A country as clocks know it."""
    found = country(code)
    return Place(found.pk, ZoneInfo(found.calendar.zone), found.capital, found.calendar_id) if found else None


def forget(**_signal: Any) -> None:
    """Read again: this process at once, the others when the transaction is through."""
    _read.looked_at = float("-inf")
    _new_stamp()
    transaction.on_commit(_new_stamp)


def _new_stamp() -> str:
    stamp = uuid4().hex
    cache.set(STAMP, stamp, None)
    return stamp


def _fresh() -> _Read:
    now = time.monotonic()
    if now - _read.looked_at < LEEWAY:
        return _read
    stamp = cache.get(STAMP) or _new_stamp()
    if stamp != _read.stamp:
        _read.countries = {one.pk: one for one in Country.objects.select_related("calendar").order_by("name__en")}
        _read.centres = list(Centre.objects.order_by("pk"))
        for centre in _read.centres:
            centre.side_a, centre.side_b = _read.countries[centre.side_a_id], _read.countries[centre.side_b_id]
        _read.stamp = stamp
    _read.looked_at = now
    return _read


def connect() -> None:
    """Listen for changes, and tell the calendars where places come from. Called when Django starts."""
    for model in (Centre, Country, Calendar):
        for signal in (post_save, post_delete):
            signal.connect(forget, sender=model, dispatch_uid=f"people.directory.{model.__name__}")
    atlas.place, atlas.sides = place, sides
