import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from people.models import Centre, Organisation
from practices.actions.drafting import create_practice
from practices.models import Practice, PracticeSeries
from tests.practices.writing.conftest import words


def sent(owner, **fields):
    return {"title": " 하나의  관문 ", "owner": owner.pk, "language": "ko", "meets": "on", **fields}


def test_it_has_a_number_and_a_first_version(cast, advisor_kr):
    PracticeSeries.objects.create(year=2026, last=13)
    practice = create_practice(
        by=advisor_kr, centre=cast.centre, owner=cast.organisations["nia"], language="ko", title=" 하나의  관문 "
    )
    year = practice.created_at.year
    version = practice.versions.get()
    assert (practice.reference, practice.status, practice.country_id) == (
        f"P-{year}-{14 if year == 2026 else 1:03}",
        "draft",
        "KR",
    )
    assert (practice.title, version.number, version.state, version.sections) == (
        {"ko": "하나의 관문"},
        1,
        "working",
        {"title": "하나의 관문"},
    )
    assert list(JournalEntry.objects.about(practice).values_list("verb", "actor")) == [("create", advisor_kr.pk)]


def test_of_one_s_own_body_only(cast, official_by, advisor_kr, admin_user):
    for who, body in ((official_by, "nia"), (advisor_kr, "services_by"), (admin_user, "centre")):
        with pytest.raises(PermissionDenied):
            create_practice(by=who, centre=cast.centre, owner=cast.organisations[body], language="en", title="")
    assert Practice.objects.count() == 0


def test_an_officer_writes_down_what_a_neighbour_has(cast, officer):
    owner = cast.organisations["agency_ge"]
    assert create_practice(by=officer, centre=cast.centre, owner=owner, language="en", title="x").owner == owner


def test_a_contact_point_for_every_body_of_the_country(cast, contact_by):
    owner = cast.organisations["services_by"]
    assert (
        create_practice(by=contact_by, centre=cast.centre, owner=owner, language="ru", title="x").author == contact_by
    )


def test_a_country_the_centre_does_not_serve_is_refused(cast, officer):
    cast.centre.countries.remove(cast.countries["GE"])
    with pytest.raises(RefusedError, match="does not take practices of this country"):
        create_practice(by=officer, centre=cast.centre, owner=cast.organisations["agency_ge"], language="en", title="x")


def test_the_page_shows_the_criteria_to_everybody(screen, advisor_kr, admin_user):
    for who, begins in ((None, False), ("advisor_kr", True), ("admin_user", False)):
        answer = screen(who, "start", None)
        assert (answer.status_code, "at least as a pilot" in words(answer)) == (200, True)
        assert ("Begin the entry" in words(answer)) is begins


def test_from_the_page_to_the_first_page_of_the_entry(cast, advisor_kr, client_of):
    answer = client_of(advisor_kr).post(reverse("practices:create"), sent(cast.organisations["nia"]))
    practice = Practice.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/practices/{practice.reference}/edit/")
    assert (practice.centre, practice.language) == (cast.centre, "ko")


def test_without_the_promise_nothing_is_begun_and_nothing_lost(cast, advisor_kr, screen):
    answer = screen("advisor_kr", "create", None, data=sent(cast.organisations["nia"], meets=""))
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["meets"])
    assert answer.context["form"]["title"].value() == " 하나의  관문 "
    assert Practice.objects.count() == 0


def test_a_foreign_body_is_no_choice(cast, advisor_kr, screen):
    answer = screen("advisor_kr", "create", None, data=sent(cast.organisations["services_by"]))
    assert list(answer.context["form"].errors) == ["owner"]


def test_who_stands_for_no_body_meets_403_and_a_visitor_the_sign_in(cast, admin_user, client_of):
    url = reverse("practices:create")
    assert client_of(admin_user).post(url, sent(cast.organisations["nia"])).status_code == 403
    assert client_of().post(url).status_code == 302
    assert client_of(admin_user).get(url).status_code == 405


def test_where_several_centres_serve_the_country_the_library_is_asked_for(cast, advisor_kr, screen):
    house = Organisation.objects.create(name={"en": "Second centre"}, country=cast.countries["KR"], kind="centre")
    second = Centre.objects.create(
        name={"en": "Second"},
        short_name={"en": "Second"},
        side_a=cast.countries["GE"],
        side_b=cast.countries["KR"],
        organisation=house,
    )
    answer = screen("advisor_kr", "create", None, data=sent(cast.organisations["nia"]))
    assert (list(answer.context["form"].errors), "Several centres serve" in words(answer)) == (["centre"], True)
    answer = screen("advisor_kr", "create", None, data=sent(cast.organisations["nia"], centre=second.pk))
    assert answer.status_code == 302
    assert Practice.objects.get().centre == second
