import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions.reviewing import close_reviews
from practices.enums import ReviewState, Status
from practices.presentation.rubric import reviews_of, rounds_of
from tests.practices.builders import make_criteria
from tests.practices.deciding.building import at, fresh, make_review, met, reviewed, score, told, url


def test_it_is_laid_before_the_co_directors_with_an_opinion(cast, officer, heard):
    practice = reviewed(cast)
    heard()
    row = close_reviews(practice, by=officer, opinion=" Рекомендую. ")
    assert fresh(row).status == Status.DECISION
    assert heard() == [("reviews_closed", {"practice": row, "by": officer})]
    assert told(row) == [("close_reviews", "", officer.email, "Рекомендую.")]


def test_two_given_reviews_are_needed_and_what_is_owed_is_taken_back(cast, officer, official_by, official_ge, heard):
    practice = at(Status.REVIEW, cast)
    make_review(practice, official_by, officer, state=ReviewState.GIVEN)
    owed = make_review(practice, official_ge, officer)
    with pytest.raises(RefusedError, match="Two reviews from other countries"):
        close_reviews(practice, by=officer)
    owed.delete()
    make_review(practice, official_ge, officer, state=ReviewState.GIVEN)
    # A third country, of another centre's people, is still at it.
    third = make_review(practice, cast.people["contact_by"], officer, round=2)
    close_reviews(practice, by=officer)
    assert fresh(third).state == ReviewState.ASKED  # of another round
    assert [name for name, _said in heard()] == ["reviews_closed"]


def test_only_officers_close(cast, director_by, focal_kr):
    practice = reviewed(cast)
    for person in (director_by, focal_kr):
        with pytest.raises(PermissionDenied):
            close_reviews(practice, by=person)


def test_who_opens_it(cast):
    assert met(cast, url("close_reviews", reviewed(cast))) == {
        "visitor": 302,
        "official_by": 403,  # reviewed it
        "contact_by": 404,
        "director_by": 403,
        "advisor_kr": 403,
        "advisor2_kr": 403,
        "director_kr": 403,
        "officer": 200,
        "admin_user": 404,
        "official_ge": 403,
        "contact_ge": 404,
    }


def test_a_wrong_state_is_said_in_words(cast, officer, client_of):
    assert client_of(officer).get(url("close_reviews", at(Status.REVIEW, cast))).status_code == 409
    practice = reviewed(cast, Status.DECISION)
    with pytest.raises(RefusedError, match="no longer possible"):
        close_reviews(practice, by=officer)


def test_disagreement_is_shown_criterion_by_reviewer(cast, officer, advisor_kr, client_of):
    make_criteria(3)
    practice = reviewed(cast)
    first, second = practice.reviews.order_by("pk")
    score(first, 5, 3, 4, confidence=3)
    score(second, 1, 3, 3, confidence=1)
    [one] = rounds_of(reviews_of(practice, officer))
    assert [(str(line.name), line.mean, line.spread, line.is_split) for line in one.lines] == [
        ("Criterion 0", 3, 4, True),
        ("Criterion 1", 3, 0, False),
        ("Criterion 2", 3.5, 1, False),
    ]
    assert [(voice.label, voice.is_named) for voice in one.voices] == [
        ("Reviewer 1 (Belarus)", True),
        ("Reviewer 2 (Georgia)", True),
    ]
    assert one.splits == 1
    page = client_of(officer).get(url("close_reviews", practice)).content.decode()
    assert ('<strong class="num">5</strong>' in page, '<strong class="num">1</strong>' in page) == (True, True)
    assert rounds_of(reviews_of(practice, advisor_kr)) == []


def test_each_reviewer_sees_his_own_alone(cast, official_by):
    practice = reviewed(cast)
    [one] = rounds_of(reviews_of(practice, official_by))
    assert [voice.review.reviewer for voice in one.voices] == [official_by]


def test_the_owner_reads_the_rounds_that_are_over_without_names(cast, advisor_kr, django_assert_num_queries):
    practice = reviewed(cast, round=1)
    practice.round = 2
    practice.save()
    for number in (2, 3):
        for key in ("official_by", "official_ge"):
            make_review(practice, cast.people[key], cast.people["officer"], state=ReviewState.GIVEN, round=number)
    make_criteria(1)
    for review in practice.reviews.all():
        score(review, 3)
    advisor_kr.standing.appointments  # noqa: B018  read once a request
    with django_assert_num_queries(1):
        found = rounds_of(reviews_of(practice, advisor_kr))
    assert [(one.number, [voice.is_named for voice in one.voices]) for one in found] == [(1, [False, False])]
