"""Entries on their way into the library, one line each, and what the tests of it ask."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import JournalEntry
from people.models import User
from practices.enums import ReviewState, Status, Verdict
from practices.models import Practice, Review, ReviewCriterion, ReviewScore
from tests.cast import PEOPLE, Cast, sign_in
from tests.practices.builders import make_practice


def at(status: str, cast: Cast, **fields: Any) -> Practice:
    """An entry of NIA in Korean, at that place of its way."""
    return make_practice(cast.centre, cast.organisations["nia"], cast.people["advisor_kr"], status=status, **fields)


def make_review(practice: Practice, reviewer: User, by: User, **fields: Any) -> Review:
    """A review as it stands, past the act that asks for it."""
    values: dict[str, Any] = {"round": practice.round, "due_at": timezone.now() + timedelta(days=30), **fields}
    if values.get("state") == ReviewState.GIVEN:
        values = {"given_at": timezone.now(), "has_no_conflict": True, "verdict": Verdict.PUBLISH, **values}
        values.setdefault("comment", {"en": "Good."})
    country = reviewer.standing.country
    return Review.objects.create(
        practice=practice,
        reviewer=reviewer,
        country=country,
        practice_country=practice.country,
        asked_by=by,
        **values,
    )


def score(review: Review, *scores: int, confidence: int = 2) -> None:
    """Scores of the criteria in use, in their order."""
    criteria = ReviewCriterion.objects.filter(is_active=True)
    for criterion, one in zip(criteria, scores, strict=True):
        ReviewScore.objects.create(review=review, criterion=criterion, score=one, confidence=confidence)


def reviewed(cast: Cast, status: str = Status.REVIEW, **fields: Any) -> Practice:
    """An entry with two given reviews."""
    practice = at(status, cast, **fields)
    for key in ("official_by", "official_ge"):
        make_review(practice, cast.people[key], cast.people["officer"], state=ReviewState.GIVEN)
    return practice


def fresh(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def again(user: User) -> User:
    """The person as the next request meets him: with what he may do today."""
    return User.objects.get(pk=user.pk)


def told(row: Any) -> list[tuple[str, ...]]:
    """The journal of a row, oldest first."""
    entries = JournalEntry.objects.about(row).order_by("pk").select_related("actor")
    return [(one.verb, one.key, one.actor.email if one.actor else "", one.reason) for one in entries]


def url(name: str, practice: Practice, *args: Any) -> str:
    return reverse(f"practices:{name}", args=[practice.reference, *args])


def met(cast: Cast, address: str) -> dict[str, int]:
    """What each of the cast, and a visitor, meets at an address."""
    found = {"visitor": Client().get(address).status_code}
    return found | {who: sign_in(cast.people[who]).get(address).status_code for who in PEOPLE}


def seoul(*when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo("Asia/Seoul"))  # type: ignore[arg-type, misc]


def minsk(*when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo("Europe/Minsk"))  # type: ignore[arg-type, misc]


def tbilisi(*when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo("Asia/Tbilisi"))  # type: ignore[arg-type, misc]
