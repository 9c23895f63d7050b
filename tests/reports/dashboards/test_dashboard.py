"""The dashboard: its tabs, its periods, what it says of the days before, and what it costs."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType

from people.enums import Function
from reports.forms.dashboards import days_of, own_days
from reports.presentation.dashboards import TABS
from tests.agreements.builders import make_agreement, make_commitment
from tests.cast import cost as queries_of
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.factories import appoint, make_user
from tests.projects.builders import make_entry, make_line, make_project
from tests.reports.figures.following import other_centre, reader

URL = "/reports/dashboard/"
NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
STAFF = ("officer", "director_by", "director_kr", "admin_user")


def row_of_everything(cast):
    """Something on every tab."""
    build.answered(cast)
    build.in_progress(cast)
    make_commitment(make_agreement(cast.centre, cast.people["officer"]), due_on=date(2026, 5, 4), owner="both")
    make_entry(make_line(make_project(cast)))


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


@pytest.mark.parametrize("tab", TABS)
def test_every_figure_of_a_tab_leads_to_its_rows(cast, tab):
    row_of_everything(cast)
    client = reader(cast)
    parts = client.get(f"{URL}?tab={tab}&period=this_year").context["parts"]
    urls = [card.url for part in parts for card in part.cards] + [
        cell.url for part in parts for table in part.tables for row in table.rows for cell in row.cells
    ]
    assert urls
    assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


def test_the_figure_and_the_days_before(cast):
    with time_machine.travel(datetime(2026, 2, 2, 9, tzinfo=UTC), tick=False) as clock:
        build.registered(cast)
        clock.move_to(NOW)
        for _ in range(3):
            build.registered(cast)
        answer = reader(cast).get(URL)
    card = answer.context["parts"][0].cards[0]
    assert (card.value, card.change) == ("3", "+2 against the days before (1)")
    assert (answer.context["asked"].since, answer.context["asked"].until) == (date(2026, 4, 1), date(2026, 5, 20))
    assert "Requests received" in words(answer)


def test_less_and_the_same(cast):
    with time_machine.travel(datetime(2026, 2, 2, 9, tzinfo=UTC), tick=False) as clock:
        build.answered(cast)
        clock.move_to(NOW)
        cards = {card.label: card.change for card in reader(cast).get(URL).context["parts"][0].cards}
    assert (cards["Requests answered"], cards["Requests declined"]) == (
        "\N{MINUS SIGN}1 against the days before (1)",
        "The same as in the days before",
    )


def test_what_could_not_be_measured_is_not_nought(cast):
    with time_machine.travel(NOW, tick=False):
        cards = {card.label: card.value for card in reader(cast).get(f"{URL}?tab=service").context["parts"][0].cards}
    assert cards["Working hours to the answer, median"] == "Not measured"


@pytest.mark.parametrize(
    ("period", "days", "before"),
    [
        ("this_quarter", ("2026-04-01", "2026-05-20"), ("2026-01-01", "2026-02-19")),
        ("last_quarter", ("2026-01-01", "2026-03-31"), ("2025-10-01", "2025-12-31")),
        ("this_year", ("2026-01-01", "2026-05-20"), ("2025-01-01", "2025-05-20")),
        ("last_year", ("2025-01-01", "2025-12-31"), ("2024-01-01", "2024-12-31")),
    ],
)
def test_periods(period, days, before):
    found = days_of(period, NOW.date())
    assert [tuple(map(str, one)) for one in found] == [days, before]


def test_the_last_day_of_a_long_quarter_is_compared_with_the_whole_one_before():
    assert days_of("this_quarter", date(2026, 6, 30))[1] == (date(2026, 1, 1), date(2026, 3, 31))


def test_days_of_ones_own_and_as_many_before():
    assert own_days(date(2026, 5, 10), date(2026, 5, 19)) == (
        (date(2026, 5, 10), date(2026, 5, 19)),
        (date(2026, 4, 30), date(2026, 5, 9)),
    )


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("period=own", "Write the first and the last day of the period."),
        ("period=own&since=2026-05-10&until=2026-05-01", "The last day comes after the first."),
        ("period=own&since=1950-05-10&until=2026-05-01", "The period begins in 1990 at the earliest."),
    ],
)
def test_days_that_are_no_period_are_said_to_be_so(cast, query, said):
    answer = reader(cast).get(f"{URL}?{query}")
    assert (answer.status_code, said in words(answer), "parts" in answer.context) == (200, True, False)
    if "since" in query:  # what was typed is kept
        assert 'value="2026-05-01"' in answer.content.decode()


def test_it_is_narrowed(cast):
    build.registered(cast)
    build.registered(cast, by="official_ge")
    client = reader(cast)
    assert client.get(f"{URL}?country=GE").context["parts"][0].cards[0].value == "1"
    topic = build.topic("Cloud").pk
    other = build.topic("Law").pk
    values = [client.get(f"{URL}?topic={one}").context["parts"][0].cards[0].value for one in (topic, other)]
    assert values == ["2", "0"]


def test_what_narrows_another_tab_goes_along(cast):
    answer = reader(cast).get(f"{URL}?tab=agreements&country=GE&side=b")
    assert answer.context["kept"] == [("tab", "agreements"), ("country", "GE")]
    assert answer.context["asked"].country is None
    assert "country=GE" in {tab.key: query for tab, query in answer.context["tabs"]}["work"]


def test_ones_own_side_stands_first(cast):
    row_of_everything(cast)
    for who, code in (("director_by", "BY"), ("director_kr", "KR")):
        parts = reader(cast, who).get(f"{URL}?tab=agreements&period=this_year").context["parts"]
        assert parts[0].tables[0].rows[0].label == cast.countries[code].name
        assert parts[0].tables[0].rows[0].bars[0].css == ("bar-a" if code == "BY" else "bar-b")


def test_bars_are_drawn_with_their_table(cast):
    build.registered(cast)
    build.registered(cast)
    build.registered(cast, by="official_ge")
    table = reader(cast).get(URL).context["parts"][0].tables[1]
    assert [([cell.words for cell in row.cells], [(bar.width, bar.css) for bar in row.bars]) for row in table.rows] == [
        (["2", "0", "2"], [("98.0%", "bar-deep")]),
        (["1", "0", "1"], [("49.0%", "bar-deep")]),
    ]


def test_two_columns_differ_on_grey_paper(cast):
    build.answered(cast)
    table = reader(cast).get(URL).context["parts"][0].tables[1]
    assert (table.solid, table.outlined) == ("Requests received", "Requests answered")
    assert [bar.css for bar in table.rows[0].bars] == ["bar-deep", "plan"]


def test_the_period_shown_is_the_one_that_is_chosen(cast):
    answer = reader(cast).get(URL)
    assert re.findall(r'value="(\w+)" checked', answer.content.decode()) == ["this_quarter"]


def test_who_reads_it(cast):
    met = {who: sign_in(cast.people[who]).get(URL).status_code for who in cast.people}
    assert met == {who: 200 if who in STAFF else 404 for who in cast.people}


def test_an_evaluator_reads_it(cast):
    person = make_user()
    appoint(person, Function.EVALUATOR, cast.organisations["centre"], centre=cast.centre)
    assert sign_in(person).get(URL).status_code == 200


def test_a_visitor_signs_in_first(client, db):
    assert client.get(URL)["Location"] == f"/account/login/?next={URL}"


def test_the_staff_of_one_centre_do_not_read_another(cast):
    there = other_centre(cast)
    answer = reader(cast).get(f"{URL}?centre={there.pk}")
    assert answer.context["asked"].centre == cast.centre


def test_the_staff_of_two_centres_choose(cast):
    there = other_centre(cast)
    appoint(cast.people["officer"], Function.OFFICER, cast.organisations["centre"], centre=there)
    build.registered(cast)
    client = reader(cast)
    values = [client.get(f"{URL}?centre={one.pk}").context["parts"][0].cards[0].value for one in (cast.centre, there)]
    assert values == ["1", "0"]


def test_one_price_for_one_row_and_for_three_on_every_tab(cast):
    client = reader(cast)

    def cost():
        found = {}
        for tab in TABS:
            url = f"{URL}?tab={tab}&period=this_year"
            client.get(url)  # calendars and names of countries are read once a process
            found[tab] = queries_of(client, url)
        assert max(found.values()) <= 12, found
        return found

    ContentType.objects.get_for_models()
    row_of_everything(cast)
    one = cost()
    for _ in range(2):
        row_of_everything(cast)
    assert cost() == one
