"""The questions, and what has been answered to them. Reads only."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from consultations.enums import AnswerState, Status
from consultations.models import (
    Answer,
    AnswerPart,
    AnswerTranslation,
    Consultation,
)
from consultations.presentation.record import BEFORE_ADVISORS
from consultations.presentation.state import State
from core.localised import LocalisedText, reading_order
from files.columns import files_column, from_column
from files.models import StoredFile


@dataclass
class QuestionView:
    """A question, and what has been answered to it, as far as the reader may see."""

    number: int
    text: LocalisedText
    part: AnswerPart | None = None
    state: State | None = None
    translation: str = ""
    translation_language: str = ""


@dataclass
class AnswerView:
    """The version the reader sees: the latest sent one, or for those who prepare it the one in preparation."""

    answer: Any = None
    is_outdated: bool = False
    checked_by: str = ""
    in_preparation: Any = None
    # What stands with the versions that were sent: a correction takes no earlier paper back.
    files: list[tuple[Any, StoredFile]] = field(default_factory=list)


def answer_of(consultation: Consultation, *, prepares: bool) -> tuple[list[QuestionView], AnswerView]:
    """The questions with their answers, from a request `with_small_parts`; one query, or none."""
    questions = questions_of(consultation)
    if consultation.status in BEFORE_ADVISORS:
        return questions, AnswerView()
    translations = AnswerTranslation.objects.filter(answer=OuterRef("answer")).values(
        json=JSONObject(language="language", of="of_revision", checked="checked_by__family_name")
    )
    parts = (
        AnswerPart.objects.filter(answer__consultation=consultation)
        .filter(Q() if prepares else Q(answer__state=AnswerState.SENT))
        .select_related("answer__by", "question")
        .annotate(
            translations=ArraySubquery(translations),
            enclosed=files_column(Answer, permission="consultations.read_answer", of="answer_id"),
        )
        .order_by("-answer__version", "question__number")
    )
    view = AnswerView()
    by_number: dict[int, AnswerPart] = {}
    with_files: set[int] = set()
    for part in parts:
        part.answer.consultation = consultation
        if part.answer.state != AnswerState.SENT:
            view.in_preparation = part.answer
            continue
        if part.answer_id not in with_files:
            with_files.add(part.answer_id)
            view.files += [(part.answer, file) for file in from_column(part.enclosed)]
        view.answer = view.answer or part.answer
        if part.answer.pk == view.answer.pk:
            by_number[part.question.number] = part
    for question in questions:
        _fill(question, by_number.get(question.number), view, consultation)
    return questions, view


def _fill(question: QuestionView, part: AnswerPart | None, view: AnswerView, consultation: Consultation) -> None:
    question.part = part
    if part is None:
        open_states = (Status.IN_PROGRESS, Status.WAITING)
        question.state = State("is-going", _("Being answered")) if consultation.status in open_states else None
        return
    words = _("Stays open in version %(version)s") if part.stays_open else _("Answered in version %(version)s")
    shape = "is-stopped" if part.stays_open else "is-done"
    question.state = State(shape, words % {"version": part.answer.version})
    own = part.answer.language
    for language in (*reading_order(), consultation.language):
        if language == own:
            return
        if part.text.get(language):
            question.translation, question.translation_language = part.text[language], language
            made = {one["language"]: one for one in part.translations}.get(language)  # type: ignore[attr-defined]
            view.is_outdated = view.is_outdated or bool(made and made["of"] < part.answer.revision)
            return


def questions_of(consultation: Any) -> list[QuestionView]:
    """The numbered questions, from the column of `with_small_parts`."""
    return [QuestionView(one["number"], LocalisedText(one["text"])) for one in consultation.asked]
