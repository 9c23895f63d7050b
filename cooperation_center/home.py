"""What the public page shows of the centre's work. Without any, the page does not speak of it.

Everything here is what a visitor may open, whoever reads it: the page is the house's face, not the reader's desk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from calendars.directory import joint
from consultations.figures import public_figures
from cooperation_center.clock import Bar, Clock
from events.models import Event
from events.querysets import EventQuerySet
from pages.models import Page
from practices.models import Practice
from projects.enums import Stage
from projects.models import Project

CHART = 480.0  # units across
ROOM_FOR_NAME = 150.0  # what "Minsk 09:00–18:00" needs of them
ROOM_FOR_WORD = 80.0
FEWEST_REPORTS = 5
SHOWN = 3  # of each list: whoever wants more opens the list
SEASONS = 12  # the overlap is looked at once a month, because summer time moves it


@dataclass(frozen=True)
class Figure:
    """A number, what it counts, and how it was measured. It leads to its rows, where everybody may read these."""

    value: str
    what: str | Promise
    measured: str | Promise = ""
    url: str = ""


def consultations_answered() -> Figure | None:
    """How many requests were answered, and for how many countries."""
    counted = public_figures()
    if not counted.get("answered"):
        return None
    countries = ngettext("for %(count)s country", "for %(count)s countries", counted["countries"])
    measured = countries % {"count": counted["countries"]}
    what = ngettext("consultation answered", "consultations answered", counted["answered"])
    return Figure(str(counted["answered"]), what, measured, reverse("consultations:start"))


def advice_used() -> Figure | None:
    """Which share of the advice was used; shown from five reports on, so that nobody's is told apart."""
    counted = public_figures()
    if counted.get("reported", 0) < FEWEST_REPORTS:
        return None
    share = round(100 * counted["used"] / counted["reported"])
    measured = _("asked half a year later, n = %(count)s") % {"count": counted["reported"]}
    return Figure(f"{share} %", _("of advice used, or used in part"), measured)


def practices_shared() -> Figure | None:
    """How many entries the library has, and from how many countries."""
    rows = Practice.objects.visible_to(AnonymousUser()).current()
    counted = rows.aggregate(entries=Count("pk"), countries=Count("country", distinct=True))
    if not counted["entries"]:
        return None
    what = ngettext("practice in the library", "practices in the library", counted["entries"])
    countries = ngettext("from %(count)s country", "from %(count)s countries", counted["countries"])
    measured = countries % {"count": counted["countries"]}
    return Figure(str(counted["entries"]), what, measured, reverse("practices:list"))


def projects_approved() -> Figure | None:
    """How many joint projects the committees have decided for, and how many are carried out today."""
    rows = Project.objects.visible_to(AnonymousUser()).filter(stage__in=Stage.approved())
    counted = rows.aggregate(all=Count("pk"), at_work=Count("pk", filter=Q(stage__in=Stage.at_work())))
    if not counted["all"]:
        return None
    what = ngettext("joint project", "joint projects", counted["all"])
    measured = ngettext("%(count)s under way", "%(count)s under way", counted["at_work"])
    return Figure(str(counted["all"]), what, measured % {"count": counted["at_work"]}, reverse("projects:list"))


def events_held() -> Figure | None:
    """How many events that everybody may read about have taken place."""
    number = _events().past().count()
    if not number:
        return None
    return Figure(str(number), ngettext("event held", "events held", number), url=f"{reverse('events:list')}?when=past")


# Each gives one figure, or none while there is nothing to count.
figures: list[Callable[[], Figure | None]] = [
    consultations_answered,
    advice_used,
    practices_shared,
    projects_approved,
    events_held,
]


def _events() -> EventQuerySet:
    return Event.objects.visible_to(AnonymousUser()).announced().filter(is_public=True)


def coming_events() -> list[Event]:
    """The next public events, the nearest first."""
    rows = _events().coming().prefetch_related("stops").defer("description", "search")
    return list(rows.order_by("starts_on", "pk")[:SHOWN])


def newest_news() -> list[Page]:
    """The last press releases."""
    return list(Page.objects.releases().public().for_list().order_by("-day", "-pk")[:SHOWN])


def newest_practices() -> list[Practice]:
    """What was confirmed last in the library."""
    rows = Practice.objects.visible_to(AnonymousUser()).current()
    return list(rows.for_list().order_by("-verified_on", "-pk")[:SHOWN])


def shown_figures() -> list[Figure]:
    """The figures that there are."""
    return [figure for make in figures if (figure := make())]


