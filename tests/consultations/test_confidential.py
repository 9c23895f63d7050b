"""A confidential request: in its own body only the requester and the focal points see it."""

import pytest

from consultations.models import Consultation
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.factories import appoint, make_user

SECRET = "Тайноезаглавие"


@pytest.fixture
def house(cast):
    """Those who might see it beside the cast."""
    body, people = cast.organisations["services_by"], {}
    for function in ("member", "focal_point", "evaluator", "observer"):
        people[function] = make_user(email=f"{function}@by.example")
        centre = cast.centre if function in ("evaluator", "observer") else None
        appoint(people[function], function, body if centre is None else cast.organisations["nia"], centre=centre)
    return {**cast.people, **people}


def seers(house):
    return {who for who, person in house.items() if Consultation.objects.visible_to(person).exists()}


def test_an_open_one_is_read_by_colleagues_and_observers(cast, house):
    build.registered(cast)
    centre = {"officer", "director_by", "director_kr", "evaluator", "observer"}
    assert seers(house) == {"official_by", "contact_by", "member", "focal_point"} | centre


def test_a_confidential_one_is_not(cast, house):
    build.registered(cast, is_confidential=True)
    assert seers(house) == {"official_by", "contact_by", "focal_point", "officer", "director_by", "director_kr"}


def test_nor_in_lists_desks_or_search(cast, house, client):
    row = build.registered(cast, is_confidential=True, title=SECRET)
    urls = ["/consultations/?state=all", "/desk/", "/search/?q=тайноезаглавие", row.get_absolute_url()]
    shown = {}
    for who in ("official_by", "member", "focal_point", "observer", "official_ge"):
        sign_in(house[who], client=client)
        pages = [client.get(url) for url in urls]
        shown[who] = [SECRET in page.content.decode() for page in pages], pages[-1].status_code
    assert shown == {
        "official_by": ([True] * 4, 200),
        "member": ([False] * 4, 404),
        "focal_point": ([True] * 4, 200),
        "observer": ([False] * 4, 404),
        "official_ge": ([False] * 4, 404),
    }


def test_a_colleague_who_is_named_sees_it(cast, house):
    row = build.accepted(cast, is_confidential=True)
    lead, named = cast.people["advisor_kr"], house["member"]
    build.deciding.assign(row, by=cast.people["officer"], lead=lead, counterpart=named)
    assert {"member", "advisor_kr"} <= seers(house)
    assert "advisor2_kr" not in seers(house)
