"""Attendance counted: by day and by session, as shares of those who were expected. Reads only."""

from dataclasses import dataclass

from django.db.models import Count

from events.actions.attendance import Occasion
from events.models import Attendance, Event, Seat
from events.presentation.occasions import DAY, SESSION, Occasions


@dataclass(frozen=True)
class Line:
    """One occasion: how many were there, of how many, and whether it may be marked already."""

    name: str
    at: Occasion
    present: int
    expected: int
    is_open: bool

    @property
    def time(self) -> str:
        """When the session begins, on the wall clock of its stop."""
        session = self.at.session
        if session is None or session.starts_at is None:
            return ""
        return f"{session.starts_at.astimezone(session.stop.tz):%H:%M}"

    @property
    def share(self) -> int:
        """In whole per cent; more may come than were expected, and the bar ends at the edge."""
        return round(100 * self.present / self.expected) if self.expected else 0

    @property
    def bar(self) -> int:
        return min(self.share, 100)


@dataclass(frozen=True)
class Overview:
    """All days, and the sessions of each."""

    days: list[Line]
    sessions: dict[str, list[Line]]


def overview_of(event: Event, occasions: Occasions) -> Overview:
    """Four queries, however many people and sessions. A session that takes bookings expects those who booked."""
    seated = event.participants.seated().count()
    marks = Attendance.objects.order_by()
    of_days = marks.filter(participant__event=event, session=None, day__in=occasions.days)
    by_day = dict(of_days.values_list("day").annotate(Count("pk")))
    by_session = dict(marks.filter(session__event=event).values_list("session").annotate(Count("pk")))
    booked = dict(Seat.objects.filter(session__event=event).order_by().values_list("session").annotate(Count("pk")))
    days, sessions = [], {}
    for day in occasions.days:
        name = f"{DAY}:{day.isoformat()}"
        days.append(Line(name, Occasion(day), by_day.get(day, 0), seated, day <= occasions.today))
        sessions[name] = [
            Line(
                f"{SESSION}:{one.pk}",
                Occasion(day, one),
                by_session.get(one.pk, 0),
                booked.get(one.pk, 0) if one.seats is not None else seated,
                day <= occasions.today,
            )
            for one in occasions.sessions
            if one.day == day
        ]
    return Overview(days, sessions)
