"""What somebody can be present at: the days of an event, and its sessions. Reads only."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from calendars.moments import write_day
from events.actions.attendance import Occasion, today_at
from events.enums import SessionKind
from events.models import Event, Session

DAY, SESSION = "day", "session"


@dataclass
class Occasions:
    """All of one event, under the names that forms and addresses give them: `day:2027-10-30`, `session:12`."""

    event: Event
    sessions: list[Session] = field(init=False)

    def __post_init__(self) -> None:
        """Sessions that are held at a time; nobody is marked as present in a break."""
        rows = self.event.sessions.standing().timed().exclude(kind=SessionKind.BREAK).select_related("stop", "room")
        self.sessions = list(rows.defer("abstract").order_by("starts_at", "pk"))

    @cached_property
    def days(self) -> list[date]:
        return [self.event.starts_on + timedelta(days=number) for number in range(self.event.days())]

    @cached_property
    def today(self) -> date:
        return today_at(self.event)

    def names(self) -> dict[str, Occasion]:
        found = {f"{DAY}:{day.isoformat()}": Occasion(day) for day in self.days}
        for session in self.sessions:
            found[f"{SESSION}:{session.pk}"] = Occasion(session.day or self.event.starts_on, session)
        return found

    def open(self) -> dict[str, Occasion]:
        """Those that may be marked: the days that have come, and their sessions."""
        return {name: one for name, one in self.names().items() if one.day <= self.today}

    def choices(self) -> list[tuple[str, str]]:
        return [(name, words_of(one)) for name, one in self.open().items()]

    def usual(self) -> str:
        """What is meant when nothing is said: today, or the last day that has come."""
        days = [day for day in self.days if day <= self.today]
        return f"{DAY}:{days[-1].isoformat()}" if days else ""


def words_of(at: Occasion) -> str:
    """`Fri 30 Oct 2027`, or `30 Oct 09:30 Opening`, in the zone of the stop."""
    if at.session is None or at.session.starts_at is None:
        return write_day(at.day, "weekday")
    local = at.session.starts_at.astimezone(at.session.stop.tz)
    return f"{write_day(at.day, 'short')} {local:%H:%M} {at.session.title}"
