"""The page of the rows behind a figure."""

from datetime import date

import pytest

from consultations.models import Consultation
from people.enums import Function
from reports.figures import consultations as figures
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.factories import appoint, make_user
from tests.reports.figures.following import asked_of, other_centre, reader

PATH = "/reports/figures/requests/received/"


@pytest.fixture
def url(cast):
    return f"{PATH}?centre={cast.centre.pk}&since=2020-01-01&until=2099-12-31"


def test_the_rows_with_their_number_their_state_and_their_day(cast, url):
    row = build.registered(cast)
    answer = reader(cast).get(url)
    text = answer.content.decode()
    assert [line.reference for line in answer.context["lines"]] == [row.reference]
    assert f'href="{row.get_absolute_url()}"' in text
    assert (row.reference in text, "Waiting for both sides" in text, "Registered on these days." in text) == (True,) * 3


def test_a_stranger_meets_nothing(cast, url):
    for who in ("official_by", "contact_by", "advisor_kr", "official_ge"):
        assert sign_in(cast.people[who]).get(url).status_code == 404


def test_a_visitor_signs_in_first(client, url):
    assert client.get(url)["Location"].startswith("/account/login/?next=/reports/figures/")


def test_the_staff_of_one_centre_do_not_read_another(cast, url):
    there = other_centre(cast)
    assert reader(cast).get(url.replace(f"centre={cast.centre.pk}", f"centre={there.pk}")).status_code == 404


@pytest.mark.parametrize(
    "query",
    ["", "since=2026-01-01&until=2025-01-01", "since=x&until=y", "since=2026-01-01&until=2026-02-01&side=c"],
)
def test_an_address_that_makes_no_sense(cast, query):
    assert reader(cast).get(f"{PATH}?centre={cast.centre.pk}&{query}").status_code == 404


@pytest.mark.parametrize("path", ["requests/nothing", "nothing/received"])
def test_a_figure_that_is_not_counted(cast, url, path):
    assert reader(cast).get(url.replace("requests/received", path)).status_code == 404


def test_what_is_confidential_is_counted_and_not_shown(cast, url):
    """An evaluator reads figures, and no record that is confidential."""
    build.registered(cast)
    hidden = build.registered(cast)
    Consultation.objects.filter(pk=hidden.pk).update(is_confidential=True, title={"en": "Planted secret"})
    person = make_user(language="en")
    appoint(person, Function.EVALUATOR, cast.organisations["centre"], centre=cast.centre)
    answer = sign_in(person).get(url)
    assert (answer.context["figure"].value, len(answer.context["lines"]), answer.context["closed"]) == (2, 1, 1)
    assert ("Planted secret" in answer.content.decode(), "One row is counted" in answer.content.decode()) == (
        False,
        True,
    )


def test_it_says_what_it_is_narrowed_to(cast):
    row = build.registered(cast)
    asked = asked_of(cast, date(2020, 1, 1), date(2099, 12, 31), country=cast.countries["BY"], topic=str(row.topic_id))
    text = reader(cast).get(figures.work(asked).figures[0].url).content.decode()
    assert ("<dd>" in text, "Cloud" in text, "Belarus" in text) == (True, True, True)


def test_one_price_for_one_row_and_for_three(cast, url, django_assert_max_num_queries):
    client = reader(cast)

    def cost():
        with django_assert_max_num_queries(12) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    build.registered(cast)
    client.get(url)
    one = cost()
    for _ in range(2):
        build.registered(cast)
    assert cost() == one
