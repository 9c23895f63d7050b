"""What was answered, as figures: nothing below five answers, neither of a questionnaire nor of one of its questions.

The database adds the answers up, so that a page costs the same for eight people and for eight hundred.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from core.localised import LocalisedText
from events.enums import QuestionKind
from events.models import Ballot, Question, Questionnaire
from events.scale import GOOD, NO, NOT_APPLICABLE, SCALE, YES

FEWEST = 5  # answers below which nothing is shown
TEXTS = 300  # texts of others on one page

TALLIES = """
    SELECT q.questionnaire_id, q.key, r.answers ->> q.key, count(*)
    FROM events_question q JOIN events_response r ON r.questionnaire_id = q.questionnaire_id
    WHERE q.questionnaire_id = ANY(%s) AND q.kind <> 'text' AND jsonb_exists(r.answers, q.key)
    GROUP BY 1, 2, 3
"""
WORDS = """
    SELECT key, words FROM (
        SELECT pair.key, pair.value AS words, row_number() OVER (PARTITION BY pair.key ORDER BY random()) AS place
        FROM events_response r, jsonb_each_text(r.answers) pair
        WHERE r.questionnaire_id = %s AND pair.key = ANY(%s)
    ) shuffled WHERE place <= %s ORDER BY place
"""
Tally = Mapping[str, int]
Tallies = Mapping[tuple[int, str], Tally]


@dataclass(frozen=True)
class Bar:
    """One possible answer: its words, how many gave it, their share in per cent."""

    label: str
    count: int
    share: int


@dataclass(frozen=True)
class QuestionResult:
    """What was answered to one question. Hidden ones say neither how many nor what."""

    question: Question
    is_hidden: bool
    count: int = 0
    not_applicable: int = 0
    mean: float | None = None
    positive: int | None = None
    bars: Sequence[Bar] = ()
    texts: Sequence[str] = ()

    @property
    def is_cut(self) -> bool:
        """Whether there are more texts than are shown."""
        return len(self.texts) == TEXTS


@dataclass(frozen=True)
class Result:
    """A questionnaire: how many of those who came have answered, and what, from five answers on."""

    questionnaire: Questionnaire
    answered: int
    seated: int
    mean: float | None = None
    positive: int | None = None
    questions: Sequence[QuestionResult] = field(default_factory=tuple)

    @property
    def is_hidden(self) -> bool:
        return self.answered < FEWEST

    @property
    def rate(self) -> int | None:
        """The response rate in per cent; none where nobody came."""
        return min(100, round(100 * self.answered / self.seated)) if self.seated else None


def with_ballots(rows: Any) -> Any:
    """Questionnaires with how many have answered each."""
    counted = Ballot.objects.filter(questionnaire=OuterRef("pk")).order_by().values("questionnaire")
    return rows.annotate(answered=Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0))


def tallies_of(questionnaires: Iterable[int]) -> Tallies:
    """How often each answer was given, by questionnaire and question; texts are not counted. One query."""
    found: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(TALLIES, [list(questionnaires)])
        for questionnaire, key, value, count in cursor.fetchall():
            found[questionnaire, key][value] = count
    return found


@dataclass(frozen=True)
class Figures:
    """The answers of some questionnaires, added up, and their questions in order."""

    tallies: Tallies
    questions: Mapping[int, Sequence[Question]]

    def of(self, question: Question) -> Tally:
        """How often each answer to one question was given."""
        return self.tallies.get((question.questionnaire_id, question.key), {})

    def scales(self, questionnaire: int) -> list[Tally]:
        """The scales of a questionnaire that enough people have answered."""
        asked = (one for one in self.questions.get(questionnaire, ()) if one.kind == QuestionKind.SCALE)
        return [shown for one in asked if (shown := shown_scale(self.of(one)))]


def figures_of(questionnaires: Iterable[Questionnaire]) -> Figures:
    """For a page of questionnaires: two queries."""
    pks = [one.pk for one in questionnaires]
    questions: dict[int, list[Question]] = defaultdict(list)
    for one in Question.objects.filter(questionnaire__in=pks):
        questions[one.questionnaire_id].append(one)
    return Figures(tallies_of(pks), questions)


def summaries_of(questionnaires: Iterable[Any], figures: Figures, *, seated: int) -> list[Result]:
    """A line each: response rate, mean and share of good answers over all scales. See `with_ballots`."""
    return [
        Result(one, one.answered, seated, *_middle(figures.scales(one.pk) if one.answered >= FEWEST else ()))
        for one in questionnaires
    ]


def result_of(questionnaire: Any, figures: Figures, *, seated: int, with_texts: bool = True) -> Result:
    """One questionnaire in full: one query more, for its texts. They come in random order, each time another."""
    answered = questionnaire.answered
    questions = figures.questions.get(questionnaire.pk, ())
    keys = [one.key for one in questions if one.kind == QuestionKind.TEXT]
    texts = _texts_of(questionnaire, keys) if with_texts and answered >= FEWEST and keys else {}
    shown = [_question(one, figures.of(one), texts, with_texts=with_texts) for one in questions]
    mean, positive = _middle(figures.scales(questionnaire.pk) if answered >= FEWEST else ())
    return Result(questionnaire, answered, seated, mean, positive, [one for one in shown if one])


def _texts_of(questionnaire: Questionnaire, keys: list[str]) -> Mapping[str, list[str]]:
    """The texts by question, each question shuffled on its own, so that two texts of one hand part. One query."""
    found: dict[str, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(WORDS, [questionnaire.pk, keys, TEXTS])
        for key, text in cursor.fetchall():
            found[key].append(text)
    return found


def _question(
    one: Question, tally: Tally, texts: Mapping[str, list[str]], *, with_texts: bool
) -> QuestionResult | None:
    if one.kind == QuestionKind.TEXT:
        given = texts.get(one.key, [])
        if not with_texts:
            return None
        return QuestionResult(one, len(given) < FEWEST, len(given), texts=given if len(given) >= FEWEST else ())
    counted = {value: count for value, count in tally.items() if value != NOT_APPLICABLE}
    total = sum(counted.values())
    if total < FEWEST:
        return QuestionResult(one, is_hidden=True)
    mean, positive = _middle([counted]) if one.kind == QuestionKind.SCALE else (None, None)
    bars = [Bar(label, counted.get(value, 0), _share(counted.get(value, 0), total)) for value, label in _scale(one)]
    return QuestionResult(one, False, total, tally.get(NOT_APPLICABLE, 0), mean, positive, bars)


def _scale(one: Question) -> list[tuple[str, str]]:
    """The possible answers in order, with their words."""
    if one.kind == QuestionKind.SCALE:
        return [(str(value), str(value)) for value in reversed(SCALE)]
    if one.kind == QuestionKind.YES_NO:
        return [(YES, _("Yes")), (NO, _("No"))]
    return [(choice["key"], str(LocalisedText(choice["text"]))) for choice in one.choices]


def shown_scale(tally: Tally) -> Tally:
    """The answers of a scale without those that do not apply; nothing where there are too few to be shown."""
    counted = {value: count for value, count in tally.items() if value != NOT_APPLICABLE}
    return counted if sum(counted.values()) >= FEWEST else {}


def _middle(scales: Iterable[Tally]) -> tuple[float | None, int | None]:
    """The mean of all answers, and the share of those that are good."""
    both = [(int(value), count) for one in scales for value, count in one.items()]
    total = sum(count for _value, count in both)
    if not total:
        return None, None
    good = sum(count for value, count in both if value in GOOD)
    return sum(value * count for value, count in both) / total, _share(good, total)


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole)
