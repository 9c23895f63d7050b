"""When a letter that can wait may go: while the offices of its reader's country are open, never on a day off there."""

from datetime import datetime, timedelta

from calendars.directory import calendar_of
from calendars.models import Calendar
from calendars.working_time import NoWorkingTimeError, add_working_time
from notifications.models import Notification
from people.directory import place
from people.models import User


def country_of(row: Notification, reader: User | None) -> str:
    """The country by whose calendar a reader is spared: that of the appointment, or what is kept with an address."""
    if reader is not None:
        return reader.standing.country.pk if reader.standing.country else ""
    return str(row.context.get("country", ""))


def next_open(code: str, at: datetime) -> datetime:
    """The moment itself while offices are open there, else the next opening.

    A country that we do not know, or that has no working time, spares nobody: its letter leaves at once.
    """
    there = place(code) if code else None
    if there is None or not there.calendar:
        return at
    try:
        return add_working_time(at, timedelta(0), calendar_of(there.calendar))
    except (Calendar.DoesNotExist, NoWorkingTimeError):
        return at
