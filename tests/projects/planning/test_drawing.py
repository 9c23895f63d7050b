"""What a schedule looks like: the line of each bar to the last figure, the words beside it, and how it stays bounded."""

import re
import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from core.localised import LocalisedText
from people.models import Country
from projects.planning.drawing import draw
from projects.planning.marks import marks_of
from projects.planning.plan import roll_up, work_out
from projects.planning.scale import Head, Scale
from projects.planning.tasks import Group, Span
from tests.projects.planning.schedules import CALENDARS, bar, schedules

modestly = settings(deadline=None, max_examples=60)
BELARUS = Country(code="BY", name=LocalisedText(en="Belarus", ru="Беларусь"))
KOREA = Country(code="KR", name=LocalisedText(en="Republic of Korea", ru="Республика Корея"))
SIDES = {"a": BELARUS, "b": KOREA}
TODAY = date(2026, 2, 18)
TEN_DAYS = Scale(date(2026, 2, 1), date(2026, 2, 11))  # a day is ten per cent
FEB = [date(2026, 2, n) for n in range(1, 29)]


def agreed(one, starts_on, ends_on):
    return replace(one, baseline_starts_on=starts_on, baseline_ends_on=ends_on)


def quarter():
    """Three tasks of which one is late, and a milestone of both: each kind of figure once."""
    return [
        agreed(bar(1, FEB[1], 5, begun_on=FEB[2], done_on=FEB[8], name="Standard drafted", group=1), FEB[1], FEB[5]),
        agreed(bar(2, FEB[1], 4, "b", [1], begun_on=FEB[9], progress=50, name="Store built", group=1), FEB[8], FEB[12]),
        bar(3, FEB[1], 3, "a", [(2, 1)], name="<b>Databases</b> moved", group=2),
        agreed(bar(4, FEB[1], 0, "both", [1, 3], kind="milestone", name="Store accepted", group=2), FEB[19], FEB[19]),
    ]


def drawn(bars, today=TODAY, **options):
    return draw(work_out(bars, CALENDARS, today), sides=SIDES, **options)


def page(drawing):
    return render_to_string("projects/_gantt.html", {"drawing": drawing})


def words(html):
    """The text of a piece of a page as it is read: no tags, no runs of spaces."""
    return re.sub(r" ([,.])", r"\1", " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def cells(html):
    return [
        [words(cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL)
    ]


# --- The scale -------------------------------------------------------------------------------------------------------
def test_days_become_places():
    scale = Scale.of(Span(date(2026, 2, 10), date(2027, 12, 5)))
    assert (scale.first, scale.last, scale.months) == (date(2026, 2, 1), date(2027, 12, 31), 23)
    assert (scale.at(scale.first), scale.after(scale.last), scale.at(date(2025, 1, 1)), scale.at(date(2030, 1, 1))) == (
        0,
        10_000,
        0,
        10_000,
    )
    assert TEN_DAYS.edges(Span(FEB[2], FEB[4])) == (2000, 5000)


@modestly
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 3000))
def test_a_later_day_stands_further_on(first, length, m, n):
    scale = Scale.of(Span(first, first + timedelta(days=length)))
    x, y = sorted((first + timedelta(days=min(m, length)), first + timedelta(days=min(n, length))))
    assert 0 <= scale.at(x) <= scale.at(y) < scale.after(y) <= 10_000


@pytest.mark.parametrize(
    ("last", "years", "heads", "lines"),
    [
        (date(2026, 3, 5), ["2026"], ["Jan", "Feb", "Mar"], 2),
        (date(2027, 6, 30), ["2026", "2027"], ["Q1", "Q2", "Q3", "Q4", "Q1", "Q2"], 5),
        (date(2030, 12, 31), ["2026", "2027", "2028", "2029", "2030"], [], 19),
        (date(2045, 12, 31), [str(year) for year in range(2026, 2046, 2)], [], 79),
    ],
)
def test_heads_are_as_many_as_there_is_room_for(last, years, heads, lines):
    scale = Scale.of(Span(date(2026, 1, 7), last))
    assert [head.text for head in scale.years()] == years
    assert [head.text for head in scale.heads()] == heads
    assert len(scale.lines()) == lines


