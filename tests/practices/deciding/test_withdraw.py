import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.checking import withdraw
from practices.enums import ReviewState, Status
from tests.practices.deciding.building import at, fresh, make_review, told, url


def test_a_draft_that_nobody_has_read_needs_no_reasons(cast, advisor_kr, heard):
    practice = at(Status.DRAFT, cast)
    heard()
    row = withdraw(practice, by=advisor_kr)
    assert fresh(row).status == Status.WITHDRAWN
    assert heard() == [("practice_withdrawn", {"practice": row, "by": advisor_kr, "reasons": {}})]


def test_one_that_was_proposed_does_and_owed_reviews_end(cast, advisor_kr, officer, official_by, heard):
    practice = at(Status.REVIEW, cast)
    owed = make_review(practice, official_by, officer)
    with pytest.raises(RefusedError, match="The author reads 한국어"):
        withdraw(practice, by=advisor_kr)
    heard()
    row = withdraw(practice, by=advisor_kr, reasons={"ko": "다시 씁니다."})
    assert (fresh(row).status, fresh(row).reasons, fresh(owed).state) == (
        Status.WITHDRAWN,
        {"ko": "다시 씁니다."},
        ReviewState.CANCELLED,
    )
    assert [name for name, _said in heard()] == ["review_cancelled", "practice_withdrawn"]
    assert told(row) == [("withdraw", "", advisor_kr.email, "다시 씁니다.")]


def test_the_owners_focal_point_may_and_an_officer_may_not(cast, focal_kr, officer):
    practice = at(Status.PROPOSED, cast)
    with pytest.raises(PermissionDenied):
        withdraw(practice, by=officer, reasons={"ko": "."})
    assert withdraw(practice, by=focal_kr, reasons={"ko": "."}).status == Status.WITHDRAWN


def test_what_is_published_is_retired_and_not_withdrawn(cast, advisor_kr, client_of):
    practice = at(Status.PUBLISHED, cast)
    with pytest.raises(RefusedError, match="no longer possible"):
        withdraw(practice, by=advisor_kr, reasons={"ko": "."})
    assert client_of(advisor_kr).get(url("withdraw", practice)).status_code == 409


def test_a_stranger_finds_nothing(cast, official_ge, client_of):
    assert client_of(official_ge).get(url("withdraw", at(Status.REVIEW, cast))).status_code == 404


def test_the_page_withdraws(cast, advisor_kr, client_of):
    practice = at(Status.REVIEW, cast)
    address = url("withdraw", practice)
    assert client_of(advisor_kr).post(address, {"reasons_en": "Only English."}).status_code == 200
    assert fresh(practice).status == Status.REVIEW
    client_of(advisor_kr).post(address, {"reasons_ko": "취소합니다."})
    assert fresh(practice).status == Status.WITHDRAWN
