import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.checking import confirm_facts
from practices.enums import Status
from tests.practices.builders import make_capability
from tests.practices.deciding.building import at, fresh, met, told, url


def test_the_owner_confirms_and_reviews_can_be_asked_for(cast, focal_kr, heard):
    practice = at(Status.PROPOSED, cast)
    heard()
    row = confirm_facts(practice, by=focal_kr)
    assert fresh(row).status == Status.REVIEW
    assert heard() == [("facts_confirmed", {"practice": row, "by": focal_kr})]
    assert told(row) == [("confirm_facts", "", focal_kr.email, "")]


def test_nobody_confirms_what_he_wrote_himself(cast, focal_kr):
    practice = at(Status.PROPOSED, cast)
    practice.author = focal_kr
    practice.save()
    with pytest.raises(PermissionDenied):
        confirm_facts(practice, by=focal_kr)


def test_an_entry_that_is_under_review_is_confirmed_already(cast, focal_kr, client_of):
    practice = at(Status.REVIEW, cast)
    with pytest.raises(RefusedError, match="no longer possible"):
        confirm_facts(practice, by=focal_kr)
    assert client_of(focal_kr).get(url("confirm_facts", practice)).status_code == 409


def test_the_page_shows_the_whole_text_and_asks_for_a_tick(cast, focal_kr, client_of):
    practice = at(Status.PROPOSED, cast)
    browser, address = client_of(focal_kr), url("confirm_facts", practice)
    page = browser.get(address).content.decode()
    written = practice.versions.get().sections
    assert [key for key, text in written.items() if text not in page] == []
    refused = browser.post(address, {"is_right": ""}, headers={"accept-language": "en"}, follow=True)
    assert (refused.status_code, fresh(practice).status) == (200, Status.PROPOSED)
    browser.post(address, {"is_right": "on"})
    assert fresh(practice).status == Status.REVIEW


def test_every_fact_stands_there_too(cast, focal_kr, client_of):
    practice = at(Status.PROPOSED, cast)
    version = practice.versions.get()
    version.awards, version.replaced_by, version.goals = "UN award 2020", "Gateway 2", [9, 16]
    version.cost_amount, version.cost_currency, version.cost_year = 1200000, "USD", 2014
    version.save()
    version.preconditions.create(capability=make_capability())
    version.preconditions.create(index="egdi", minimum="0.6", is_essential=False)
    version.links.create(label="Portal of the gateway", url="https://gateway.example/")
    page = client_of(focal_kr).get(url("confirm_facts", practice)).content.decode()
    said = ("UN award 2020", "Gateway 2", "9, 16", "1,200,000", "e_signature_law ko", "Portal of the gateway")
    assert [one for one in (*said, "0.6", "registers", "Audit") if one not in page] == []


def test_who_opens_it(cast):
    practice = at(Status.PROPOSED, cast)
    assert met(cast, url("confirm_facts", practice)) == {
        "visitor": 302,
        "official_by": 404,
        "contact_by": 404,
        "director_by": 403,
        "advisor_kr": 403,  # the author
        "advisor2_kr": 403,  # a colleague of the owner
        "director_kr": 403,
        "officer": 403,
        "admin_user": 404,
        "official_ge": 404,
        "contact_ge": 404,
    }
