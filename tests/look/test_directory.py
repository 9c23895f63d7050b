"""Centres and countries are read once, and again after a change."""

from django.db import transaction

from people import directory
from people.models import Country


def test_warm_answers_cost_no_query(centre, django_assert_num_queries):
    assert directory.main_centre() == centre
    with django_assert_num_queries(0):
        seen = (
            directory.main_centre(),
            directory.main_centre().side_a.calendar,
            directory.place("KR"),
            directory.sides(),
        )
    assert seen[3] == ("BY", "KR")


def test_countries_stand_in_english_alphabetical_order(centre):
    assert [country.pk for country in directory.countries()] == ["BY", "GE", "KR"]


def test_a_change_shows_at_once(centre):
    assert str(directory.country("BY").name) == "Belarus"
    country = Country.objects.get(pk="BY")
    country.name = {"en": "Republic of Belarus"}
    country.save()
    assert str(directory.country("BY").name) == "Republic of Belarus"


def test_a_change_that_is_rolled_back_leaves_nothing(centre):
    country = Country.objects.get(pk="BY")
    country.name = {"en": "Elsewhere"}
    with transaction.atomic():
        country.save()
        assert str(directory.country("BY").name) == "Elsewhere"
        transaction.set_rollback(True)
    assert str(directory.country("BY").name) == "Belarus"


def test_a_centre_that_is_not_public_gives_no_frame(centre):
    centre.is_public = False
    centre.save()
    assert (directory.main_centre(), directory.sides()) == (None, ())
