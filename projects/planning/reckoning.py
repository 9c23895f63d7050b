"""The dates of a schedule, worked out from durations, wishes and dependencies. Nothing here reads the database.

Every task runs on the working days of who does it. A predecessor ends before its successor begins: on the next working
day of the successor, after a lag that is counted on the calendar of the successor too, because it is the one who waits.
A milestone takes no time: it is reached at the end of its day, so it stands on the day its last predecessor ends where
its owner works that day, and what follows it begins on the day after.

Facts stay facts: what is done keeps its days, what has begun keeps its first day, even where that was a day off or came
before a predecessor had ended.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _

from calendars.working_time import OfficeCalendar
from core.refusal import RefusedError
from projects.planning.ruler import Ruler
from projects.planning.tasks import Bar, Calendars, Owner, Span

ONE_DAY = timedelta(days=1)


class CycleError(RefusedError):
    """Tasks wait for each other in a circle; `numbers` names them in the order in which each waits for the next."""

    def __init__(self, numbers: tuple[str, ...]) -> None:
        self.numbers = numbers
        chain = " → ".join((*numbers, numbers[0]))
        super().__init__(
            _("These tasks wait for each other in a circle: %(chain)s. Take one link away.") % {"chain": chain}
        )


class UnknownPredecessorError(RefusedError):
    """A task waits for one that is not in the schedule."""

    def __init__(self, number: str) -> None:
        self.number = number
        super().__init__(_("Task %(number)s waits for a task that is not in the schedule.") % {"number": number})


# --- One task --------------------------------------------------------------------------------------------------------
def ends_on(starts_on: date, days: int, calendar: OfficeCalendar) -> date:
    """The last of so many working days, the first of which is `starts_on` or the next working day.

    No days at all give the first: a milestone stands on it.
    """
    if days < 0:
        message = "A task lasts no fewer than no days."
        raise ValueError(message)
    ruler = Ruler(calendar, starts_on.year)
    return ruler.day(ruler.at_or_after(starts_on) + max(days, 1) - 1)


def duration(starts_on: date, ends_on: date, calendar: OfficeCalendar) -> int:
    """The working days from a day to a day, both included; none where the second comes first."""
    ruler = Ruler(calendar, starts_on.year)
    return max(ruler.after(ends_on) - ruler.at_or_after(starts_on), 0)


def first_day(day: date, calendar: OfficeCalendar) -> date:
    """That day if it is worked, else the next one that is: what a form offers where a joint meeting cannot stand."""
    return ends_on(day, 1, calendar)


def slip(bar: Bar, calendars: Calendars) -> int | None:
    """By how many working days of its owner the bar ends after its baseline; negative when before, none without one."""
    if bar.baseline_ends_on is None:
        return None
    ruler = Ruler(calendars.of(bar.owner), bar.baseline_ends_on.year)
    return ruler.after(bar.done_on or bar.ends_on) - ruler.after(bar.baseline_ends_on)


def is_late(bar: Bar, today: date) -> bool:
    """Whether it should be done by today's plan, and is not."""
    return bar.done_on is None and bar.ends_on < today