def test_a_sliver_of_a_year_leaves_its_room_to_the_next():
    scale = Scale.of(Span(date(2025, 12, 20), date(2027, 12, 31)))
    assert scale.years() == [Head("4.07%", "2026"), Head("52.03%", "2027")]


def test_a_month_that_stands_alone_is_named_so():
    scale = Scale.of(Span(date(2026, 3, 1), date(2026, 5, 31)))
    found = {}
    for language in ("en", "ru", "be", "ko"):
        with translation.override(language):
            found[language] = [head.text for head in scale.heads()]
    assert found == {
        "en": ["Mar", "Apr", "May"],
        "ru": ["март", "апр.", "май"],
        "be": ["сак.", "крас.", "май"],
        "ko": ["3월", "4월", "5월"],
    }


# --- The marks -------------------------------------------------------------------------------------------------------
def line(one, forecast=None):
    return marks_of(one, TEN_DAYS, forecast=forecast or one.span)


def test_side_a_is_solid_and_side_b_is_outlined_and_both_are_both():
    solid = '<rect class="bar-a" x="10.00%" y="9" width="30.00%" height="9"/>'
    outlined = '<rect class="bar-b" x="10.00%" y="9" width="30.00%" height="9"/>'
    half = '<rect class="bar-a" x="10.00%" y="9" width="30.00%" height="4"/>'
    three = {"starts_on": FEB[1], "ends_on": FEB[3], "days": 3}
    assert [line(bar(1, owner=owner, **three)) for owner in ("a", "b", "both")] == [solid, outlined, outlined + half]


def test_baseline_progress_and_delay_have_lines_of_their_own():
    one = agreed(bar(1, FEB[1], 4, ends_on=FEB[4], begun_on=FEB[1], progress=50), FEB[0], FEB[2])
    assert line(one, Span(FEB[1], FEB[6])) == (
        '<rect class="plan" x="0.00%" y="1" width="30.00%" height="5"/>'
        '<rect class="bar-a" x="10.00%" y="9" width="40.00%" height="9"/>'
        '<rect class="real" x="10.00%" y="20" width="20.00%" height="3"/>'
        '<rect class="slip" x="50.00%" y="10" width="20.00%" height="7"/>'
    )
    done = replace(one, done_on=FEB[4])
    assert line(done, Span(FEB[1], FEB[6])) == (
        '<rect class="plan" x="0.00%" y="1" width="30.00%" height="5"/>'
        '<rect class="bar-a" x="10.00%" y="9" width="40.00%" height="9"/>'
        '<rect class="real" x="10.00%" y="20" width="40.00%" height="3"/>'
    )


def test_a_milestone_is_a_diamond_and_a_meeting_a_disc():
    assert line(bar(1, FEB[2], 0, "both", kind="milestone")) == (
        '<svg x="25.00%" y="14" overflow="visible"><path class="bar-b" d="M0-7L7 0L0 7L-7 0Z"/>'
        '<path class="bar-a" d="M0-7L0 7L-7 0Z"/></svg>'
    )
    assert line(agreed(bar(1, FEB[2], 1, "b", kind="meeting"), FEB[0], FEB[0])) == (
        '<svg x="5.00%" y="4" overflow="visible"><path class="plan" d="M0-4L4 0L0 4L-4 0Z"/></svg>'
        '<svg x="25.00%" y="14" overflow="visible"><path class="bar-b" d="M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6Z"/></svg>'
    )
    assert line(bar(1, FEB[2], 2, "a", kind="meeting", ends_on=FEB[3])).startswith('<rect class="bar-a"')


@modestly
@given(schedules())
def test_no_mark_leaves_the_drawing(bars):
    for row in drawn(bars).rows:
        spans = re.findall(r'x="([\d.]+)%" y="\d+" width="([\d.]+)%"', row.marks)
        assert all(0 <= float(x) <= 100 and float(x) + float(width) <= 100.001 for x, width in spans)
        assert "style" not in row.marks


