"""The days of a programme, in the zone of the stop where it is held. No database."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from calendars.moments import Place, write_day
from core.localised import LocalisedText, active_language
from core.refusal import RefusedError

# A reception that ends at one in the morning, or begins then, is still part of the evening for everybody who is there.
# Nobody holds a session before five.
DAY_BEGINS = time(5)
ONE_DAY = timedelta(days=1)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The day of the programme a moment belongs to: before five in the morning, the day before."""
    local = moment.astimezone(zone)
    return local.date() - ONE_DAY if local.time() < DAY_BEGINS else local.date()


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment of a time on the wall on that day of the programme.

    Refused where the clocks are put forward over it: nobody could come.
    """
    on = day + ONE_DAY if at < DAY_BEGINS else day
    local = datetime.combine(on, at, tzinfo=zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise RefusedError(
            _("There is no %(time)s on %(day)s: the clocks are put forward over it.")
            % {"time": f"{at:%H:%M}", "day": write_day(on)}
        )
    return moment


def span_of(day: date, begins: time, ends: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From and to on a day of the programme; five in the morning ends it. Refused when nothing lies between."""
    starts_at = moment_of(day, begins, zone)
    ends_at = moment_of(day + ONE_DAY if ends == DAY_BEGINS else day, ends, zone)
    if ends_at <= starts_at or begins == ends:
        raise RefusedError(_("A session ends after it begins, and before five the next morning."))
    return starts_at, ends_at


def place_of(stop: Any) -> Place:
    """A stop as clocks know it."""
    return Place("", ZoneInfo(stop.zone), LocalisedText(stop.city))


def hours(starts_at: datetime, ends_at: datetime | None, zone: ZoneInfo) -> str:
    """`09:30–10:30`, or `09:30` where only the beginning matters."""
    first = f"{starts_at.astimezone(zone):%H:%M}"
    return f"{first}–{ends_at.astimezone(zone):%H:%M}" if ends_at else first


def write_hours(starts_at: datetime, ends_at: datetime | None, place: Place) -> str:
    """`09:30–10:30 Seoul`, in Korean `서울 09:30–10:30`."""
    city = str(place.city)
    parts = [hours(starts_at, ends_at, place.zone), city]
    return " ".join(reversed(parts) if active_language() == "ko" else parts)


def write_span(starts_at: datetime, ends_at: datetime, stop: Any) -> str:
    """`30 Oct 2027, 09:30–10:30 Seoul`: when a session is held, in a sentence."""
    place = place_of(stop)
    comma = " " if active_language() == "ko" else ", "
    return f"{write_day(day_of(starts_at, place.zone))}{comma}{write_hours(starts_at, ends_at, place)}"
