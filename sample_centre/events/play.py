"""Deeds of an event at their moments: on a date of the past, or so many working days before today."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import islice
from typing import Any

from calendars.directory import calendar_of
from events.models import Event
from people.models import User
from sample_centre.content.organisations import SIDE_A, SIDE_B
from sample_centre.scene import House
from sample_centre.timeline import country_of, days_back, local

BOTH = (SIDE_A, SIDE_B)


@dataclass(frozen=True)
class Deed:
    """What somebody does at a moment. `by` is the name of who acts; "" where it is the clock, or people of no account."""

    at: datetime
    by: str
    verb: str
    do: Callable[[], Any]


class Play(ABC):
    """One event on its way. `deeds` lists what happens; each deed is a method, told who acts as `by`."""

    reads: tuple[str, ...] = BOTH  # countries whose working days count, when days are counted back

    def __init__(self, house: House, today: date) -> None:
        self.house, self.today = house, today
        self.pk = 0

    @abstractmethod
    def deeds(self) -> list[Deed]:
        """Every deed of the event, in any order."""

    @property
    def event(self) -> Event:
        """The event as it stands now."""
        return Event.objects.get(pk=self.pk)

    def person(self, name: str) -> User:
        return self.house.people[name]

    # --- Moments -----------------------------------------------------------------------------------------------------

    def on(self, at: str, by: str, verb: str, **said: Any) -> Deed:
        """At a date and a time on the wall of whoever acts, `2017-06-12 10:30`; of side A where nobody does."""
        day, _space, time = at.partition(" ")
        return Deed(self._moment(date.fromisoformat(day), time, by), by, verb, self._verb(by, verb, said))

    def back(self, ago: int, at: str, by: str, verb: str, **said: Any) -> Deed:
        """So many working days before today, of all countries that this event reads."""
        return Deed(self._moment(self._days_back[ago - 1], at, by), by, verb, self._verb(by, verb, said))

    def lately(self, ago: int, at: str, by: str, verb: str, **said: Any) -> Deed:
        """So many joint working days of the two sides before today: those by which silence is counted."""
        return Deed(self._moment(self._joint_days_back[ago - 1], at, by), by, verb, self._verb(by, verb, said))

    def _moment(self, day: date, at: str, by: str) -> datetime:
        return local(day, at, country_of(by) if by else SIDE_A)

    def _verb(self, by: str, verb: str, said: dict[str, Any]) -> Callable[[], Any]:
        return lambda: getattr(self, verb)(**({"by": self.person(by)} if by else {}), **said)

    @cached_property
    def _days_back(self) -> list[date]:
        return list(islice(days_back(self.reads, self.today), 70))

    @cached_property
    def _joint_days_back(self) -> list[date]:
        return list(islice(days_back(BOTH, self.today), 70))

    def days_ahead(self, least: int) -> date:
        """The first joint working day at least so many days from today."""
        return first_of_working_days(self.today + timedelta(days=least), 1)


def first_of_working_days(since: date, number: int, *, weekday: int | None = None) -> date:
    """The first of so many days in a row on which both sides work; on a given day of the week where one is named."""
    calendars, day = [calendar_of(code) for code in BOTH], since
    while (weekday is not None and day.weekday() != weekday) or not all(
        calendar.is_working_day(day + timedelta(days=one)) for one in range(number) for calendar in calendars
    ):
        day += timedelta(days=1)
    return day


def in_order(plays: Iterable[Play]) -> list[Deed]:
    """The deeds of all events in the order in which they happened."""
    return sorted((deed for play in plays for deed in play.deeds()), key=lambda deed: deed.at)
