"""When mail that can wait may go: while the offices of its reader's country are open, never on a day off there."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from calendars.directory import calendar_of
from calendars.models import Calendar
from calendars.working_time import NoWorkingTimeError, WorkingCalendar, add_working_time
from notifications.enums import Rhythm
from notifications.models import Notification
from people.directory import place
from people.models import User

ONE_DAY, WEEK = timedelta(days=1), 7
USUAL_WEEK = {weekday: [(time(9), time(18))] for weekday in range(5)}


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


def offices_of(reader: User) -> WorkingCalendar:
    """Those of the reader's country; where nobody knows them, the usual week in the reader's own zone."""
    home = reader.standing.country
    if home is not None and home.calendar_id:
        offices = calendar_of(home.calendar_id)
        try:
            add_working_time(timezone.now(), timedelta(0), offices)
        except NoWorkingTimeError:
            pass
        else:
            return offices
    return WorkingCalendar("", ZoneInfo(reader.zone), USUAL_WEEK)


def is_open(offices: WorkingCalendar, at: datetime) -> bool:
    return any(opens <= at < closes for opens, closes in offices.spans(offices.date_of(at)))


def next_digest_at(rhythm: str, offices: WorkingCalendar, after: datetime) -> datetime:
    """The first opening of the next working day; of the next week that has one, for a weekly digest."""
    today = offices.date_of(after)
    first = today + (ONE_DAY * (WEEK - today.weekday()) if rhythm == Rhythm.WEEKLY else ONE_DAY)
    return add_working_time(datetime.combine(first, time.min, offices.zone), timedelta(0), offices)
