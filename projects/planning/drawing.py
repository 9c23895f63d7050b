"""A Gantt as a page shows it: one row a bar with every figure in words, and its line as SVG beside them. Reads only.

A row is worked out when it is drawn, and only those of one page are: a schedule of thousands is reckoned whole, shown a
page at a time on one scale, and seen whole as one line a work package.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from calendars.moments import write_day
from calendars.public_holidays import HolidayName
from calendars.working_time import OfficeCalendar
from core.localised import active_language
from projects.planning.marks import grid_of, marks_of
from projects.planning.plan import Plan
from projects.planning.reckoning import is_late, slip
from projects.planning.scale import Head, Scale
from projects.planning.tasks import Bar, Calendars, Link, Owner, Span

State = Literal["done", "late", "going", "new"]
Side = Literal["a", "b"]
ONE_DAY = timedelta(days=1)
SHOWS_DAYS_OFF = 24  # months: in a longer plan a day is too thin to be seen


@dataclass(frozen=True, slots=True)
class Wait:
    """What a bar waits for."""

    number: str
    name: Any
    lag: int
    url: str

    @property
    def lag_text(self) -> str:
        """The working days between the two; empty where one follows the other."""
        if self.lag < 0:
            text = ngettext("%(count)s working day earlier", "%(count)s working days earlier", -self.lag)
        else:
            text = ngettext("and %(count)s working day", "and %(count)s working days", self.lag)
        return text % {"count": abs(self.lag)} if self.lag else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: the figures in words, and the drawing of them."""

    bar: Bar
    side: Any
    baseline: SafeString | None
    planned: SafeString
    slip: int | None
    state: State
    expected: SafeString | None  # the forecast, where it differs from the plan
    is_critical: bool
    waits: list[Wait]
    url: str
    marks: SafeString

    @property
    def slip_text(self) -> str:
        """Against the baseline, in working days of who does it."""
        if self.slip is None:
            return _("Not in the baseline")
        if not self.slip:
            return _("As in the baseline")
        if self.slip < 0:
            text = ngettext("%(count)s working day earlier", "%(count)s working days earlier", -self.slip)
        else:
            text = ngettext("%(count)s working day later", "%(count)s working days later", self.slip)
        return text % {"count": abs(self.slip)}

    @property
    def state_text(self) -> str:
        """One word, beside its shape."""
        words = {"done": _("Done"), "late": _("Late"), "going": _("Under way"), "new": _("Not started")}
        return words[self.state]


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the week would have an office open and it is closed.

    `names` are in the reader's order, each beside its country: none where that side works, blank without a reason.
    """

    day: date
    names: list[tuple[HolidayName | None, Any]]


@dataclass(frozen=True)
class Drawing:
    """What `projects/_gantt.html` shows. `id` keeps two drawings on one page apart."""

    id: str
    rows: list[Row]
    sides: Mapping[Owner, Any]
    order: tuple[Side, Side]  # the reader's own side first
    span_text: str = ""
    years: list[Head] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    grid: SafeString | str = ""
    days_off: list[DayOff] = field(default_factory=list)
    plan: Plan | None = None
    of_groups: bool = False
    done: int = 0
    late: int = 0

    @property
    def slip(self) -> int:
        """By how many joint working days the whole has moved; whether there is a baseline `has_baseline` says."""
        return (self.plan and self.plan.slip) or 0

    @property
    def days_moved(self) -> int:
        return abs(self.slip)

    @property
    def has_baseline(self) -> bool:
        return self.plan is not None and self.plan.slip is not None

    @property
    def sides_in_order(self) -> list[tuple[Side, Any]]:
        """For the key to the drawing."""
        return [(side, self.sides[side]) for side in self.order]


def draw(
    plan: Plan,
    *,
    sides: Mapping[Owner, Any],
    shown: Collection[int] | None = None,
    own: Side = "a",
    urls: Mapping[int, str] | None = None,
    with_days_off: bool = False,
    id: str = "plan",  # noqa: A002  # what it is in the page
) -> Drawing:
    """The rows of `shown` (all of them without it), in the order of the plan, on the scale of the whole plan.

    `sides` are the countries of a and b, `urls` the pages of the bars by key, `own` the side of the reader.
    """
    order: tuple[Side, Side] = ("a", "b") if own == "a" else ("b", "a")
    span = plan.span
    if span is None:
        return Drawing(id, [], sides, order)
    scale = Scale.of(span)
    wanted = {bar.key for bar in plan.bars} if shown is None else set(shown)
    off: dict[Side, list[date]] = {"a": [], "b": []}
    if with_days_off and scale.months <= SHOWS_DAYS_OFF:
        off = {side: closed_days(scale, plan.calendars.of(side)) for side in order}
    today = scale.at(plan.today) if scale.first <= plan.today < scale.end else None
    pen = _Pen(plan, scale, sides, urls or {})
    return Drawing(
        id=id,
        rows=[pen.row(bar) for bar in plan.bars if bar.key in wanted],
        sides=sides,
        order=order,
        span_text=_("%(first)s to %(last)s") % {"first": write_day(scale.first), "last": write_day(scale.last)},
        years=scale.years(),
        heads=scale.heads(),
        grid=grid_of(scale, today, [(side, span) for side in order for span in _runs(off[side])]),
        days_off=_named(off, plan.calendars, [(side, sides[side]) for side in order]),
        plan=plan,
        of_groups=any(bar.kind == "group" for bar in plan.bars),
        done=sum(bar.done_on is not None for bar in plan.bars),
        late=plan.count_late(),
    )


def closed_days(scale: Scale, calendar: OfficeCalendar) -> list[date]:
    """The public holidays and other closed days of an office within what is shown; weekends are not among them."""
    years = range(scale.first.year, scale.last.year + 1)
    return [day for year in years for day in calendar.year(year).closed if scale.first <= day <= scale.last]


def _named(off: Mapping[Side, list[date]], calendars: Calendars, order: list[tuple[Side, Any]]) -> list[DayOff]:
    language = active_language()
    closed = {side: set(days) for side, days in off.items()}

    def name(side: Side, day: date) -> HolidayName | None:
        return calendars.of(side).holiday(day, language) if day in closed[side] else None

    days = sorted(closed["a"] | closed["b"])
    return [DayOff(day, [(name(side, day), country) for side, country in order]) for day in days]


def _runs(days: list[date]) -> list[Span]:
    """Days that follow each other, as one."""
    runs: list[Span] = []
    for day in days:
        if runs and runs[-1].ends_on == day - ONE_DAY:
            runs[-1] = Span(runs[-1].starts_on, day)
        else:
            runs.append(Span(day, day))
    return runs


class _Pen:
    """Writes the rows of one drawing. A schedule names the same days again and again: each is written once."""

    def __init__(self, plan: Plan, scale: Scale, sides: Mapping[Owner, Any], urls: Mapping[int, str]) -> None:
        self.plan, self.scale, self.sides, self.urls = plan, scale, sides, urls
        self.days: dict[date, SafeString] = {}

    def row(self, bar: Bar) -> Row:
        expected = self.plan.forecast[bar.key]
        is_moved = bar.done_on is None and expected.ends_on != bar.ends_on
        return Row(
            bar=bar,
            side=self.sides.get(bar.owner),
            baseline=self.span(bar.baseline) if bar.baseline else None,
            planned=self.span(bar.span),
            expected=self.day(expected.ends_on) if is_moved else None,
            slip=slip(bar, self.plan.calendars),
            state=_state(bar, self.plan.today),
            is_critical=self.plan.is_critical(bar),
            waits=[self.wait(link) for link in bar.after],
            url=self.urls.get(bar.key, ""),
            marks=marks_of(bar, self.scale, forecast=expected),
        )

    def wait(self, link: Link) -> Wait:
        other = self.plan.waiting[link.key]
        return Wait(other.number, other.name, link.lag, self.urls.get(link.key, ""))

    def span(self, span: Span) -> SafeString:
        if span.starts_on == span.ends_on:
            return self.day(span.starts_on)
        return format_html("<span>{} – {}</span>", self.day(span.starts_on), self.day(span.ends_on))

    def day(self, day: date) -> SafeString:
        """As `{% day %}` writes it."""
        if day not in self.days:
            self.days[day] = format_html('<time datetime="{}">{}</time>', day.isoformat(), write_day(day))
        return self.days[day]


def _state(bar: Bar, today: date) -> State:
    if bar.done_on:
        return "done"
    if is_late(bar, today):
        return "late"
    return "going" if bar.begun_on else "new"
