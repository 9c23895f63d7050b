"""Answer a questionnaire: once, and without a name.

Two rows are written that nothing ties to each other. The ballot says who has answered; the response says what was
answered, and on which day. What could still tie them lies beneath the rows: the order in which they stand on the disk,
and the transaction that wrote them. So each response is written together with earlier ones of the same questionnaire,
which are taken out and put back in random order, under new numbers. docs/decisions tells what is left.
"""

from collections.abc import Mapping
from random import SystemRandom
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import policies
from core.refusal import RefusedError, refusing
from events.enums import QuestionKind, QuestionnaireStatus
from events.models import Ballot, Participant, Question, Questionnaire, Response
from events.scale import LONGEST, NO, NOT_APPLICABLE, SCALE, YES
from events.workflow import evaluating
from people.models import User

MIXED = 50  # earlier responses that are written anew with each one: enough to hide in, few enough for a forum
ANSWERED = gettext_lazy("You have answered this questionnaire already. Nothing was kept of this second answer.")

_random = SystemRandom()


@transaction.atomic
def answer_questionnaire(
    questionnaire: Questionnaire, *, participant: Participant, answers: Mapping[str, Any], by: User | None = None
) -> None:
    """Keep the answers, by the keys of the questions, and that this participant has given some.

    `by` is the account of the participant; without one the secret of the link stands for the person. Nothing is written
    to the journal and no signal is sent: both would tell the moment. Refused for the second time, before it is open,
    after it is closed, without an answer that is needed, and when nothing is answered.
    """
    row = evaluating.lock(questionnaire)  # one after the other: of two tabs the second finds the ballot of the first
    seated = Participant.objects.seated().filter(pk=participant.pk, event=row.event_id)
    if not (seated.filter(user=by) if by else seated).exists():
        raise PermissionDenied("events.answer_questionnaire")
    if Ballot.objects.filter(questionnaire=row, participant=participant).exists():
        raise RefusedError(ANSWERED)
    if not takes_answers(row):
        raise RefusedError(_("This questionnaire is closed: it takes no more answers."))
    if by is not None:
        policies.require(by, "events.answer_questionnaire", row)
    given = _checked(list(row.questions.all()), answers)
    with refusing({"answered_once": ANSWERED}):
        Ballot.objects.create(questionnaire=row, participant=participant)
    _mix_in(row, given)


def takes_answers(row: Questionnaire) -> bool:
    """Whether it is open, and its closing time has not passed."""
    return row.status == QuestionnaireStatus.OPEN and (row.closes_at is None or timezone.now() < row.closes_at)


def _checked(questions: list[Question], answers: Mapping[str, Any]) -> dict[str, Any]:
    given = {one.key: answers[one.key] for one in questions if answers.get(one.key) not in (None, "")}
    if unknown := set(answers) - {one.key for one in questions}:
        message = f"No question has the key {sorted(unknown)}"
        raise ValueError(message)
    for one in questions:
        if one.is_required and one.key not in given:
            raise RefusedError(_("Answer “%(question)s”.") % {"question": one.text})
        if one.key in given and not is_answer(one, given[one.key]):
            raise RefusedError(_("“%(question)s” cannot be answered so.") % {"question": one.text})
    if not given:
        raise RefusedError(_("Answer at least one question."))
    return given


def is_answer(question: Question, value: Any) -> bool:
    """Whether a question may be answered so."""
    if question.kind == QuestionKind.SCALE:
        return value in (*SCALE, NOT_APPLICABLE)
    if question.kind == QuestionKind.YES_NO:
        return value in {YES, NO}
    if question.kind == QuestionKind.CHOICE:
        return value in {one["key"] for one in question.choices}
    return isinstance(value, str) and len(value) <= LONGEST


def _mix_in(row: Questionnaire, given: dict[str, Any]) -> None:
    """Write the response together with earlier ones, in random order and under new numbers."""
    earlier = list(Response.objects.filter(questionnaire=row).order_by("?")[:MIXED])
    Response.objects.filter(pk__in=[one.pk for one in earlier]).delete()
    written = [Response(questionnaire=row, answers=one.answers, day=one.day) for one in earlier]
    written.append(Response(questionnaire=row, answers=given))
    _random.shuffle(written)
    Response.objects.bulk_create(written)
