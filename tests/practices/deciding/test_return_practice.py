import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.checking import confirm_facts, return_practice
from practices.actions.proposing import propose
from practices.actions.reviewing import close_reviews
from practices.enums import ReviewState, Status
from tests.practices.deciding.building import at, fresh, make_review, met, reviewed, told, url

WHY = {"ko": "숫자의 출처가 없습니다.", "en": "The figures have no source."}


def test_it_goes_back_with_reasons_in_the_authors_language(cast, focal_kr, heard):
    practice = at(Status.PROPOSED, cast)
    heard()
    row = return_practice(practice, by=focal_kr, reasons=WHY)
    assert (fresh(row).status, fresh(row).reasons, fresh(row).round) == (Status.DRAFT, WHY, 1)
    assert heard() == [("practice_returned", {"practice": row, "by": focal_kr, "reasons": WHY})]
    assert told(row) == [("return", "", focal_kr.email, WHY["ko"])]


@pytest.mark.parametrize("reasons", [{}, {"en": "Only in English."}, {"ko": "  "}])
def test_reasons_the_author_cannot_read_are_refused(cast, focal_kr, reasons):
    practice = at(Status.PROPOSED, cast)
    with pytest.raises(RefusedError, match="The author reads 한국어"):
        return_practice(practice, by=focal_kr, reasons=reasons)
    assert fresh(practice).status == Status.PROPOSED


def test_the_round_of_reviews_ends_with_it_and_what_comes_again_is_reviewed_anew(
    cast, officer, focal_kr, advisor_kr, contact_by, heard
):
    practice = reviewed(cast)
    owed = make_review(practice, contact_by, officer, country_id="BY", round=2)  # asked for at the same moment
    owed.round = 1
    owed.practice.reviews.filter(country="BY", state=ReviewState.GIVEN).delete()
    owed.save()
    heard()
    row = return_practice(practice, by=officer, reasons=WHY)
    assert (row.round, fresh(owed).state) == (2, ReviewState.CANCELLED)
    assert [name for name, _said in heard()] == ["review_cancelled", "practice_returned"]
    confirm_facts(propose(row, by=advisor_kr), by=focal_kr)
    with pytest.raises(RefusedError, match="Two reviews"):
        close_reviews(row, by=officer)


def test_only_officers_return_what_is_under_review(cast, focal_kr):
    with pytest.raises(PermissionDenied):
        return_practice(at(Status.REVIEW, cast), by=focal_kr, reasons=WHY)


def test_what_was_typed_stays_when_the_language_is_missing(cast, focal_kr, client_of):
    practice = at(Status.PROPOSED, cast)
    page = client_of(focal_kr).post(url("return", practice), {"reasons_en": "Only in English."})
    assert (page.status_code, "Only in English." in page.content.decode()) == (200, True)
    assert fresh(practice).status == Status.PROPOSED
    client_of(focal_kr).post(url("return", practice), {"reasons_en": "Sources.", "reasons_ko": "출처."})
    assert dict(fresh(practice).reasons) == {"en": "Sources.", "ko": "출처."}


def test_a_published_entry_is_not_returned(cast, officer):
    with pytest.raises(RefusedError, match="no longer possible"):
        return_practice(at(Status.PUBLISHED, cast), by=officer, reasons=WHY)


def test_who_opens_it(cast):
    assert met(cast, url("return", at(Status.REVIEW, cast))) == {
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
