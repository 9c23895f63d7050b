"""Names of people in two scripts, names of organisations through time."""

from datetime import date

import pytest

from people.models import Organisation


def test_family_name_first_where_that_is_the_custom(cast):
    written = {
        key: (cast.people[key].display_name, str(cast.people[key].own_name)) for key in ("advisor_kr", "official_by")
    }
    assert written == {"advisor_kr": ("Kim Seoyeon", "김서연"), "official_by": ("Sergei Dubovik", "Сергей Дубовик")}


@pytest.mark.parametrize(
    "day, korean",
    [
        (date(2020, 12, 9), "한국정보화진흥원"),
        (date(2020, 12, 10), "한국지능정보사회진흥원"),
        (date(2009, 5, 22), "한국정보화진흥원"),
        (date(2009, 5, 21), "한국지능정보사회진흥원"),
    ],
)
def test_an_organisation_bears_the_name_of_the_day(cast, day, korean):
    assert cast.organisations["nia"].name_on(day)["ko"] == korean


def test_the_record_keeps_post_and_body_in_every_language(cast, official_by):
    assert official_by.title_of_record() == {
        "en": "Head of Cloud Department, National Centre of Electronic Services",
        "ru": "Head of Cloud Department, Национальный центр электронных услуг",
        "be": "Head of Cloud Department, Нацыянальны цэнтр электронных паслуг",
        "ko": "Head of Cloud Department, 국가전자서비스센터",
    }


def test_lists_stand_in_the_order_of_the_names_that_are_read(cast):
    order = {
        language: [one.acronym or one.name["en"][:8] for one in Organisation.objects.by_name(language)]
        for language in ("en", "ru")
    }
    assert order == {
        "en": ["Belarusi", "DGA", "Ministry", "National", "NIA"],
        "ru": ["DGA", "Belarusi", "Ministry", "NIA", "National"],
    }
