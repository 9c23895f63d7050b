"""Two to four entries side by side, for whoever has the address."""

from decimal import Decimal

import pytest

from practices.enums import Status
from practices.models import Precondition
from tests.cast import cost
from tests.practices.builders import make_capability, make_practice, make_translation, sections_in

URL = "/practices/compare/"


@pytest.fixture
def four(cast, advisor_kr):
    bodies = ("nia", "services_by", "agency_ge", "nia")
    return [
        make_practice(cast.centre, cast.organisations[body], advisor_kr, status=Status.PUBLISHED) for body in bodies
    ]


def page(client, *references, language="en"):
    return client.get(URL, {"with": references}, HTTP_ACCEPT_LANGUAGE=language)


def test_the_columns_stand_in_the_order_asked_for(client, four):
    first, second, third, _fourth = (one.reference for one in four)
    answer = page(client, third, first, second, first)
    assert [one.practice.reference for one in answer.context["columns"]] == [third, first, second]
    canonical = f"http://testserver{URL}?with={third}&with={first}&with={second}".replace("&", "&amp;")
    assert f'<link rel="canonical" href="{canonical}">' in answer.content.decode()


def test_each_column_is_in_the_best_language_there_is(client, four, official_by, contact_by):
    make_translation(four[0], "ru", official_by, contact_by, sections={**sections_in("ru"), "title": "Шлюз"})
    answer = page(client, four[0].reference, four[1].reference, language="ru")
    assert [one.read.language for one in answer.context["columns"]] == ["ru", "ko"]
    text = answer.content.decode()
    assert f'<a href="{four[0].get_absolute_url()}" lang="ru">Шлюз</a>' in text
    assert '<div lang="ko">' in text


def test_conditions_cost_and_figures_stand_in_the_table(client, four):
    live = four[0].versions.live().get()
    live.cost_amount, live.cost_currency, live.cost_year = Decimal(11_000_000), "KRW", 2022
    live.save()
    Precondition.objects.create(version=live, capability=make_capability("population_register", "infrastructure"))
    Precondition.objects.create(version=live, index="tii", minimum=Decimal("0.6"), is_essential=False)
    text = page(client, four[0].reference, four[1].reference).content.decode()
    assert "KRW 11,000,000 (prices of 2022)" in text
    assert "population_register en" in text
    assert "Telecommunication Infrastructure Index, at least 0.6" in text
    assert text.count('<strong class="num">84</strong> registers') == 2


def test_another_number_of_them_is_answered_by_a_choice(client, cast, advisor_kr, four):
    alone = page(client, four[0].reference)
    assert (alone.status_code, alone.context["columns"]) == (200, [])
    assert "Choose two to four practices." in alone.content.decode()
    fifth = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    many = page(client, *(one.reference for one in four), fifth.reference)
    assert many.context["columns"] == []
    assert many.content.decode().count('name="with"') == 5
    assert many.content.decode().count("checked>") == 4
    assert page(client).status_code == 200


def test_what_the_reader_may_not_see_is_a_number_that_leads_nowhere(client_of, cast, advisor_kr, four):
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    asked = four[0].reference, draft.reference, four[1].reference, "P-1999-\x00"
    visitor = page(client_of(), *asked)
    assert [one.practice for one in visitor.context["columns"]] == four[:2]
    assert visitor.context["unknown"] == [draft.reference, "P-1999-"]
    assert str(draft.title) not in visitor.content.decode()
    author = page(client_of(advisor_kr), *asked)
    assert [one.practice for one in author.context["columns"]] == [four[0], draft, four[1]]


def test_two_and_four_cost_the_same(client, four):
    def price(rows):
        return cost(client, f"{URL}?{'&'.join(f'with={one.reference}' for one in rows)}")

    price(four)  # what is read once a process
    assert price(four[:2]) == price(four) <= 12