# --- The whole schedule ----------------------------------------------------------------------------------------------
class Network:
    """Bars in an order in which each comes after what it waits for, with the working days of their owners.

    Made once and asked several times; refuses a circle and a predecessor that is not there.
    """

    def __init__(self, bars: Iterable[Bar], calendars: Calendars) -> None:
        self.bars = {bar.key: bar for bar in sorted(bars, key=lambda bar: bar.key)}
        self.order = self._in_order()
        year = min((bar.starts_on.year for bar in self.order), default=1)
        self.rulers: dict[Owner, Ruler] = {
            owner: Ruler(calendars.of(owner), year) for owner in {bar.owner for bar in self.order}
        }

    def reckon(self) -> dict[int, Span]:
        """Today's plan: the earliest days on which each can stand, none of them earlier than wished."""
        return self._forward(None)

    def forecast(self, today: date) -> dict[int, Span]:
        """What the plan comes to when no more time is lost: what should have begun begins today at the earliest.

        What has begun ends no earlier than the days that its progress leaves over, counted from today. At least one
        day is left of what is not done, whatever its progress says.
        """
        return self._forward(today)

    def slack(self, dates: Mapping[int, Span]) -> dict[int, int]:
        """By how many working days of its owner each may end later without moving the end of the whole.

        What is done has none to speak of and is left out. `dates` are those of `reckon` or of `forecast`.
        """
        end = max((span.ends_on for span in dates.values()), default=date.min)
        latest = {bar.key: self.rulers[bar.owner].at_or_before(end) for bar in self.order}
        for bar in reversed(self.order):
            if bar.begun_on or bar.done_on:
                continue  # it stands where it stands, so nobody before it is pressed for time by it
            own = self.rulers[bar.owner]
            for link in bar.after:
                begins = own.day(latest[bar.key] - _length(bar) + 1 - link.lag)
                limit = begins if bar.kind == "milestone" else begins - ONE_DAY
                before = self.rulers[self.bars[link.key].owner]
                latest[link.key] = min(latest[link.key], before.at_or_before(limit))
        return {
            bar.key: latest[bar.key] - self.rulers[bar.owner].at_or_before(dates[bar.key].ends_on)
            for bar in self.order
            if bar.done_on is None
        }

    def critical(self, dates: Mapping[int, Span]) -> list[int]:
        """What has no day to spare, in order of its days: the end of the whole moves with each of them."""
        pressed = [key for key, days in self.slack(dates).items() if days <= 0]
        return sorted(pressed, key=lambda key: (dates[key], key))

    def _in_order(self) -> list[Bar]:
        followers: dict[int, list[int]] = {key: [] for key in self.bars}
        waits_for = {key: len(bar.after) for key, bar in self.bars.items()}
        for key, bar in self.bars.items():
            for link in bar.after:
                if link.key not in followers:
                    raise UnknownPredecessorError(bar.number)
                followers[link.key].append(key)
        order = [key for key, number in waits_for.items() if not number]
        for key in order:  # it grows while it is walked
            for follower in followers[key]:
                waits_for[follower] -= 1
                if not waits_for[follower]:
                    order.append(follower)
        if len(order) < len(self.bars):
            raise CycleError(self._circle({key for key, number in waits_for.items() if number}))
        return [self.bars[key] for key in order]

    def _circle(self, left: set[int]) -> tuple[str, ...]:
        """One circle among those that wait for ever. Each of them waits for another one, so a walk comes back."""
        walked: dict[int, int] = {}
        key = min(left)
        while key not in walked:
            walked[key] = len(walked)
            key = min(link.key for link in self.bars[key].after if link.key in left)
        circle = list(walked)[walked[key] :]
        first = circle.index(min(circle))
        return tuple(self.bars[key].number for key in circle[first:] + circle[:first])

    def _forward(self, today: date | None) -> dict[int, Span]:
        dates: dict[int, Span] = {}
        for bar in self.order:
            if bar.done_on:
                dates[bar.key] = _as_done(bar, bar.done_on)
            elif bar.begun_on:
                dates[bar.key] = self._begun(bar, bar.begun_on, today)
            else:
                dates[bar.key] = self._to_come(bar, dates, today)
        return dates

    def _begun(self, bar: Bar, begun_on: date, today: date | None) -> Span:
        ruler = self.rulers[bar.owner]
        last = ruler.at_or_after(begun_on) + _length(bar) - 1
        if today:
            left = max(-(-bar.days * (100 - bar.progress) // 100), 1)
            last = max(last, ruler.at_or_after(today) + left - 1)
        return Span(begun_on, ruler.day(last))

    def _to_come(self, bar: Bar, dates: Mapping[int, Span], today: date | None) -> Span:
        ruler = self.rulers[bar.owner]
        begins = ruler.at_or_after(max(bar.starts_on, today) if today else bar.starts_on)
        following = ruler.at_or_after if bar.kind == "milestone" else ruler.after
        for link in bar.after:
            begins = max(begins, following(dates[link.key].ends_on) + link.lag)
        return Span(ruler.day(begins), ruler.day(begins + _length(bar) - 1))


def reckon(bars: Iterable[Bar], calendars: Calendars) -> dict[int, Span]:
    """Today's plan of all bars. Refuses a circle, a predecessor that is not there, and a plan without end."""
    return Network(bars, calendars).reckon()


def forecast(bars: Iterable[Bar], calendars: Calendars, today: date) -> dict[int, Span]:
    """What the plan comes to as things stand today; refuses what `reckon` refuses."""
    return Network(bars, calendars).forecast(today)


def _length(bar: Bar) -> int:
    """The working days it stands on: a milestone takes none, and stands on one."""
    return 1 if bar.kind == "milestone" else max(bar.days, 1)


def _as_done(bar: Bar, done_on: date) -> Span:
    if bar.kind == "milestone":
        return Span(done_on, done_on)
    return Span(min(bar.begun_on or bar.starts_on, done_on), done_on)
