"""Whether a session fits the days and hours of both sides, in words. Reads only."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from calendars.directory import calendar_of
from calendars.moments import write_day
from calendars.working_time import WorkingCalendar
from core.localised import active_language
from people.models import Centre, Country

LONGEST = 14  # days looked at


def warnings_of(centre: Centre, starts_at: datetime, ends_at: datetime) -> list[str]:
    """A sentence for each side that is off on a day of it, naming the holiday, or whose office is closed then."""
    return [
        sentence
        for country in (centre.side_a, centre.side_b)
        for sentence in _of_side(country, calendar_of(country.calendar_id), starts_at, ends_at)
    ]


def _of_side(country: Country, calendar: WorkingCalendar, starts_at: datetime, ends_at: datetime) -> Iterator[str]:
    days = list(_days(calendar.date_of(starts_at), calendar.date_of(ends_at)))
    off = [day for day in days if not calendar.is_working_day(day)]
    for day in off:
        said = {"day": write_day(day, "weekday"), "country": country.name}
        if holiday := calendar.holiday(day, active_language()):
            yield _("%(day)s is a day off in %(country)s: %(holiday)s.") % {**said, "holiday": holiday}
        else:
            yield _("%(day)s is not a working day in %(country)s.") % said
    if off or not days:
        return
    first, last = calendar.windows(days[0]), calendar.windows(days[-1])
    if first and last and (starts_at < first[0][0] or ends_at > last[-1][1]):
        yield _("In %(country)s it is %(from)s–%(to)s then; offices there are open %(opens)s–%(closes)s.") % {
            "country": country.name,
            "from": f"{starts_at.astimezone(calendar.zone):%H:%M}",
            "to": f"{ends_at.astimezone(calendar.zone):%H:%M}",
            "opens": f"{first[0][0]:%H:%M}",
            "closes": f"{last[-1][1]:%H:%M}",
        }


def _days(first: date, last: date) -> Iterator[date]:
    for number in range(min((last - first).days, LONGEST) + 1):
        yield first + timedelta(days=number)
