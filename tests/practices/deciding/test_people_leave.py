"""Whom readers may ask, and what the end of a post or an account means for the library."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.refusal import RefusedError
from people.actions.privacy import anonymise
from people.export import document
from people.models import Appointment
from practices.actions.leaving import drop_contact, forget_reader, name_contact
from practices.enums import ReviewState, Status
from practices.models import Adoption, Bookmark, Collection, LanguageRight, Review
from practices.tasks.leaving import notice_who_has_left
from tests.practices.builders import give_language, make_criteria, make_translation
from tests.practices.deciding.building import at, fresh, make_review, score, told, url


def taken_along(user):
    """The export of one's own data."""
    return json.loads("".join(document(user)))


def leave(user):
    """The last day of all posts was some days ago."""
    Appointment.objects.filter(user=user).update(ends_on=timezone.localdate() - timedelta(days=3))


def test_the_owner_names_one_of_its_people(cast, focal_kr, advisor2_kr, official_by, client_of):
    practice = at(Status.PUBLISHED, cast)
    assert fresh(name_contact(practice, by=focal_kr, contact=advisor2_kr)).contact == advisor2_kr
    with pytest.raises(RefusedError, match="does not belong to the owner"):
        name_contact(practice, by=focal_kr, contact=official_by)
    address = url("name_contact", practice)
    offered = client_of(focal_kr).get(address).context["form"].fields["contact"].queryset
    assert (advisor2_kr in offered, official_by in offered) == (True, False)
    client_of(focal_kr).post(address, {"contact": ""})
    assert (fresh(practice).contact, [verb for verb, *_rest in told(practice)]) == (None, ["name_contact"] * 2)


def test_who_names_nobody(cast, officer, official_by, advisor_kr, client_of):
    practice = at(Status.PUBLISHED, cast)
    for person in (officer, official_by, advisor_kr):
        with pytest.raises(PermissionDenied):
            name_contact(practice, by=person, contact=None)
    assert client_of(official_by).get(url("name_contact", practice)).status_code == 403
    assert client_of(official_by).get(url("name_contact", at(Status.DRAFT, cast))).status_code == 404


def test_a_contact_who_has_left_is_named_no_longer(cast, advisor2_kr):
    practice = at(Status.PUBLISHED, cast, contact=advisor2_kr)
    assert (notice_who_has_left(), drop_contact(practice), fresh(practice).contact) == (0, None, advisor2_kr)
    leave(advisor2_kr)
    assert (notice_who_has_left(), notice_who_has_left()) == (1, 0)
    assert (fresh(practice).contact, [verb for verb, *_rest in told(practice)]) == (None, ["drop_contact"])


def test_reviews_of_who_holds_no_post_are_taken_back(cast, officer, official_by, official_ge):
    practice = at(Status.REVIEW, cast)
    gone, here = make_review(practice, official_by, officer), make_review(practice, official_ge, officer)
    leave(official_by)
    assert (notice_who_has_left(), notice_who_has_left()) == (1, 0)
    assert (fresh(gone).state, fresh(here).state) == (ReviewState.CANCELLED, ReviewState.ASKED)


def test_an_account_is_not_closed_while_an_entry_of_its_owner_is_decided(cast, advisor_kr, admin_user):
    practice = at(Status.DECISION, cast)
    leave(advisor_kr)
    with pytest.raises(RefusedError, match="on their way into the library"):
        anonymise(advisor_kr, by=admin_user, reason="x")
    practice.status = Status.DECLINED
    practice.save()
    anonymise(advisor_kr, by=admin_user, reason="x")
    assert fresh(practice).author_id == advisor_kr.pk


def test_what_only_the_person_used_goes_and_what_was_given_stays(cast, officer, official_by, admin_user):
    practice = at(Status.PUBLISHED, cast, contact=official_by)
    given = make_review(practice, official_by, officer, state=ReviewState.GIVEN)
    Bookmark.objects.create(user=official_by, practice=practice)
    give_language(cast.centre, official_by, "ru")
    for is_public in (True, False):
        Collection.objects.create(user=official_by, name="x", is_public=is_public)
    forget_reader(official_by, by=admin_user)
    assert (Bookmark.objects.count(), LanguageRight.objects.count(), fresh(practice).contact) == (0, 0, None)
    assert [one.is_public for one in Collection.objects.all()] == [True]
    assert fresh(given).state == ReviewState.GIVEN


def test_what_one_wrote_is_ones_own_to_take_along(cast, officer, official_by, official_ge, advisor_kr):
    [criterion] = make_criteria(1)
    practice = at(Status.DECISION, cast)
    mine = make_review(practice, official_by, officer, state=ReviewState.GIVEN, comment={"ru": "Моё мнение."})
    make_review(practice, official_ge, officer, state=ReviewState.GIVEN, comment={"en": "Somebody else's."})
    score(mine, 4)
    reviews = taken_along(official_by)["practice_reviews"]
    assert [(one["number"], one["comment"], one["scores"]) for one in reviews] == [
        (practice.reference, {"ru": "Моё мнение."}, [{"criterion": criterion.name, "score": 4, "confidence": 2}])
    ]
    author = taken_along(advisor_kr)
    assert [one["reference"] for one in author["practices_written"]] == [practice.reference]
    assert [one["sections"] for one in author["practice_versions_written"]] == [practice.versions.get().sections]
    assert (author["practice_reviews"], Review.objects.count()) == ([], 2)


def test_a_text_is_taken_along_by_who_wrote_it_and_not_by_who_goes_on_with_it(
    cast, official_by, contact_by, official_ge
):
    practice = at(Status.PUBLISHED, cast)
    text = make_translation(practice, "ru", official_by, contact_by)
    text.draft, text.drafted_by = {"title": "Новое"}, official_ge
    text.save()
    mine, other = (
        [(one["language"], one["sections"], one["draft"]) for one in taken_along(user)["practice_translations"]]
        for user in (official_by, official_ge)
    )
    assert (mine, other) == ([("ru", text.sections, {})], [("ru", {}, {"title": "Новое"})])
    assert taken_along(contact_by)["practice_translations"] == []


def test_bookmarks_collections_and_adoptions_go_along(cast, official_by):
    practice = at(Status.PUBLISHED, cast)
    Bookmark.objects.create(user=official_by, practice=practice)
    Collection.objects.create(user=official_by, name="Identity").items.create(practice=practice, note="First")
    adoption = Adoption.objects.create(
        practice=practice,
        adopter=cast.organisations["services_by"],
        country_id="BY",
        owner=practice.owner,
        filed_by=official_by,
    )
    adoption.reports.create(stage="pilot", since_on=date(2026, 1, 1), by=official_by, lessons="Begin small.")
    found = taken_along(official_by)
    assert [one["lessons"] for one in found["adoption_reports"]] == ["Begin small."]
    marks, shelves = found["practice_shelves"]
    assert (marks["bookmark"], shelves["name"], shelves["entries"]) == (
        practice.reference,
        "Identity",
        [{"number": practice.reference, "note": "First"}],
    )
