"""Schedules for the tests, made by hand and at random: no database. Two offices of real countries, and both together."""

from datetime import date, timedelta

from hypothesis import strategies as st

from calendars.working_time import JointCalendar
from projects.planning.tasks import Bar, Calendars, Link
from tests.calendars.offices import BY_LUNCH, KR

CALENDARS = Calendars(BY_LUNCH, KR, JointCalendar(BY_LUNCH, KR))
FIRST = date(2026, 2, 2)  # a Monday


def bar(key, starts_on=FIRST, days=1, owner="a", after=(), **fields):
    """A task whose planned end is its wished start, until it is reckoned."""
    links = tuple(Link(*link) if isinstance(link, tuple) else Link(link) for link in after)
    given = {"number": f"T{key}", "name": f"Task {key}", "ends_on": starts_on, **fields}
    return Bar(key=key, owner=owner, starts_on=starts_on, days=days, after=links, **given)


@st.composite
def schedules(draw, most=9):
    """Bars without a circle: each waits for some of those before it. Some are facts, on whatever day that was."""
    bars = []
    for key in range(draw(st.integers(1, most))):
        starts_on = FIRST + timedelta(days=draw(st.integers(0, 400)))
        fact = draw(st.sampled_from(["", "", "", "begun", "done"]))
        kind = draw(st.sampled_from(["task", "task", "milestone", "meeting"]))
        before = draw(st.lists(st.sampled_from(range(key)), max_size=3, unique=True)) if key else []
        bars.append(
            bar(
                key,
                starts_on,
                0 if kind == "milestone" else draw(st.integers(0, 30)),
                draw(st.sampled_from(["a", "b", "both"])),
                [(one, draw(st.integers(-3, 10))) for one in before],
                kind=kind,
                begun_on=starts_on if fact == "begun" else None,
                done_on=starts_on + timedelta(days=draw(st.integers(0, 40))) if fact == "done" else None,
                progress=draw(st.integers(0, 100)),
            )
        )
    return bars
