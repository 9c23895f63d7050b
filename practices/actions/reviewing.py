"""Reviews: asked of officials of other countries, given or refused, taken back, and closed."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from calendars.directory import calendar_of
from calendars.working_time import add_working_days
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from people.models import Country, User
from practices import signals
from practices.enums import Confidence, ReviewState, Status
from practices.models import Practice, Review, ReviewCriterion, ReviewScore
from practices.reviewers import able_to_review, without_interest
from practices.workflow import lifecycle

DAYS = 15  # working days of the reviewer's own calendar
Scores = Mapping[ReviewCriterion, tuple[int, Confidence | int]]
OVER: dict[str, Any] = {
    ReviewState.GIVEN: gettext_lazy("This review has been given already. A review that was given is not changed."),
    ReviewState.REFUSED: gettext_lazy("You have declined this review."),
    ReviewState.CANCELLED: gettext_lazy("This review is no longer asked for: the entry went on, or back, without it."),
}


class SavedMeanwhileError(RefusedError):
    """The review was saved in another window. What is stored is shown beside what was written here."""

    def __init__(self) -> None:
        super().__init__(
            _("This review was saved in another window after you opened it. Both are shown: put together what counts.")
        )


@transaction.atomic
def ask_reviewers(practice: Practice, *, by: User, reviewers: Iterable[User]) -> list[Review]:
    """Ask each of these people for a review, due in fifteen working days of their own calendar.

    Refused for whoever may not be asked, such as people of the owner's country or somebody who was asked already, and
    for two people of one country: a review from each country, so that they are independent.
    """
    row = lifecycle.lock(practice)
    policies.require(by, "practices.run", row)
    if row.status != Status.REVIEW:
        raise RefusedError(_("Reviews are asked for while the entry is under review."))
    people = list(dict.fromkeys(reviewers))
    if not people:
        raise RefusedError(_("Choose at least one reviewer."))
    able = {one.pk: one.country_code for one in able_to_review(row).filter(pk__in=[one.pk for one in people])}
    for person in people:
        if person.pk not in able:
            raise RefusedError(
                _("%(name)s cannot review this entry, or somebody of that country was asked already.")
                % {"name": person}
            )
    if len(set(able.values())) < len(people):
        raise RefusedError(_("Choose one reviewer a country: two of one country count as one voice."))
    countries = Country.objects.in_bulk(able.values())
    return [_ask(row, person, countries[able[person.pk]], by=by) for person in people]


def _ask(row: Practice, person: User, country: Country, *, by: User) -> Review:
    now = timezone.now()
    twice = _("Somebody of this country was asked already.")
    with refusing({"practices_one_review_a_country": twice, "practices_one_review_a_person_and_round": twice}):
        review = Review.objects.create(
            practice=row,
            round=row.round,
            reviewer=person,
            country=country,
            practice_country_id=row.country_id,
            asked_by=by,
            asked_at=now,
            due_at=add_working_days(now, DAYS, calendar_of(country.calendar_id)),
        )
    # Two entries: who reviews is not the author's to read, so the record's own history names the country alone.
    journal.write(row, "ask_reviewers", by=by, data={"country": country.pk, "round": row.round})
    journal.write(review, "ask", by=by, data={"reviewer": person.pk})
    signals.review_asked.send(Review, review=review, by=by)
    return review


@transaction.atomic
def save_review(
    review: Review,
    *,
    by: User,
    seen: int,
    scores: Scores | None = None,
    verdict: str = "",
    comment: LocalisedText | None = None,
) -> Review:
    """Keep what is written so far, for the reviewer alone. Refused when it was saved elsewhere after it was opened."""
    row = _mine(review, by=by, seen=seen)
    return _keep(row, scores or {}, verdict=verdict, comment=comment or LocalisedText())


@transaction.atomic
def give_review(
    review: Review,
    *,
    by: User,
    seen: int,
    has_no_conflict: bool,
    scores: Scores,
    verdict: str,
    comment: LocalisedText,
) -> Review:
    """Give the review. It counts from here on and is not changed any more.

    Refused without the declaration, without a score for each criterion in use, without advice and its reasons, when
    it was saved elsewhere after it was opened, and for whoever has got an interest in the practice since he was asked.
    """
    row = _mine(review, by=by, seen=seen)
    if not without_interest(row.practice).filter(pk=by.pk).exists():
        raise RefusedError(_("You have got a part in this practice since you were asked. Decline the review."))
    if not has_no_conflict:
        raise RefusedError(_("Declare that you have no interest of your own in this practice, or decline the review."))
    missing = [one for one in ReviewCriterion.objects.filter(is_active=True) if one not in scores]
    if missing:
        names = ", ".join(str(one) for one in missing)
        raise RefusedError(_("Give a score for each criterion. Missing: %(names)s.") % {"names": names})
    if not verdict:
        raise RefusedError(_("Say what you advise."))
    if not comment:
        raise RefusedError(_("Give the reasons of your advice: the author learns from them."))
    row = _keep(row, scores, verdict=verdict, comment=comment)
    row.state, row.given_at, row.has_no_conflict = ReviewState.GIVEN, timezone.now(), True
    row.language = by.language if comment.get(by.language) else next(iter(comment))
    row.save(update_fields=["state", "given_at", "has_no_conflict", "language"])
    journal.write(row, "give", by=by, data={"verdict": verdict})
    signals.review_given.send(Review, review=row, by=by)
    return row


@transaction.atomic
def refuse_review(review: Review, *, by: User, reason: str) -> Review:
    """Decline to review, with a reason that the officer reads: somebody else is asked then."""
    if not reason.strip():
        raise RefusedError(_("Say why: the officer asks somebody else then."))
    row = _mine(review, by=by)
    row.state, row.refusal = ReviewState.REFUSED, reason.strip()
    row.save(update_fields=["state", "refusal"])
    journal.write(row, "refuse", by=by, reason=row.refusal)
    signals.review_refused.send(Review, review=row, by=by)
    return row


@transaction.atomic
def cancel_review(review: Review, *, by: User) -> Review:
    """Take back a review that is still owed, so that somebody else of that country can be asked."""
    practice = lifecycle.lock(review.practice)
    row = _lock(review, practice)
    policies.require(by, "practices.run", practice)
    if row.state != ReviewState.ASKED:
        raise RefusedError(_("Only a review that is still owed is taken back."))
    return _cancel(row, by=by)


@transaction.atomic
def close_reviews(practice: Practice, *, by: User, opinion: str = "") -> Practice:
    """Lay the entry before the co-directors, with the officer's opinion. Reviews still owed are taken back.

    Refused with fewer than two reviews of other countries in this round.
    """
    now = timezone.now()
    row = lifecycle.take(practice, "close_reviews", by=by, reason=opinion.strip(), moved_at=now, updated_at=now)
    end_reviews(row, by=by, number=row.round)
    signals.reviews_closed.send(Practice, practice=row, by=by)
    return row


def end_reviews(practice: Practice, *, by: User | None, number: int) -> None:
    """Take back what is still owed of a round. Called with the row of the entry locked."""
    owed = Review.objects.select_for_update(of=("self",)).asked().filter(practice=practice, round=number)
    for review in owed.select_related("reviewer").order_by("pk"):
        review.practice = practice
        _cancel(review, by=by)


@transaction.atomic
def release_reviewer(user: User, *, by: User | None) -> None:
    """Take back what a person who has left still owes, so that somebody else can be asked."""
    for review in Review.objects.asked().filter(reviewer=user).select_related("practice").order_by("practice", "pk"):
        practice = lifecycle.lock(review.practice)
        row = _lock(review, practice)
        if row.state == ReviewState.ASKED:
            _cancel(row, by=by)


@transaction.atomic
def remind_reviewer(review: Review) -> Review | None:
    """The clock tells a reviewer that the due time is near, or over: once each. None when that has been done."""
    practice = lifecycle.lock(review.practice)
    row, now = _lock(review, practice), timezone.now()
    is_late = row.due_at <= now
    told = row.reminded_at is not None and (row.reminded_at >= row.due_at if is_late else True)
    if row.state != ReviewState.ASKED or practice.status != Status.REVIEW or told:
        return None
    row.reminded_at = now
    row.save(update_fields=["reminded_at"])
    journal.write(row, "overdue" if is_late else "due_soon", by=None)
    signal = signals.review_overdue if is_late else signals.review_due_soon
    signal.send(Review, review=row, by=None)
    return row


def _lock(review: Review, practice: Practice) -> Review:
    """The row as it is now. The entry is locked first, as every act on reviews does."""
    row = Review.objects.select_for_update(of=("self",)).select_related("country", "reviewer").get(pk=review.pk)
    row.practice = practice
    return row


def _mine(review: Review, *, by: User, seen: int | None = None) -> Review:
    """One's own review, locked. Refused in words when it is no longer owed: what was typed stays on the page."""
    practice = lifecycle.lock(review.practice)
    row = _lock(review, practice)
    if row.reviewer_id != by.pk:
        raise PermissionDenied("practices.write_review")
    if row.state != ReviewState.ASKED:
        raise RefusedError(OVER[row.state])
    if practice.status != Status.REVIEW:
        raise RefusedError(OVER[ReviewState.CANCELLED])
    policies.require(by, "practices.write_review", row)
    if seen is not None and seen != row.lock:
        raise SavedMeanwhileError
    return row


def _keep(row: Review, scores: Scores, *, verdict: str, comment: LocalisedText) -> Review:
    row.scores.all().delete()
    ReviewScore.objects.bulk_create(
        ReviewScore(review=row, criterion=criterion, score=score, confidence=confidence)
        for criterion, (score, confidence) in scores.items()
    )
    row.verdict, row.comment, row.lock = verdict, comment, row.lock + 1
    row.save(update_fields=["verdict", "comment", "lock"])
    return row


def _cancel(row: Review, *, by: User | None) -> Review:
    row.state = ReviewState.CANCELLED
    row.save(update_fields=["state"])
    journal.write(row, "cancel", by=by)
    signals.review_cancelled.send(Review, review=row, by=by)
    return row
