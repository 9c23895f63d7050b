"""The first page: what the centre does, in figures that lead to their rows, and what is new for everybody."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cooperation_center.site_map import PARTS
from events.enums import EventStatus
from events.models import Event
from people.models import User
from practices.models import Practice
from projects.enums import Stage
from projects.models import Project
from tests.cast import sign_in
from tests.events import builders as events
from tests.pages import builders as pages
from tests.practices import builders as practices
from tests.projects import builders as projects

PUBLIC = {"status": "announced", "is_public": True}


@pytest.fixture
def house(cast):
    User.objects.update(language="en")
    return cast


@pytest.fixture
def page(client, house):
    """What a visitor reads, in one line."""

    def read() -> str:
        return " ".join(client.get("/").content.decode().split())

    return read


def event(cast, days: int, **fields) -> Event:
    starts = timezone.localdate() + timedelta(days=days)
    row = events.make_event(cast.centre, starts_on=starts, ends_on=starts + timedelta(days=2), **(PUBLIC | fields))
    events.make_stop(row)
    return row


def practice(cast, verified_on: date | None = None, **fields) -> Practice:
    return practices.make_practice(
        cast.centre,
        cast.organisations["nia"],
        cast.people["advisor_kr"],
        verified_on=verified_on or timezone.localdate(),
        **({"status": "published"} | fields),
    )


def figures(read: str) -> list[tuple[str, str, str, str]]:
    """The cards: the number, where it leads, what it counts, how it was measured."""
    cards = re.findall(r'<section class="figure-card">(.*?)</section>', read)
    found = []
    for card in cards:
        value = re.search(r'num-big">(.*?)<', card)
        what = re.search(r'<p>(?:<a href="([^"]*)">)?([^<]+)', card)
        small = re.search(r"<small>(.*?)</small>", card)
        assert value
        assert what
        found.append((value[1], what[1] or "", what[2].strip(), small[1] if small else ""))
    return found


def test_without_rows_it_says_what_the_centre_does_and_nothing_else(page):
    read = page()
    headings = re.findall(r"<h2>(.*?)</h2>", read)
    assert headings == ["How a request travels", "The centre", "Using this site", "Contact"]
    assert "Ministries ask. Advisors in the partner country answer in writing, and both sides sign." in read


def test_each_figure_leads_to_its_rows(page, house):
    practice(house)
    practice(house, country=house.countries["BY"])
    practice(house, status="draft")
    projects.make_project(house, stage=Stage.RUNNING, is_public=True)
    projects.make_project(house, stage=Stage.CLOSED, is_public=True)
    projects.make_project(house, stage=Stage.CONCEPT, is_public=True)
    event(house, -10, status="closed")
    event(house, -10, is_public=False)
    assert figures(page()) == [
        ("2", "/practices/", "practices in the library", "from 2 countries"),
        ("2", "/projects/", "joint projects", "1 under way"),
        ("1", "/events/?when=past", "event held", ""),
    ]


def test_what_a_figure_counts_is_what_its_page_lists(client, page, house):
    for days in (-30, -20, -10):
        event(house, days)
    ((number, where, _what, _measured),) = figures(page())
    rows = client.get(where).context["rows"]
    assert number == str(len(rows)) == "3"


def test_the_next_public_events_come_in_their_order(page, house):
    later, sooner = event(house, 20), event(house, 5)
    hidden = event(house, 3, is_public=False)
    draft = event(house, 4, status=EventStatus.PLANNED)
    over = event(house, -10)
    read = page()
    shown = [one for one in (later, sooner, hidden, draft, over) if one.get_absolute_url() in read]
    assert shown == [later, sooner]
    assert read.index(sooner.get_absolute_url()) < read.index(later.get_absolute_url())


def test_the_practices_confirmed_last_come_first(page, house):
    today = timezone.localdate()
    rows = [practice(house, today - timedelta(days=days)) for days in (4, 1, 3, 2)]
    read = page()
    places = [read.find(row.get_absolute_url()) for row in rows]
    assert (places[0], places[1] < places[3] < places[2]) == (-1, True)


def test_the_last_press_releases_come_first(page, house):
    days = [date(2026, 3, 1), date(2026, 5, 1), date(2026, 4, 1), date(2026, 2, 1)]
    rows = [pages.make_release(house, day=day) for day in days]
    draft = pages.make_draft(house)
    read = page()
    places = [read.find(row.get_absolute_url()) for row in rows]
    assert (places[3], places[1] < places[2] < places[0], draft.get_absolute_url() in read) == (-1, True, False)


def test_everybody_is_shown_the_same(client, house, page):
    """The figures of the first page are the public's, also for who may see more."""
    practice(house)
    event(house, 3, is_public=False)
    public = figures(page())
    sign_in(house.people["officer"], client=client)
    assert figures(" ".join(client.get("/").content.decode().split())) == public


def test_it_leads_to_what_the_world_may_take(page, house):
    practice(house)
    read = page()
    assert [f'href="{path}"' in read for path in ("/projects/open-data/", "/projects/portfolio/", "/about/")] == [
        True,
        True,
        True,
    ]


def test_one_row_and_three_cost_the_same(client, house):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/").status_code == 200
        return len(queries)

    client.get("/")
    counted = []
    for more in (1, 2):
        for _ in range(more):
            event(house, 5)
            event(house, -5)
            practice(house)
            pages.make_release(house)
            projects.make_project(house, stage=Stage.RUNNING, is_public=True)
        counted.append(cost())
    assert (counted[0] == counted[1], counted[1] <= 12) == (True, True)
    assert (Project.objects.count(), Practice.objects.count(), Event.objects.count()) == (3, 3, 6)


def test_the_map_of_the_site_leads_to_pages_that_open_for_everybody(client, house):
    for _heading, places in PARTS:
        for place in places:
            assert (place.route, client.get(place.url).status_code) == (place.route, 200)
    read = client.get("/map/").content.decode()
    assert [place.route for _heading, places in PARTS for place in places if f'href="{place.url}"' not in read] == []


def test_every_foot_leads_to_it(client, house):
    assert 'href="/map/"' in client.get("/about/").content.decode()
