from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.refusal import RefusedError
from people.enums import Function
from people.models import Appointment
from practices.actions.reviewing import ask_reviewers
from practices.enums import ReviewState, Status
from practices.models import Adoption, Review
from practices.reviewers import able_to_review
from tests.cast import SINCE, cost
from tests.practices.conftest import somebody
from tests.practices.deciding.building import at, fresh, make_review, met, minsk, tbilisi, told, url


def names(practice):
    return sorted(able_to_review(practice).values_list("email", flat=True))


GE = ["contact@ge.example", "official@ge.example"]
ALL = ["contact@by.example", "contact@ge.example", "official@by.example", "official@ge.example"]


def test_a_review_is_due_in_fifteen_working_days_of_the_reviewers_own_calendar(
    cast, officer, official_by, official_ge, heard
):
    practice = at(Status.REVIEW, cast)
    heard()
    # Georgia keeps 19 January, Belarus does not.
    with time_machine.travel(minsk(2027, 1, 11, 10), tick=False):
        by, ge = ask_reviewers(practice, by=officer, reviewers=[official_by, official_ge])
    assert (by.due_at, ge.due_at) == (minsk(2027, 2, 1, 18), tbilisi(2027, 2, 2, 18))
    assert [(one.country_id, one.practice_country_id, one.round, one.state) for one in (by, ge)] == [
        ("BY", "KR", 1, ReviewState.ASKED),
        ("GE", "KR", 1, ReviewState.ASKED),
    ]
    assert heard() == [
        ("review_asked", {"review": by, "by": officer}),
        ("review_asked", {"review": ge, "by": officer}),
    ]
    assert told(practice) == [("ask_reviewers", "", officer.email, "")] * 2


def test_those_of_other_countries_without_a_part_can_be_asked(cast):
    # Neither the owner's people, nor co-directors and officers, nor who only administers.
    assert names(at(Status.REVIEW, cast)) == ALL


def test_who_was_at_the_owners_in_the_last_three_years_cannot(cast, official_by, official_ge):
    practice = at(Status.REVIEW, cast)
    today = timezone.localdate()
    for user, left in ((official_by, today - timedelta(days=1000)), (official_ge, today - timedelta(days=1200))):
        Appointment.objects.create(
            user=user,
            function=Function.MEMBER,
            organisation=practice.owner,
            starts_on=date(2017, 1, 1),
            ends_on=left,
        )
    assert names(practice) == ["contact@by.example", *GE]


def test_who_holds_a_post_in_the_owners_country_beside_his_own_cannot(cast, official_by):
    other = cast.organisations["centre"]
    other.country_id = "KR"
    other.save()
    Appointment.objects.create(user=official_by, function=Function.EVALUATOR, organisation=other, starts_on=SINCE)
    assert "official@by.example" not in names(at(Status.REVIEW, cast))


def test_who_wrote_of_it_is_named_in_it_or_takes_it_over_cannot(cast, official_by, contact_by, official_ge):
    practice = at(Status.REVIEW, cast, contact=contact_by)
    practice.versions.update(author=official_by)
    Adoption.objects.create(
        practice=practice,
        adopter=cast.organisations["agency_ge"],
        country_id="GE",
        owner=practice.owner,
        filed_by=official_ge,
    )
    assert names(practice) == []


def test_a_country_is_asked_once_a_round_unless_the_review_was_refused(cast, officer, official_by):
    practice = at(Status.REVIEW, cast)
    review = make_review(practice, official_by, officer)
    assert names(practice) == GE
    review.state = ReviewState.REFUSED
    review.save()
    assert names(practice) == ["contact@by.example", *GE]
    practice.round = 2
    practice.save()
    assert names(practice) == ALL


def test_two_of_one_country_are_refused_together(cast, officer, official_by, contact_by):
    practice = at(Status.REVIEW, cast)
    with pytest.raises(RefusedError, match="one reviewer a country"):
        ask_reviewers(practice, by=officer, reviewers=[official_by, contact_by])
    assert Review.objects.count() == 0


