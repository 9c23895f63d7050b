"""Who reviews, and who reads what was said."""

from typing import Any

from django.db.models import F, Q

from core.policies import NOBODY, rule
from practices.enums import ReviewState, Status
from practices.policies.practices import directed_by, of_practice, owned_by, run_by, written_by


@rule("practices.view_review")
def view_review(user: Any) -> Q:
    """The reviewer, the officers and the co-directors; the author and the owner, once it is over and without names."""
    ended = Q(round__lt=F("practice__round")) | ~Q(practice__status__in=(Status.REVIEW, Status.DECISION))
    over = Q(state=ReviewState.GIVEN) & ended
    return (
        _mine(user)
        | of_practice(run_by(user) | directed_by(user))
        | over & of_practice(written_by(user) | owned_by(user))
    )


@rule("practices.name_reviewer")
def name_reviewer(user: Any) -> Q:
    """Who reads the reviewer's name beside the review."""
    return _mine(user) | of_practice(run_by(user) | directed_by(user))


@rule("practices.write_review")
def write_review(user: Any) -> Q:
    """The reviewer, while it is owed and the entry is under review."""
    return _mine(user) & Q(state=ReviewState.ASKED, practice__status=Status.REVIEW)


@rule("practices.cancel_review")
def cancel_review(user: Any) -> Q:
    """The officers, while it is owed."""
    return of_practice(run_by(user)) & Q(state=ReviewState.ASKED)


def _mine(user: Any) -> Q:
    return Q(reviewer=user) if user.standing.appointments else NOBODY
