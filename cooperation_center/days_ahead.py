"""The days ahead as both sides share them: what counts as near, and the next hours for a call."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from calendars.directory import joint
from calendars.working_time import NoWorkingTimeError, Window, add_working_days
from cooperation_center.clock import Clock
from people.models import Centre

NEAR = 5  # joint working days
WEEK = timedelta(days=7)
SHORTEST = timedelta(minutes=30)  # what is left of joint hours and would do for a call
SLOTS = 3


@dataclass(frozen=True)
class Slot:
    """Joint hours of one day, on the clocks of both capitals; the reader's own first."""

    day: date
    own: str
    other: str


def soon_until(now: datetime, centre: Centre | None) -> datetime:
    """The end of the fifth working day from now that both sides share; of a week where they share none."""
    if centre is None:
        return now + WEEK
    try:
        return add_working_days(now, NEAR, joint(centre.side_a.calendar_id, centre.side_b.calendar_id))
    except NoWorkingTimeError:
        return now + WEEK


def joint_slots(clock: Clock) -> list[Slot]:
    """The next three stretches of joint hours; those of today as far as half an hour is left."""
    found = []
    for opens, closes in clock.windows:
        start = max(opens, clock.now)
        if closes - start >= SHORTEST:
            found.append(_slot(clock, (start, closes)))
        if len(found) == SLOTS:
            break
    return found


def _slot(clock: Clock, window: Window) -> Slot:
    own, other = (
        f"{window[0].astimezone(place.zone):%H:%M}–{window[1].astimezone(place.zone):%H:%M}" for place in clock.places
    )
    return Slot(window[0].astimezone(clock.places[0].zone).date(), own, other)
