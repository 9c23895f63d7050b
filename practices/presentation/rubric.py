"""What reviewers gave, criterion by reviewer, so that disagreement is seen before anything is decided. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedText
from people.models import User
from practices.enums import Confidence, ReviewState, Verdict
from practices.models import Practice, Review, ReviewScore

SPLIT = 2  # points between the highest and the lowest score, from which on reviewers do not agree
MOST = 40  # reviews on a page: two or three a round, and a dozen rounds

STATE_SHAPES: dict[str, str] = {
    ReviewState.ASKED: "is-waiting",
    ReviewState.GIVEN: "is-done",
    ReviewState.REFUSED: "is-stopped",
    ReviewState.CANCELLED: "is-stopped",
}
VERDICT_SHAPES: dict[str, str] = {
    Verdict.PUBLISH: "is-done",
    Verdict.REVISE: "is-soon",
    Verdict.REJECT: "is-stopped",
}
CONFIDENCE: dict[int, Promise] = {
    Confidence.LOW: pgettext_lazy("beside a score", "low confidence"),
    Confidence.MEDIUM: pgettext_lazy("beside a score", "medium confidence"),
    Confidence.HIGH: pgettext_lazy("beside a score", "high confidence"),
}


@dataclass(frozen=True)
class Voice:
    """One reviewer: a number and a country; the person only for those who may read the name."""

    review: Review
    number: int
    is_named: bool

    @property
    def label(self) -> str:
        return _("Reviewer %(number)s (%(country)s)") % {"number": self.number, "country": self.review.country.name}

    @property
    def verdict_shape(self) -> str:
        return VERDICT_SHAPES.get(self.review.verdict, "")


@dataclass(frozen=True)
class Mark:
    """A score and how sure the reviewer is of it."""

    label: str
    score: int
    confidence: str | Promise


@dataclass(frozen=True)
class Line:
    """One criterion: a mark for each voice (none where it was not scored), their mean and how far apart they are."""

    name: LocalisedText
    marks: list[tuple[Voice, Mark | None]]
    mean: float
    spread: int

    @property
    def is_split(self) -> bool:
        return self.spread >= SPLIT


@dataclass(frozen=True)
class Round:
    """The reviews of one round that the reader may read, side by side."""

    number: int
    voices: list[Voice]
    lines: list[Line]

    @property
    def splits(self) -> int:
        """How many criteria they do not agree on."""
        return sum(line.is_split for line in self.lines)


def reviews_of(practice: Practice, user: Any) -> list[Any]:
    """Every review of the entry that the reader may see, with its scores, the last round first: one query.

    A page that shows names reads the posts of these people together (`people.standing.preload`).
    """
    scores = ReviewScore.objects.filter(review=OuterRef("pk")).order_by("criterion__position", "criterion")
    given = JSONObject(
        criterion="criterion_id", name="criterion__name", place="criterion__position", score="score", sure="confidence"
    )
    rows = Review.objects.visible_to(user).filter(practice=practice).select_related("country__calendar", "reviewer")
    rows = rows.with_permissions(user, is_named="practices.name_reviewer").annotate(
        scored=ArraySubquery(scores.values(json=given))
    )
    return list(rows.order_by("-round", "asked_at", "pk")[:MOST])


def rounds_of(rows: Iterable[Any]) -> list[Round]:
    """What was given, round by round, of the rows of `reviews_of`."""
    given = [row for row in rows if row.state == ReviewState.GIVEN]
    numbers = dict.fromkeys(row.round for row in given)
    return [_round(number, [row for row in given if row.round == number]) for number in numbers]


def named_in(rounds: Iterable[Round]) -> list[User]:
    """Those whose names the reader is shown."""
    return [voice.review.reviewer for one in rounds for voice in one.voices if voice.is_named]


def _round(number: int, rows: list[Any]) -> Round:
    voices = [Voice(row, place, is_named=row.is_named) for place, row in enumerate(rows, start=1)]
    scores = {voice.number: {one["criterion"]: one for one in voice.review.scored} for voice in voices}  # type: ignore[attr-defined]
    criteria = {one["criterion"]: one for given in scores.values() for one in given.values()}
    in_order = sorted(criteria.values(), key=lambda one: (one["place"], one["criterion"]))
    return Round(number, voices, [_line(one, voices, scores) for one in in_order])


def _line(criterion: dict[str, Any], voices: list[Voice], scores: dict[int, dict[int, Any]]) -> Line:
    given = [scores[voice.number].get(criterion["criterion"]) for voice in voices]
    marks = [
        (voice, Mark(voice.label, one["score"], CONFIDENCE[one["sure"]]) if one else None)
        for voice, one in zip(voices, given, strict=True)
    ]
    points = [one["score"] for one in given if one]
    return Line(LocalisedText(criterion["name"]), marks, round(mean(points), 1), max(points) - min(points))