def test_days_off_are_marked_on_the_half_of_their_side_and_named():
    drawing = drawn(quarter(), with_days_off=True, own="b")
    assert drawing.grid == (
        '<rect class="day-off" x="53.57%" y="12" width="10.71%" height="12"/>'
        '<line class="now" x1="60.71%" x2="60.71%" y1="-8" y2="32"/>'
    )
    assert [(one.day, [(name, country.pk) for name, country in one.names]) for one in drawing.days_off] == [
        (FEB[15], [("The day preceding Korean New Year", "KR"), (None, "BY")]),
        (FEB[16], [("Korean New Year", "KR"), (None, "BY")]),
        (FEB[17], [("The second day of Korean New Year", "KR"), (None, "BY")]),
    ]
    assert drawn(quarter()).days_off == []


def test_today_stands_where_it_is_shown():
    """Before a schedule begins there is nothing at today; one that is late is expected to last until then."""
    assert "now" not in drawn(quarter(), today=date(2026, 1, 31)).grid
    assert "now" in drawn(quarter(), today=FEB[0]).grid
    assert "now" in drawn(quarter(), today=date(2027, 1, 1)).grid
    finished = [replace(one, done_on=FEB[8]) for one in quarter()]
    assert "now" not in drawn(finished, today=date(2027, 1, 1)).grid


# --- The page --------------------------------------------------------------------------------------------------------
def test_every_figure_stands_in_the_table():
    drawing = drawn(quarter(), urls={1: "/tasks/1", 2: "/tasks/2"})
    html = page(drawing)
    assert cells(html) == [
        ["Task", "Who does it", "Baseline", "Today’s plan", "State", "Against the baseline", "Waits for", "1 Feb 2026 to 28 Feb 2026 2026 Feb"],
        ["T1 Standard drafted", "Belarus", "2 Feb 2026 – 6 Feb 2026", "3 Feb 2026 – 9 Feb 2026", "Done 9 Feb 2026", "1 working day later", "Nothing", ""],
        ["T2 Store built", "Republic of Korea", "9 Feb 2026 – 13 Feb 2026", "10 Feb 2026 – 13 Feb 2026 Expected by 20 Feb 2026", "Late 50 % done", "As in the baseline On the critical path", "T1 Standard drafted", ""],
        ["T3 &lt;b&gt;Databases&lt;/b&gt; moved", "Belarus", "None", "17 Feb 2026 – 19 Feb 2026 Expected by 26 Feb 2026", "Not started", "Not in the baseline On the critical path", "T2 Store built and 1 working day", ""],
        ["T4 Store accepted Milestone", "Both sides", "20 Feb 2026", "19 Feb 2026 Expected by 26 Feb 2026", "Not started", "1 working day earlier On the critical path", "T1 Standard drafted T3 &lt;b&gt;Databases&lt;/b&gt; moved", ""],
    ]  # fmt: skip
    assert [re.findall(r'href="([^"]+)"', row) for row in html.split("<tr>")[2:]] == [
        ["/tasks/1", "#plan-grid"],
        ["/tasks/2", "/tasks/1", "#plan-grid"],
        ["/tasks/2", "#plan-grid"],
        ["/tasks/1", "#plan-grid"],
    ]
    assert "style=" not in html
    assert "<script" not in html


def test_sentences_say_what_the_drawing_says():
    sentences = words(re.search(r"<p>.*?</p>", page(drawn(quarter())), re.DOTALL).group())
    assert sentences == (
        "The schedule begins on 2 Feb 2026, and by today’s plan it ends on 19 Feb 2026. That is 1 joint working day "
        "earlier than in the baseline. On 18 Feb 2026, 1 task of 4 is done. 1 is late."
    )
    unplanned = words(page(drawn([bar(1, FEB[1], 2)], today=FEB[1])))
    assert "No baseline has been agreed yet. On 2 Feb 2026, 0 tasks of 1 are done. Belarus" in unplanned
    assert words(page(drawn([]))) == "Nothing has been planned yet."
    assert words(page(drawn(quarter(), shown=[]))) == "There is nothing on this page of the schedule."


