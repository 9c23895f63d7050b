"""When each act of the stories happened, counted back from today: always on a working day, always in office hours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from calendars.directory import calendar_of, joint
from calendars.working_time import add_working_days
from consultations.actions.closing import ASK_ABOUT_USE_AFTER
from sample_centre.content.countries import STATES
from sample_centre.content.organisations import BODIES, SIDE_A, SIDE_B
from sample_centre.content.people import EVERYBODY
from sample_centre.story import Act, Request

SILENCE_DAYS = 5  # as in the workflow's table; the act refuses when it strikes too early


@dataclass(frozen=True)
class Moment:
    """One act at its moment."""

    at: datetime
    request: Request
    act: Act


def plan(requests: Iterable[Request], today: date) -> list[Moment]:
    """The acts of all stories in the order in which they happened."""
    moments = [moment for request in requests for moment in _moments(request, today)]
    return sorted(moments, key=lambda moment: moment.at)


def country_of(person: str) -> str:
    """The country by whose working days and clock somebody acts."""
    return BODIES[EVERYBODY[person].body].country


def local(day: date, at: str, country: str) -> datetime:
    """A time on the wall of a country."""
    return datetime.combine(day, time.fromisoformat(at), ZoneInfo(STATES[country].zone))


def days_back(codes: Iterable[str], today: date) -> Iterator[date]:
    """The days before today on which all these countries work, the nearest first."""
    calendars, day = [calendar_of(code) for code in codes], today
    while True:
        day -= timedelta(days=1)
        if all(calendar.is_working_day(day) for calendar in calendars):
            yield day


def _moments(request: Request, today: date) -> list[Moment]:
    countries = {country_of(act.by) for act in request.acts if act.by}
    if any(act.verb == "forward" for act in request.acts):
        countries |= {SIDE_A, SIDE_B}  # from then on both sides decide, in their joint days
    farthest = max(act.ago for act in request.acts)
    days = [day for day, _ago in zip(days_back(sorted(countries), today), range(farthest), strict=False)]
    moments: list[Moment] = []
    for act in request.acts:
        at = local(days[act.ago - 1], act.at, country_of(act.by)) if act.by else _strike(act.verb, moments)
        moments.append(Moment(at, request, act))
    return moments


def _strike(verb: str, before: list[Moment]) -> datetime:
    """When the clock acts: after the silence of a side, or half a year after the answer was accepted."""
    if verb == "silence":
        forwarded = next(moment.at for moment in before if moment.act.verb == "forward")
        return add_working_days(forwarded, SILENCE_DAYS, joint(SIDE_A, SIDE_B)) + timedelta(seconds=40)
    ripe = before[-1].at + ASK_ABOUT_USE_AFTER
    return ripe.replace(minute=20) + timedelta(hours=1)
