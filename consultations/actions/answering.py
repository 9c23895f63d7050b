"""Write the answer, translate it, check it, send it."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations import signals
from consultations.actions import clocks
from consultations.actions.documents import add_answer_file
from consultations.actions.drafting import with_text
from consultations.actions.indexing import index
from consultations.enums import AnswerState, ClockKind, Status
from consultations.models import Answer, AnswerPart, AnswerTranslation, Consultation, Question
from consultations.workflow import lifecycle, way_out
from core import policies
from core.localised import LANGUAGE_NAMES
from core.refusal import RefusedError
from files.models import StoredFile
from people.models import User


@transaction.atomic
def write_answer(
    consultation: Consultation,
    *,
    by: User,
    language: str,
    texts: Mapping[Question, str],
    open_questions: set[Question] | frozenset[Question] = frozenset(),
    seen: int = 0,
    attachment: StoredFile | None = None,
) -> Answer:
    """Keep the draft of the answer: a text a question, in the advisor's language; and a file beside them, where wanted.

    For a question that stays open the text says why. `seen` is the revision the writer had before him (0: none yet);
    refused when a colleague has saved another since, and while the draft is with the translator or the officer.
    """
    row = lifecycle.lock(consultation)
    policies.require(by, "consultations.answer", row)
    if row.status != Status.IN_PROGRESS:
        raise RefusedError(_("An answer is written while the request is with the advisors."))
    answer = row.answers.exclude(state=AnswerState.SENT).first()
    if answer and answer.state != AnswerState.DRAFT:
        raise RefusedError(_("This version has been handed over; it can be written on when it is sent back."))
    if answer and answer.revision != seen:
        raise RefusedError(
            _("A colleague has saved this answer after you opened it. Open it anew and add what you have written here.")
        )
    if answer is None:
        answer = _next_version(row, by=by, language=language)
    before, answer.language, answer.revision = answer.language, language, answer.revision + 1
    answer.save(update_fields=["language", "revision"])
    parts = {part.question_id: part for part in answer.parts.all()}
    for question, text in texts.items():
        part = parts.get(question.pk) or AnswerPart(answer=answer, question=question)
        part.text = with_text(part.text, language, text.strip(), moved_from=before)
        part.stays_open = question in open_questions
        part.save()
    if attachment:
        add_answer_file(answer, by=by, file=attachment)
    _show_state(row, answer.state)
    return answer


def _next_version(row: Consultation, *, by: User, language: str) -> Answer:
    """A new version begins with what the last one said, so that a correction corrects."""
    last = row.answers.last()
    answer = Answer.objects.create(
        consultation=row,
        version=last.version + 1 if last else 1,
        language=last.language if last else language,
        by=by,
        by_title=by.title_of_record(),
    )
    if last:
        AnswerPart.objects.bulk_create(
            AnswerPart(answer=answer, question=part.question, text=part.text, stays_open=part.stays_open)
            for part in last.parts.select_related("question")
        )
    return answer


@transaction.atomic
def hand_over_answer(answer: Answer, *, by: User) -> Answer:
    """Give the written answer on: to the translator when the requester reads another language, else to the officer.

    From the translator it goes to the officer. Refused while a question has neither an answer nor a reason why it stays
    open, or while the requester's language is missing.
    """
    row = _under_way(answer)
    answer = way_out.lock(answer)
    way_out.expect(answer, "to_officer", by=by)
    _refuse_gaps(answer, answer.language)
    if answer.state == AnswerState.DRAFT and needs_translation(answer, row):
        answer = way_out.take(answer, "to_translator", by=by)
    else:
        _refuse_untranslated(answer, row)
        answer = way_out.take(answer, "to_officer", by=by)
    _show_state(row, answer.state)
    signals.answer_handed_over.send(Answer, consultation=row, by=by, answer=answer)
    return answer


def _under_way(answer: Answer) -> Consultation:
    """The locked request; refused when it has ended, for then nobody waits for the answer any more."""
    row = lifecycle.lock(answer.consultation)
    if row.status in Status.ended():
        raise RefusedError(_("An answer is written while the request is with the advisors."))
    return row


def needs_translation(answer: Answer, consultation: Consultation) -> bool:
    """Whether the requester could not read the answer as it was written."""
    return answer.language not in {consultation.language, *consultation.languages}


def _refuse_gaps(answer: Answer, language: str) -> None:
    answered = {part.question_id for part in answer.parts.all() if part.text.get(language)}
    if answer.consultation.questions.exclude(pk__in=answered).exists():
        raise RefusedError(_("Answer every numbered question, or say why one stays open."))


def _refuse_untranslated(answer: Answer, row: Consultation) -> None:
    if not needs_translation(answer, row):
        return
    current = answer.translations.filter(language=row.language, of_revision=answer.revision).exists()
    if not current or any(not part.text.get(row.language) for part in answer.parts.all()):
        raise RefusedError(
            _("The requester reads %(language)s: translate every part of this version into it.")
            % {"language": LANGUAGE_NAMES[row.language]}
        )


@transaction.atomic
def translate_answer(answer: Answer, *, by: User, language: str, texts: Mapping[Question, str]) -> Answer:
    """Keep a translation of the revision that stands now, beside the original."""
    row = _under_way(answer)
    answer = way_out.lock(answer)
    policies.require(by, "consultations.translate_version", answer)
    if language == answer.language:
        raise RefusedError(_("The original is in this language already."))
    for part in answer.parts.select_related("question"):
        part.text = with_text(part.text, language, texts.get(part.question, "").strip(), moved_from=language)
        part.save(update_fields=["text"])
    AnswerTranslation.objects.update_or_create(
        answer=answer, language=language, defaults={"of_revision": answer.revision, "by": by, "at": timezone.now()}
    )
    Consultation.objects.filter(pk=row.pk).update(updated_at=timezone.now())
    return answer


@transaction.atomic
def send_back_answer(answer: Answer, *, by: User, reason: str) -> Answer:
    """Give the version back to its author, with reasons."""
    row = _under_way(answer)
    answer = way_out.take(answer, "send_back", by=by, reason=reason, sent_back_reason=reason)
    _show_state(row, answer.state)
    signals.answer_sent_back.send(Answer, consultation=row, by=by, answer=answer, reason=reason)
    return answer


def stamp_of(answer: Answer) -> str:
    """What tells one reading of a version from another: its number, its revision, and when it was last translated."""
    latest = max((one.at.timestamp() for one in answer.translations.all()), default=0)
    return f"{answer.version}.{answer.revision}.{latest}"


@transaction.atomic
def send_answer(consultation: Consultation, *, by: User, seen: str | None = None) -> Consultation:
    """Give the checked answer to the requester and stop the advisor's clock.

    From here the answer is a document of record: a correction is a new version, never an edit. `seen` is the stamp of
    what the officer has read: refused when it has changed since.
    """
    row = lifecycle.lock(consultation)
    answer = row.answers.filter(state=AnswerState.CHECK).first()
    if answer is None:
        raise RefusedError(_("No version of the answer waits for the check."))
    if seen is not None and seen != stamp_of(answer):
        raise RefusedError(
            _("The answer or its translation has changed since you read it. Read it again, then send it.")
        )
    _refuse_gaps(answer, answer.language)
    _refuse_untranslated(answer, row)
    now = timezone.now()
    answer = way_out.take(answer, "send", by=by, sent_at=now)
    answer.translations.update(checked_by=by)
    row = lifecycle.take(
        row, "answer", by=by, answer_state=AnswerState.SENT, answered_at=now, moved_at=now, updated_at=now
    )
    clocks.end(row, ClockKind.FIRST_RESPONSE)
    clocks.end(row, ClockKind.ANSWER)
    clocks.start(row, ClockKind.ACCEPTANCE, row.country)
    index(row)
    signals.answer_sent.send(Consultation, consultation=row, answer=answer, by=by)
    return row


def _show_state(row: Consultation, state: str) -> None:
    row.answer_state, row.updated_at = state, timezone.now()
    row.save(update_fields=["answer_state", "updated_at"])
