"""The two clocks at the top of every page: what time it is in both capitals, and when both offices are open.

The server works out what is to be said during the next day; the small script only shows the sentence whose time has
come, so that every word is translated here.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.directory import calendar_of, joint
from calendars.moments import Place, write_day
from calendars.working_time import Window, WorkingCalendar
from core.localised import active_language

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
WEEK = 7
LOOK_AHEAD = 30  # days, longer than any row of holidays
STRIP = 150  # units across
NO_HOURS_UNTIL: tuple[Promise, ...] = (
    gettext_lazy("No joint hours until Monday"),
    gettext_lazy("No joint hours until Tuesday"),
    gettext_lazy("No joint hours until Wednesday"),
    gettext_lazy("No joint hours until Thursday"),
    gettext_lazy("No joint hours until Friday"),
    gettext_lazy("No joint hours until Saturday"),
    gettext_lazy("No joint hours until Sunday"),
)


@dataclass(frozen=True)
class Face:
    """One of the two clocks, and the office hours of the day that stands for all."""

    city: str
    zone: str
    moment: datetime
    hours: str

    @property
    def time(self) -> str:
        return f"{self.moment:%H:%M}"

    @property
    def day(self) -> str:
        text = write_day(self.moment.date(), "clock")
        return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class State:
    """What the bar says from one moment until another; joint hours also count down to their end."""

    said: str
    hours: str
    begins: datetime
    ends: datetime
    is_joint: bool = False

    @property
    def left(self) -> str:
        """The time to the end, in whole minutes begun."""
        hours, minutes = divmod(-((self.begins - self.ends) // MINUTE), 60)
        return write_left(hours, minutes) if self.is_joint else ""


@dataclass(frozen=True)
class Bar:
    """One stretch of a day, in the units of the drawing it stands in. `kind` is `a`, `b` or `joint`."""

    kind: str
    x: float
    width: float


def write_left(hours: object, minutes: object) -> str:
    """`2 h 40 min left`."""
    if not hours:
        return _("%(minutes)s min left") % {"minutes": minutes}
    return _("%(hours)s h %(minutes)s min left") % {"hours": hours, "minutes": minutes}


class Clock:
    """The bar for one reader: the own place first, the one across the table second."""

    def __init__(self, own: Place, other: Place, *, side_b: str, now: datetime) -> None:
        self.places = (own, other)
        self.now = now
        self.calendars: tuple[WorkingCalendar, ...] = (calendar_of(own.calendar), calendar_of(other.calendar))
        self.joint = joint(own.calendar, other.calendar)
        # Flax is side a and celadon side b, wherever one reads. A third country stands where the other side is not.
        self.kinds = ("b", "a") if own.code == side_b else ("a", "b")

    @cached_property
    def own(self) -> Face:
        return self._face(0)

    @cached_property
    def other(self) -> Face:
        return self._face(1)

    @cached_property
    def windows(self) -> list[Window]:
        """The joint hours from yesterday on, as far as one looks ahead."""
        first = min(self._date(n, self.now) for n in (0, 1)) - DAY
        return [window for n in range(LOOK_AHEAD) for window in self.joint.spans(first + n * DAY)]

    @cached_property
    def states(self) -> list[State]:
        """What is to be said, from now until this time tomorrow at least. The first is what is said now."""
        states = [self._state(self.now.astimezone(UTC))]
        while states[-1].ends < self.now + DAY:
            states.append(self._state(states[-1].ends))
        return states

    @cached_property
    def day(self) -> date | None:
        """The day that is drawn: today when it has joint hours, past or to come; else the next that has."""
        today = self.joint.date_of(self.now)
        if self.joint.spans(today):
            return today
        coming = self._coming(self.now)
        return self.joint.date_of(coming[0]) if coming else None

    @cached_property
    def offices(self) -> tuple[tuple[Window, ...], tuple[Window, ...]]:
        """The office windows of both places on that day; without any joint hours, on the next day of each."""
        own, other = (self.day or self._working_day(n) for n in (0, 1))
        return self.calendars[0].spans(own), self.calendars[1].spans(other)

    @cached_property
    def overlap(self) -> tuple[Window, ...]:
        """The joint hours of that day."""
        return self.joint.spans(self.day) if self.day else ()

    @cached_property
    def span(self) -> Window | None:
        """From the first opening to the last closing of that day; none while nobody has office hours."""
        moments = [moment for windows in self.offices for window in windows for moment in window]
        return (min(moments), max(moments)) if moments else None

    def bars(self, width: float) -> list[Bar]:
        """Both working days and their overlap in true proportion, the overlap last so that it lies on top."""
        if self.span is None:
            return []
        start, end = self.span
        unit = width / ((end - start) / MINUTE)
        named = [*zip(self.kinds, self.offices, strict=True), ("joint", self.overlap)]
        return [
            Bar(kind, round((opens - start) / MINUTE * unit, 1), round((closes - opens) / MINUTE * unit, 1))
            for kind, windows in sorted(named, key=lambda one: ("b", "a", "joint").index(one[0]))
            for opens, closes in windows
        ]

    @cached_property
    def strip(self) -> list[Bar]:
        return self.bars(STRIP)

    @property
    def tick(self) -> float | None:
        """Where now is on the strip; nowhere before the first opening and after the last closing."""
        if self.span is None or not self.span[0] <= self.now <= self.span[1]:
            return None
        return round((self.now - self.span[0]) / (self.span[1] - self.span[0]) * STRIP, 1)

    @property
    def left_patterns(self) -> dict[str, str]:
        """The words of the countdown with places for the figures, for the script."""
        return {"hours": write_left("{h}", "{m}"), "minutes": write_left("", "{m}")}

    def _date(self, index: int, moment: datetime) -> date:
        return moment.astimezone(self.places[index].zone).date()

    def _face(self, index: int) -> Face:
        place = self.places[index]
        hours = self.calendars[index].windows(self._working_day(index))
        written = f"{hours[0][0]:%H:%M}–{hours[-1][1]:%H:%M}" if hours else ""
        return Face(str(place.city), place.zone.key, self.now.astimezone(place.zone), written)

    def _working_day(self, index: int) -> date:
        """Today, or the next day that is worked there."""
        days = [self._date(index, self.now) + n * DAY for n in range(LOOK_AHEAD)]
        return next((day for day in days if self.calendars[index].spans(day)), days[0])

    def _coming(self, moment: datetime) -> Window | None:
        return next((window for window in self.windows if moment < window[1]), None)

    def _state(self, moment: datetime) -> State:
        midnight = min(
            datetime.combine(self._date(n, moment) + DAY, time(), place.zone).astimezone(UTC)
            for n, place in enumerate(self.places)
        )
        coming = self._coming(moment)
        if coming is None:
            return State(_("No joint hours are planned"), "", moment, midnight)
        opens, closes = coming
        if opens <= moment:
            return State(_("Joint hours now"), self._both(opens, closes), moment, closes, is_joint=True)
        if self._date(0, opens) == self._date(0, moment):
            said = _("Joint hours at %(times)s") % {"times": self._both(opens)}
            return State(said, "", moment, min(opens, midnight))
        return State(self._closed(moment, opens), self._both(opens), moment, min(opens, midnight))

    def _closed(self, moment: datetime, opens: datetime) -> str:
        """Until when there are none; and where it is a holiday, that first."""
        day = self._date(0, opens)
        if (day - self._date(0, moment)).days < WEEK:
            until = str(NO_HOURS_UNTIL[day.weekday()])
        else:
            until = _("No joint hours until %(day)s") % {"day": write_day(day, "short")}
        off = [str(place.city) for n, place in enumerate(self.places) if self._has_holiday(n, self._date(n, moment))]
        if not off:
            return until
        if len(off) == 1:
            return _("Holiday in %(city)s. %(until)s") % {"city": off[0], "until": until}
        return _("Holiday in %(city)s and %(other)s. %(until)s") % {"city": off[0], "other": off[1], "until": until}

    def _has_holiday(self, index: int, day: date) -> bool:
        calendar = self.calendars[index]
        return not calendar.is_working_day(day) and bool(calendar.holiday(day, active_language()))

    def _both(self, *moments: datetime) -> str:
        """`09:00–12:00 / 15:00–18:00`, the own clock first."""
        return " / ".join("–".join(f"{one.astimezone(place.zone):%H:%M}" for one in moments) for place in self.places)
