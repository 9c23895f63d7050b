"""Two people acting on one entry at the same moment: threads, connections, real commits."""

import pytest

from core.models import Signature
from core.refusal import RefusedError
from practices.actions.deciding import decide
from practices.actions.reviewing import ask_reviewers, cancel_review, give_review
from practices.enums import ReviewState, Status, Verdict, VersionState
from practices.models import Practice, Review, Version
from tests.at_once import at_once
from tests.practices.deciding.building import at, fresh, make_review, reviewed

pytestmark = pytest.mark.usefixtures("real_commits")


def kinds(answers):
    return sorted(type(answer).__name__ for answer in answers)


def test_two_co_directors_publish_exactly_once(cast, director_by, director_kr):
    practice = reviewed(cast, Status.DECISION)
    answers = at_once(
        lambda: decide(practice, by=director_by, accepts=True),
        lambda: decide(practice, by=director_kr, accepts=True),
        holding=Practice.objects.filter(pk=practice.pk),
    )
    assert sorted(answer.status for answer in answers) == [Status.DECISION, Status.PUBLISHED]
    assert Signature.objects.filter(settled_at__isnull=False).count() == 2
    assert list(Version.objects.values_list("state", flat=True)) == [VersionState.LIVE]


def test_one_for_and_one_against_decide_nothing(cast, director_by, director_kr):
    practice = reviewed(cast, Status.DECISION)
    answers = at_once(
        lambda: decide(practice, by=director_by, accepts=True),
        lambda: decide(practice, by=director_kr, accepts=False, reasons={"ko": "아니요."}),
        holding=Practice.objects.filter(pk=practice.pk),
    )
    assert [answer.status for answer in answers] == [Status.DECISION, Status.DECISION]
    assert fresh(practice).reasons == {"ko": "아니요."}


def test_two_officers_ask_one_of_a_country(cast, officer, official_by, contact_by):
    practice = at(Status.REVIEW, cast)
    answers = at_once(
        lambda: ask_reviewers(practice, by=officer, reviewers=[official_by]),
        lambda: ask_reviewers(practice, by=officer, reviewers=[contact_by]),
        holding=Practice.objects.filter(pk=practice.pk),
    )
    assert kinds(answers) == ["RefusedError", "list"]
    assert Review.objects.count() == 1


def test_a_review_is_given_or_taken_back_and_never_both(cast, officer, official_by):
    review = make_review(at(Status.REVIEW, cast), official_by, officer)
    whole = {"seen": 0, "has_no_conflict": True, "scores": {}, "verdict": Verdict.PUBLISH, "comment": {"ru": "Да."}}
    answers = at_once(
        lambda: give_review(review, by=official_by, **whole),
        lambda: cancel_review(review, by=officer),
        holding=Practice.objects.filter(pk=review.practice_id),
    )
    assert sum(isinstance(one, RefusedError) for one in answers) == 1
    assert fresh(review).state in (ReviewState.GIVEN, ReviewState.CANCELLED)
