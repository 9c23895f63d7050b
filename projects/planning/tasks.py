"""What a schedule is made of, as plain data: no database, no HTML.

A bar stands for a task, a milestone, a meeting or a whole group of them. What is planned is worked out by `reckoning`,
what it looks like by `drawing`; both take bars and know nothing of where they come from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, NamedTuple

from calendars.working_time import OfficeCalendar

Owner = Literal["a", "b", "both"]
Kind = Literal["task", "milestone", "meeting", "group"]


class Span(NamedTuple):
    """From a day to a day, both of them included."""

    starts_on: date
    ends_on: date


class Link(NamedTuple):
    """A predecessor, finish to start. The lag is in working days of who waits; a negative one lets the two overlap."""

    key: int
    lag: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a schedule.

    `starts_on` is the wished start going into `reckon`, and today's plan once `planned` has put the answer in. `days`
    are working days of the owner; a milestone has none. `number` and `name` are what people read.
    """

    key: int
    number: str
    name: Any
    owner: Owner
    kind: Kind = "task"
    starts_on: date
    ends_on: date
    days: int = 1
    baseline_starts_on: date | None = None
    baseline_ends_on: date | None = None
    begun_on: date | None = None
    done_on: date | None = None
    progress: int = 0  # per cent
    after: tuple[Link, ...] = ()
    group: int | None = None
    tasks: int = 0  # of a group: how many it has
    tasks_done: int = 0

    @property
    def baseline(self) -> Span | None:
        """What was agreed; none for what has been added since."""
        if self.baseline_starts_on is None or self.baseline_ends_on is None:
            return None
        return Span(self.baseline_starts_on, self.baseline_ends_on)

    @property
    def span(self) -> Span:
        """Where it stands: the wish before it is reckoned, today's plan after."""
        return Span(self.starts_on, self.ends_on)

    @property
    def is_moment(self) -> bool:
        """Whether it is drawn as a point of time: a milestone, or a meeting of one day."""
        return self.kind == "milestone" or (self.kind == "meeting" and self.days <= 1)


@dataclass(frozen=True, slots=True)
class Group:
    """A work package: the tasks that are shown as one line of the overview."""

    key: int
    number: str
    name: Any


@dataclass(frozen=True, slots=True)
class Calendars:
    """The working days of both sides. What both do together stands only on days that both work."""

    a: OfficeCalendar
    b: OfficeCalendar
    both: OfficeCalendar

    def of(self, owner: Owner) -> OfficeCalendar:
        """The calendar of who does it."""
        return {"a": self.a, "b": self.b, "both": self.both}[owner]


def planned(bar: Bar, dates: Mapping[int, Span]) -> Bar:
    """The bar at the dates that were worked out for it."""
    span = dates[bar.key]
    return replace(bar, starts_on=span.starts_on, ends_on=span.ends_on)