def test_the_readers_own_side_stands_first():
    def key(own):
        found = re.search(r'<ul class="gantt-key.*?</ul>', page(drawn(quarter(), own=own)), re.DOTALL).group()
        return [words(item) for item in re.findall(r"<li>.*?</li>", found, re.DOTALL)][:3]

    assert key("a") == ["Belarus", "Republic of Korea", "Both sides"]
    assert key("b") == ["Republic of Korea", "Belarus", "Both sides"]


def test_a_page_shows_its_rows_on_the_scale_of_the_whole():
    whole, part = drawn(quarter()), drawn(quarter(), shown=[3])
    assert [row.bar.key for row in part.rows] == [3]
    assert part.rows[0] == whole.rows[2]
    assert (part.years, part.grid, part.done, part.late) == (whole.years, whole.grid, whole.done, whole.late)


# --- One line a work package -----------------------------------------------------------------------------------------
def test_a_work_package_is_its_tasks_from_the_first_day_to_the_last():
    plan = work_out(quarter(), CALENDARS, TODAY)
    groups = [Group(1, "WP1", "Standard"), Group(2, "WP2", "Store"), Group(3, "WP3", "Empty")]
    html = page(draw(roll_up(plan, groups), sides=SIDES, id="overview"))
    assert cells(html)[1:] == [
        ["WP1 Standard", "Both sides", "2 Feb 2026 – 13 Feb 2026", "3 Feb 2026 – 13 Feb 2026 Expected by 20 Feb 2026", "Late 77 % done", "As in the baseline On the critical path", "1 of 2", ""],
        ["WP2 Store", "Both sides", "20 Feb 2026", "17 Feb 2026 – 19 Feb 2026 Expected by 26 Feb 2026", "Not started", "1 working day earlier On the critical path", "0 of 2", ""],
    ]  # fmt: skip
    assert html.count('href="#overview-grid"') == 2


def test_a_work_package_is_done_with_its_last_task():
    plan = work_out([replace(one, done_on=FEB[8]) for one in quarter()], CALENDARS, TODAY)
    (rolled,) = roll_up(plan, [Group(2, "WP2", "Store")]).bars
    assert (rolled.done_on, rolled.progress, rolled.tasks, rolled.tasks_done) == (FEB[8], 100, 2, 2)
    (one_side,) = roll_up(work_out(quarter()[:1], CALENDARS, TODAY), [Group(1, "WP1", "Standard")]).bars
    assert one_side.owner == "a"


# --- Scale -----------------------------------------------------------------------------------------------------------
def test_two_thousand_rows_are_drawn_at_once():
    """Far more than a page shows: two fifths of a second on a quiet machine. The time of this process, best of three."""
    bars = [
        agreed(
            bar(
                key,
                date(2026, 1, 1) + timedelta(days=key * 1800 // 2000),
                1 + key * 7 % 30,
                ("a", "b", "both")[key % 3],
                [(one, key % 4) for one in {key - 20, key - 37} if one > 0 and (one == key - 20 or key % 2)],
                group=key // 40,
            ),
            date(2026, 1, 1) + timedelta(days=key * 1800 // 2000),
            date(2026, 2, 1) + timedelta(days=key * 1800 // 2000),
        )
        for key in range(1, 2001)
    ]
    took = {"whole": [], "page": [], "overview": []}
    groups = [Group(number, f"WP{number}", "Package") for number in range(51)]
    plan = work_out(bars, CALENDARS, date(2027, 6, 1))
    for _ in range(3):
        for name, make in (
            ("whole", lambda: draw(plan, sides=SIDES)),
            ("page", lambda: draw(plan, sides=SIDES, shown=range(300, 400))),
            ("overview", lambda: draw(roll_up(plan, groups), sides=SIDES)),
        ):
            begun = time.process_time()
            html = page(make())
            took[name].append(time.process_time() - begun)
            assert html.count('<use href="#plan-grid"') == {"whole": 2000, "page": 100, "overview": 51}[name]
    best = {name: min(times) for name, times in took.items()}
    assert best["page"] < 0.1
    assert best["overview"] < 0.1
    assert best["whole"] < 1
