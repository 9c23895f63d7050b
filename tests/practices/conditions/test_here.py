"""Could it work here: what an entry needs beside what a country has."""

from datetime import date
from decimal import Decimal

import pytest

from practices.enums import CapabilityKind, Status
from practices.models import CountryCapability, CountryIndex, Precondition
from practices.presentation.conditions import here_of
from practices.presentation.facts import facts_of, with_facts
from practices.presentation.record import version_to_read
from tests.cast import cost
from tests.practices.builders import make_capability, make_practice


def has(cast, code, capability, standing, **more):
    return CountryCapability.objects.create(
        country=cast.countries[code],
        capability=capability,
        standing=standing,
        source={"en": f"Law on {capability.key}"},
        checked_on=date(2026, 3, 1),
        **more,
    )


@pytest.fixture
def practice(cast, advisor_kr):
    """Needs two laws, a register, a desk and an index; the desk and the index only help."""
    practice = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    live = practice.versions.live().get()
    law = make_capability("e_signature_law")
    register = make_capability("population_register", CapabilityKind.INFRASTRUCTURE)
    network = make_capability("government_network", CapabilityKind.INFRASTRUCTURE)
    desk = make_capability("help_desk", CapabilityKind.ORGANISATION)
    Precondition.objects.create(version=live, capability=desk, is_essential=False, position=0)
    Precondition.objects.create(version=live, capability=law, position=1)
    Precondition.objects.create(version=live, capability=register, position=2)
    Precondition.objects.create(version=live, capability=network, position=3)
    Precondition.objects.create(version=live, index="egdi", minimum=Decimal("0.7"), is_essential=False, position=4)
    has(cast, "GE", law, "yes", since_year=2017)
    has(cast, "GE", register, "partly")
    has(cast, "GE", desk, "no")
    has(cast, "BY", network, "yes")
    for year, value in ((2018, "0.6893"), (2022, "0.7501")):
        CountryIndex.objects.create(
            country=cast.countries["GE"], index="egdi", year=year, value=Decimal(value), source="UN survey"
        )
    return practice


def url(practice, code=""):
    return f"{practice.get_absolute_url()}here/" + (f"?country={code}" if code else "")


def test_the_essential_ones_come_first_and_the_newest_survey_counts(client, practice):
    here = client.get(url(practice, "GE")).context["here"]
    assert [(str(one.need.name), one.state) for one in here.conditions] == [
        ("e_signature_law en", "yes"),
        ("population_register en", "partly"),
        ("government_network en", "unknown"),
        ("help_desk en", "no"),
        ("E-Government Development Index", "yes"),
    ]
    assert (here.conditions[4].value, here.conditions[4].year) == (Decimal("0.7501"), 2022)
    assert (here.conditions[0].since_year, here.conditions[0].checked_on) == (2017, date(2026, 3, 1))


def test_what_is_missing_is_said_in_sentences_and_listed(client, practice):
    answer = client.get(url(practice, "ge"))
    assert [str(sentence) for sentence in answer.context["here"].sentences] == [
        "2 of 5 conditions are in place.",
        "Nothing works without these, and they are missing or only partly in place: population_register en.",
        "These would help, and are missing or only partly in place: help_desk en.",
        "Not known: government_network en.",
    ]
    text = answer.content.decode()
    assert '<section class="section" id="missing">' in text
    assert "Law on population_register" in text


def test_an_index_below_the_least_is_missing(client, practice):
    Precondition.objects.filter(index="egdi").update(minimum=Decimal("0.8"))
    assert client.get(url(practice, "GE")).context["here"].conditions[4].state == "no"


def test_the_readers_own_country_is_shown_and_a_visitor_chooses(client_of, practice, official_ge, contact_by):
    visitor = client_of().get(url(practice))
    assert (visitor.status_code, visitor.context["here"]) == (200, None)
    assert "Choose a country to see which of these conditions it meets." in visitor.content.decode()
    assert client_of(official_ge).get(url(practice)).context["here"].country.pk == "GE"
    assert client_of(contact_by).get(url(practice)).context["here"].country.pk == "BY"


def test_a_country_nobody_knows_and_a_draft_are_not_found(client_of, cast, practice, advisor_kr):
    assert client_of().get(url(practice, "XX")).status_code == 404
    draft = make_practice(cast.centre, cast.organisations["nia"], advisor_kr)
    assert client_of().get(url(draft, "GE")).status_code == 404


def test_a_practice_without_conditions_says_so(client, cast, advisor_kr):
    plain = make_practice(cast.centre, cast.organisations["nia"], advisor_kr, status=Status.PUBLISHED)
    assert "This practice names no conditions." in client.get(url(plain, "GE")).content.decode()


def test_it_costs_one_query_beside_the_entry(client, practice, django_assert_num_queries):
    version = version_to_read(list(with_facts(practice.versions.all())))
    needs = facts_of(version).preconditions
    with django_assert_num_queries(1):
        assert len(here_of("GE", needs).sentences) == 4
    assert cost(client, url(practice, "GE")) <= 12


def test_the_record_answers_for_the_readers_country(client_of, practice, official_ge):
    own = client_of(official_ge).get(practice.get_absolute_url())
    assert [one.state for one in own.context["here"].conditions] == ["yes", "partly", "unknown", "no", "yes"]
    assert f'href="{url(practice, "GE")}"' in own.content.decode()
    visitor = client_of().get(practice.get_absolute_url())
    assert visitor.context["here"] is None
    assert f'href="{url(practice)}"' in visitor.content.decode()
    assert cost(client_of(official_ge), practice.get_absolute_url()) <= 12
