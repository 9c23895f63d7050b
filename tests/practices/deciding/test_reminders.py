"""The clock reminds reviewers: when three of their working days are left, and when the due time is over; once each."""

import time_machine

from practices.actions.reviewing import remind_reviewer
from practices.enums import Status
from practices.tasks.reviews import remind_of_reviews
from tests.practices.deciding.building import at, fresh, make_review, minsk, told


def test_once_before_and_once_after_the_due_time(cast, officer, official_by, heard):
    # Due on a Tuesday: on Thursday three working days are left, on Wednesday four.
    with time_machine.travel(minsk(2027, 2, 1, 12), tick=False):
        review = make_review(at(Status.REVIEW, cast), official_by, officer, due_at=minsk(2027, 2, 16, 18))
    heard()

    def at_moment(*when):
        with time_machine.travel(minsk(*when), tick=False):
            return remind_of_reviews(), [name for name, _said in heard()]

    assert at_moment(2027, 2, 10, 12) == (0, [])
    assert at_moment(2027, 2, 11, 8) == (0, [])  # the offices of Minsk are closed yet
    assert at_moment(2027, 2, 11, 10) == (1, ["review_due_soon"])
    assert at_moment(2027, 2, 11, 10, 15) == (0, [])
    assert at_moment(2027, 2, 16, 17) == (0, [])
    assert at_moment(2027, 2, 17, 10) == (1, ["review_overdue"])
    assert at_moment(2027, 2, 17, 10, 15) == (0, [])
    assert [verb for verb, *_rest in told(review)] == ["due_soon", "overdue"]


def test_a_review_that_nobody_owes_any_more_is_not_spoken_of(cast, officer, official_by, heard):
    with time_machine.travel(minsk(2027, 2, 17, 10), tick=False):
        review = make_review(at(Status.DRAFT, cast), official_by, officer, due_at=minsk(2027, 2, 16, 18))
        heard()
        assert (remind_of_reviews(), remind_reviewer(review), fresh(review).reminded_at) == (0, None, None)
    assert heard() == []