@dataclass(frozen=True)
class Mark:
    """A time beside the drawing, and how it is set against its place."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True)
class Row:
    """One side in the drawing: its bars, its name where it has room, and its times above or below."""

    kind: str
    bars: list[Bar]
    name: str
    name_x: float | None
    marks: list[Mark]


@dataclass(frozen=True)
class Overlap:
    """The drawing of one working day, seen from both capitals, and the same in words."""

    rows: list[Row]
    joint: list[Bar]
    label: str
    sentence: str
    word_x: float | None


def overlap_of(clock: Clock) -> Overlap | None:
    """The figure of the opening; none while the two sides have no office hours."""
    if clock.span is None:
        return None
    bars = clock.bars(CHART - 4)
    shared = [bar for bar in bars if bar.kind == "joint"]
    faces = dict(zip(clock.kinds, (clock.own, clock.other), strict=True))
    zones = dict(zip(clock.kinds, clock.places, strict=True))
    rows = []
    for kind in ("b", "a"):
        own = [bar for bar in bars if bar.kind == kind]
        edges = sorted({edge for bar in [*own[:1], *own[-1:], *shared] for edge in (bar.x, bar.x + bar.width)})
        inside = [x for x in edges if own and own[0].x <= x <= own[-1].x + own[-1].width]
        marks = [_mark(clock, x, zones[kind].zone) for x in inside]
        name = f"{faces[kind].city} {faces[kind].hours}"
        rows.append(Row(kind, own, name, _free_place(own, shared), _apart(marks)))
    widest = max(shared, key=lambda bar: bar.width, default=None)
    word_x = round(widest.x + widest.width / 2 + 2, 1) if widest and widest.width > ROOM_FOR_WORD else None
    hours = [f"{face.city} {face.hours}" for face in (clock.own, clock.other)]
    return Overlap(rows, shared, ". ".join(hours), sentence(clock), word_x)


def sentence(clock: Clock) -> str:
    """For how long the two working days overlap, through the year."""
    lengths = sorted(_lengths(clock))
    if not lengths or not lengths[-1]:
        return _("The two working days do not overlap. Moments for both are agreed one by one.")
    if lengths[0] == lengths[-1]:
        return _("The two working days overlap for %(hours)s, all year round. Meetings and calls are placed there.") % {
            "hours": _hours(lengths[0])
        }
    return _(
        "The two working days overlap for %(least)s to %(most)s, by the season. Meetings and calls are placed there."
    ) % {"least": _hours(lengths[0]), "most": _hours(lengths[-1])}


def _lengths(clock: Clock) -> set[timedelta]:
    """The joint time of one joint working day in each of the next twelve months."""
    both = joint(*(place.calendar for place in clock.places))
    found = set()
    for month in range(SEASONS):
        first = clock.now.date() + timedelta(days=30 * month)
        days = (first + timedelta(days=n) for n in range(30))
        day: date | None = next((day for day in days if both.is_working_day(day)), None)
        if day:
            found.add(sum((closes - opens for opens, closes in both.spans(day)), timedelta()))
    return found


def _hours(length: timedelta) -> str:
    """`3 hours`, `2 hours 30 minutes`."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    said = ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    if not minutes:
        return said
    rest = ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    return f"{said} {rest}"


def _mark(clock: Clock, x: float, zone: object) -> Mark:
    start, end = clock.span  # type: ignore[misc]  # asked for only when there is one
    moment = start + (end - start) * (x / (CHART - 4))
    moment = (moment + timedelta(seconds=30)).astimezone(zone)  # type: ignore[arg-type]
    anchor = "start" if x < 20 else "end" if x > CHART - 24 else "middle"  # noqa: PLR2004  # half a time's width
    return Mark(round(x + 2, 1), f"{moment:%H:%M}", anchor)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Leave out a time that would touch the one before it."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.x - kept[-1].x > 56:  # noqa: PLR2004  # a time and some air
            kept.append(mark)
    return kept


def _free_place(own: list[Bar], shared: list[Bar]) -> float | None:
    """Where a side's name fits beside the overlap; none where it does not."""
    if not own:
        return None
    start, end = own[0].x, own[-1].x + own[-1].width
    first, last = (shared[0].x, shared[-1].x + shared[-1].width) if shared else (end, end)
    for x, free in ((start, first - start), (last, end - last)):
        if free >= ROOM_FOR_NAME:
            return round(x + 16, 1)
    return None
