"""Other apps ask who holds a function; they are given people, and only those of today."""

from datetime import date

from people import audience
from people.enums import Function, Side


def names(users) -> list[str]:
    return sorted(user.email for user in users)


def test_people_by_function(cast):
    by = cast.organisations["ministry_by"]
    assert {
        "contact": names(audience.holders_in_country("BY", Function.CONTACT_POINT)),
        "organisation": names(audience.holders_in_organisation(by)),
        "advisors": names(audience.holders_in_centre(cast.centre, Function.ADVISOR, side=Side.B)),
        "administrators": names(audience.administrators()),
        "a": audience.co_director(cast.centre, Side.A),
    } == {
        "contact": ["contact@by.example"],
        "organisation": ["contact@by.example", "director@by.example"],
        "advisors": ["advisor2@kr.example", "advisor@kr.example"],
        "administrators": ["admin@centre.example"],
        "a": cast.people["director_by"],
    }


def test_a_vacant_post_has_nobody(cast):
    post = cast.appointments["director_by"]
    post.ends_on = date(2026, 1, 1)
    post.save()
    assert audience.co_director(cast.centre, Side.A) is None


def test_a_closed_account_is_told_nothing(cast, contact_by):
    contact_by.is_active = False
    contact_by.save()
    assert names(audience.holders_in_country("BY", Function.CONTACT_POINT)) == []