def test_who_cannot_be_asked_is_refused_with_a_sentence(cast, officer, advisor2_kr, official_by):
    practice = at(Status.REVIEW, cast)
    for person in (advisor2_kr, officer):
        with pytest.raises(RefusedError, match="cannot review this entry"):
            ask_reviewers(practice, by=officer, reviewers=[person])
    with pytest.raises(RefusedError, match="at least one"):
        ask_reviewers(practice, by=officer, reviewers=[])
    with pytest.raises(PermissionDenied):
        ask_reviewers(practice, by=official_by, reviewers=[official_by])


def test_the_database_refuses_a_reviewer_from_the_owners_country_and_a_second_one_of_a_country(
    cast, officer, advisor2_kr, official_by, contact_by
):
    practice = at(Status.REVIEW, cast)
    with pytest.raises(IntegrityError, match="practices_reviewed_from_abroad"), transaction.atomic():
        make_review(practice, advisor2_kr, officer)
    make_review(practice, official_by, officer)
    with pytest.raises(IntegrityError, match="practices_one_review_a_country"), transaction.atomic():
        make_review(practice, contact_by, officer)


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.DECISION, Status.PUBLISHED])
def test_reviews_are_asked_for_while_it_is_under_review(cast, officer, official_by, client_of, status):
    practice = at(status, cast)
    with pytest.raises(RefusedError, match="while the entry is under review"):
        ask_reviewers(practice, by=officer, reviewers=[official_by])
    assert client_of(officer).get(url("ask_reviewers", practice)).status_code == 409


def test_the_page_finds_and_asks(cast, officer, official_ge, client_of):
    practice = at(Status.REVIEW, cast)
    browser, address = client_of(officer), url("ask_reviewers", practice)

    def shown(**asked):
        return [str(value) for value, _label in browser.get(address, asked).context["form"].fields["reviewers"].choices]

    ge, by = str(official_ge.pk), str(cast.people["official_by"].pk)
    assert (ge in shown(q="Governance"), by in shown(q="Governance")) == (True, False)
    assert (ge in shown(q="dubo"), by in shown(q="dubo")) == (False, True)
    assert (ge in shown(country="BY"), by in shown(country="BY")) == (False, True)
    assert len(shown()) == 4
    browser.post(address, {"reviewers": [official_ge.pk]})
    assert list(practice.reviews.values_list("reviewer", "asked_by")) == [(official_ge.pk, officer.pk)]


def test_it_costs_the_same_for_two_candidates_and_for_five(cast, officer, client_of):
    practice = at(Status.REVIEW, cast)
    browser, address = client_of(officer), url("ask_reviewers", practice)
    cost(browser, address)  # what a process reads once
    first = cost(browser, address)
    for number in range(3):
        somebody(cast, f"more{number}", "agency_ge", Function.MEMBER)
    assert (cost(browser, address), first <= 12) == (first, True)


def test_who_opens_it(cast):
    assert met(cast, url("ask_reviewers", at(Status.REVIEW, cast))) == {
        "visitor": 302,
        "official_by": 404,
        "contact_by": 404,
        "director_by": 403,
        "advisor_kr": 403,
        "advisor2_kr": 403,
        "director_kr": 403,
        "officer": 200,
        "admin_user": 404,
        "official_ge": 404,
        "contact_ge": 404,
    }


def test_the_officers_note_is_not_in_the_history_by_name(cast, officer, official_by, advisor_kr, client_of):
    practice = at(Status.REVIEW, cast)
    ask_reviewers(practice, by=officer, reviewers=[official_by])
    page = client_of(advisor_kr).get(url("progress", practice)).content.decode()
    assert ("Dubovik" in page, "Дубовик" in page, fresh(practice).status) == (False, False, Status.REVIEW)
