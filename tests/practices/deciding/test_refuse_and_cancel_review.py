"""A review that is not given: the reviewer declines it, or the officer takes it back."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.reviewing import cancel_review, refuse_review, release_reviewer
from practices.enums import ReviewState, Status
from practices.reviewers import able_to_review
from tests.practices.deciding.building import at, fresh, make_review, told, url


@pytest.fixture
def review(cast, officer, official_by):
    return make_review(at(Status.REVIEW, cast), official_by, officer)


def test_a_reviewer_declines_with_a_reason_that_the_officer_reads(review, official_by, officer, heard, client_of):
    heard()
    row = refuse_review(review, by=official_by, reason=" Мы партнёры поставщика. ")
    assert (fresh(row).state, fresh(row).refusal) == (ReviewState.REFUSED, "Мы партнёры поставщика.")
    assert heard() == [("review_refused", {"review": row, "by": official_by})]
    assert told(row) == [("refuse", "", official_by.email, "Мы партнёры поставщика.")]
    assert "Мы партнёры поставщика." in client_of(officer).get(row.get_absolute_url()).content.decode()
    # The entry is no longer the reviewer's to read.
    assert client_of(official_by).get(url("progress", row.practice)).status_code == 404


def test_without_a_reason_it_is_refused(review, official_by):
    with pytest.raises(RefusedError, match="Say why"):
        refuse_review(review, by=official_by, reason=" ")


def test_nobody_declines_for_another(review, contact_by, client_of):
    with pytest.raises(PermissionDenied):
        refuse_review(review, by=contact_by, reason="x")
    assert client_of(contact_by).get(url("refuse_review", review.practice, review.pk)).status_code == 404


def test_the_page_declines(review, official_by, officer, client_of):
    address = url("refuse_review", review.practice, review.pk)
    assert client_of(officer).get(address).status_code == 403
    client_of(official_by).post(address, {"reason": "Нет времени."})
    assert fresh(review).state == ReviewState.REFUSED


def test_an_officer_takes_it_back_and_asks_somebody_else(review, officer, contact_by, heard, client_of):
    assert contact_by not in able_to_review(review.practice)
    heard()
    row = cancel_review(review, by=officer)
    assert (fresh(row).state, heard()) == (
        ReviewState.CANCELLED,
        [("review_cancelled", {"review": row, "by": officer})],
    )
    assert contact_by in able_to_review(review.practice)
    with pytest.raises(RefusedError, match="still owed"):
        cancel_review(review, by=officer)


def test_who_takes_it_back(review, director_by, official_by, advisor_kr, officer, client_of):
    for person in (director_by, official_by):
        with pytest.raises(PermissionDenied):
            cancel_review(review, by=person)
    address = url("cancel_review", review.practice, review.pk)
    assert [client_of(one).get(address).status_code for one in (director_by, advisor_kr)] == [403, 403]
    client_of(officer).post(address, {"is_right": "on"})
    assert fresh(review).state == ReviewState.CANCELLED


def test_who_leaves_owes_nothing_any_more(review, official_by, admin_user, heard):
    heard()
    release_reviewer(official_by, by=admin_user)
    assert (fresh(review).state, [name for name, _said in heard()]) == (ReviewState.CANCELLED, ["review_cancelled"])
    release_reviewer(official_by, by=admin_user)
    assert heard() == []
