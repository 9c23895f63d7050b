"""What reviewers gave, criterion by reviewer, so that disagreement is seen before anything is decided. Reads only."""

from dataclasses import dataclass
from statistics import mean
from typing import Any

from django.db.models import Prefetch
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedText
from practices.enums import Confidence, ReviewState, Verdict
from practices.models import Practice, Review, ReviewCriterion, ReviewScore

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


def rounds_of(practice: Practice, user: Any) -> list[Round]:
    """Given reviews, the last round first: three queries, however many there are. None for whoever may read none."""
    scores = Prefetch("scores", ReviewScore.objects.select_related("criterion"))
    given = Review.objects.visible_to(user).given().filter(practice=practice).select_related("country", "reviewer")
    rows = list(
        given.with_permissions(user, is_named="practices.name_reviewer")
        .prefetch_related(scores)
        .order_by("-round", "given_at", "pk")[:MOST]
    )
    numbers = dict.fromkeys(row.round for row in rows)
    return [round_of(number, [row for row in rows if row.round == number]) for number in numbers]


def round_of(number: int, rows: list[Any]) -> Round:
    """Some reviews of a round with their scores, in the order of the table."""
    voices = [Voice(row, place, is_named=getattr(row, "is_named", False)) for place, row in enumerate(rows, start=1)]
    scores = {voice.number: {one.criterion: one for one in voice.review.scores.all()} for voice in voices}
    criteria = sorted({one for given in scores.values() for one in given}, key=lambda one: (one.position, one.pk))
    return Round(number, voices, [_line(criterion, voices, scores) for criterion in criteria])


def _line(criterion: ReviewCriterion, voices: list[Voice], scores: dict[int, dict[Any, ReviewScore]]) -> Line:
    given = [scores[voice.number].get(criterion) for voice in voices]
    marks = [
        (voice, Mark(voice.label, one.score, CONFIDENCE[one.confidence]) if one else None)
        for voice, one in zip(voices, given, strict=True)
    ]
    points = [one.score for one in given if one]
    return Line(criterion.name, marks, round(mean(points), 1), max(points) - min(points))
