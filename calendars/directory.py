"""The calendars of the centre, worked out once per process and replaced everywhere the moment one changes.

A stamp in the shared cache names the version that is in force. A process asks for the stamp, and reads the rows again
only when it has changed: a warm answer costs no query. Inside a transaction that has itself changed a calendar, the
answer is by its own rows and is shown to nobody else; if it is rolled back, nothing of it stays.
"""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from threading import local
from typing import Any, Protocol
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.db import connection, transaction
from redis.exceptions import RedisError

from calendars.models import Calendar
from calendars.public_holidays import HolidayName
from calendars.signals import calendar_changed
from calendars.working_time import DayRule, JointCalendar, WorkingCalendar, add_working_days

STAMP = "calendars:version"
SECONDS_WITHOUT_CACHE = 60  # for how long a reading stands in for the stamp while the shared cache is away
YEARS_AHEAD = 2

log = logging.getLogger(__name__)


class HasSides(Protocol):
    """Anything that two countries decide on together."""

    def side_codes(self) -> tuple[str, str]:
        """The codes of their calendars."""


class Shelf:
    """Every calendar as it stood at one version, and the pairs that were asked for."""

    def __init__(self, version: object) -> None:
        self.version = version
        self.calendars = {row.code: _work_out(row) for row in Calendar.objects.with_days()}
        self.pairs: dict[tuple[str, str], JointCalendar] = {}

    def calendar_of(self, code: str) -> WorkingCalendar:
        """One calendar; refuses a code that has none."""
        if code not in self.calendars:
            message = f"There is no calendar {code}."
            raise Calendar.DoesNotExist(message)
        return self.calendars[code]

    def joint(self, pair: tuple[str, str]) -> JointCalendar:
        """Two calendars together, so that their years are worked out once too."""
        if pair not in self.pairs:
            self.pairs[pair] = JointCalendar(*(self.calendar_of(code) for code in pair))
        return self.pairs[pair]


@dataclass(eq=False)
class Change:
    """A written row that waits for its commit; the first of a commit speaks for the later ones of its calendar."""

    code: str
    earlier: list["Change"]
    is_told: bool = False

    def __call__(self) -> None:
        """It is committed: put a new version in force, then tell."""
        self.is_told = True
        if any(change.is_told for change in self.earlier):
            return
        try:
            cache.set(STAMP, uuid4().hex, timeout=None)
        except RedisError:
            log.exception("The shared cache is away: other processes learn of calendar %s a little later.", self.code)
        calendar_changed.send(Calendar, code=self.code)


_public: Shelf | None = None
_own = local()  # per thread, as its database connection is


def calendar_of(code: str) -> WorkingCalendar:
    """The working calendar of a country; no query when nothing has changed since it was last asked for."""
    return _shelf().calendar_of(code)


def joint(code_a: str, code_b: str) -> JointCalendar:
    """The days and hours that two countries share."""
    return _shelf().joint((code_a, code_b))


def joint_days(n: int) -> Callable[[HasSides, datetime], datetime]:
    """For a step that silence may decide: the end of the n-th working day that both sides share.

    Raises `NoWorkingTimeError` where they share none for years.
    """

    def deadline(obj: HasSides, since: datetime) -> datetime:
        return add_working_days(since, n, joint(*obj.side_codes()))

    return deadline


def upcoming_holidays(
    codes: Iterable[str], after: date, count: int, language: str
) -> list[tuple[date, dict[str, HolidayName]]]:
    """The next days after a date on which the week would have offices open and one of them is closed, with names.

    At most `count`, and none beyond the end of the second year ahead; a country that fixes no holidays adds none.
    """
    found: dict[date, dict[str, HolidayName]] = {}
    for calendar in [calendar_of(code) for code in codes]:
        years = range(after.year, after.year + YEARS_AHEAD + 1)
        closed = [day for number in years for day in calendar.year(number).closed if day > after]
        for day in closed[:count]:
            found.setdefault(day, {})[calendar.code] = calendar.holiday(day, language)
    return sorted(found.items())[:count]


def outdate(code: str) -> None:
    """A calendar is being changed: this transaction reads its own rows from now on, everybody else after the commit."""
    earlier = [change for change in _waiting() if change.code == code and not change.is_told]
    transaction.on_commit(Change(code, earlier))


def _waiting() -> list[Change]:
    """The changes of this connection that are not yet committed; a rollback, even to a savepoint, removes its own."""
    return [entry[1] for entry in connection.run_on_commit if isinstance(entry[1], Change)]


def _shelf() -> Shelf:
    global _public  # noqa: PLW0603  one per process is the point
    if own := _waiting():
        if getattr(_own, "shelf", None) is None or _own.shelf.version != own:
            _own.shelf = Shelf(own)
        return _own.shelf
    _own.shelf = None
    version, shelf = _version(), _public
    if shelf is None or shelf.version != version:
        _public = shelf = Shelf(version)
    return shelf


def _version() -> Any:
    """The stamp in force, set anew where the cache has lost it. While the cache is away, a reading serves a minute."""
    try:
        return cache.get_or_set(STAMP, lambda: uuid4().hex, timeout=None)
    except RedisError:
        return int(time.monotonic()) // SECONDS_WITHOUT_CACHE


def _work_out(row: Calendar) -> WorkingCalendar:
    week: dict[int, list[tuple[Any, Any]]] = {}
    for window in row.windows.all():
        week.setdefault(window.weekday, []).append((window.opens, window.closes))
    rules = {day.date: DayRule(day.is_working, day.reason) for day in row.exceptions.all()}
    return WorkingCalendar(row.code, ZoneInfo(row.zone), week, rules, row.subdivision)
