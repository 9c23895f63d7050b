"""Build questionnaires, open and close them, remind of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, refusing
from events import signals
from events.enums import QuestionKind, QuestionnaireStatus, SubjectKind
from events.models import BankQuestion, Contributor, Event, Participant, Question, Questionnaire, Session
from events.workflow import evaluating
from people.models import User

Subject = Session | Contributor | None
ONE_KEY = {
    "one_question_a_key": gettext_lazy("Another question of this questionnaire has this key. Choose another one.")
}


# --- Questionnaires --------------------------------------------------------------------------------------------------


@transaction.atomic
def create_questionnaires(
    event: Event,
    *,
    by: User,
    subject: str,
    about: Iterable[Session] | Iterable[Contributor] = (),
    title: Mapping[str, str] | None = None,
    standard: bool = True,
) -> list[Questionnaire]:
    """Begin a questionnaire for each of `about`, sessions or speakers; for the whole event there is only one subject.

    Named after its subject when no title is given. Refused for what belongs to another event, and without a subject.
    """
    policies.require(by, "events.evaluate", event)
    subjects: list[Subject] = [None] if subject == SubjectKind.EDITION else list(about)
    if not subjects:
        raise RefusedError(_("Choose at least one that the questionnaire is about."))
    last = event.questionnaires.aggregate(last=Max("position"))["last"] or 0
    made = []
    for position, one in enumerate(subjects, last + 1):
        _refuse_of_another(event, one)
        row = Questionnaire.objects.create(
            event=event,
            subject=subject,
            session=one if isinstance(one, Session) else None,
            contributor=one if isinstance(one, Contributor) else None,
            title=LocalisedText(title) if title else _named_after(event, one),
            position=position,
        )
        journal.write(row, "create", by=by)
        if standard:
            _add_standard(row)
        made.append(row)
    return made


def _refuse_of_another(event: Event, one: Subject) -> None:
    foreign = isinstance(one, Session) and one.event_id != event.pk
    silent = isinstance(one, Contributor) and not one.parts.filter(session__event=event).exists()
    if foreign or silent:
        raise RefusedError(_("A questionnaire is about a session or a speaker of the same event."))


def _named_after(event: Event, one: Subject) -> LocalisedText:
    if isinstance(one, Session):
        return one.title
    return LocalisedText({"en": one.display_name}) if one else event.name


@transaction.atomic
def rename_questionnaire(questionnaire: Questionnaire, *, by: User, title: Mapping[str, str]) -> Questionnaire:
    """Give it another title, as long as it is a draft."""
    row = _draft(questionnaire, by=by)
    row.title = LocalisedText(title)
    row.save(update_fields=["title"])
    return row


@transaction.atomic
def delete_questionnaire(questionnaire: Questionnaire, *, by: User) -> None:
    """Throw a draft away. What was ever opened stays."""
    row = _draft(questionnaire, by=by)
    journal.write(row, "delete", by=by)
    row.delete()


@transaction.atomic
def open_questionnaires(
    event: Event, *, by: User, questionnaires: Iterable[Questionnaire], closes_at: datetime | None
) -> list[Questionnaire]:
    """Let those who came answer, until `closes_at`. Everybody is told once, however many are opened.

    From here on the questions are frozen. Refused without questions, with a closing time that has passed, and for what
    is open already.
    """
    _refuse_past(closes_at)
    opened = []
    for one in sorted(questionnaires, key=lambda one: one.pk):
        row = evaluating.lock(one)
        if not row.questions.exists():
            raise RefusedError(_("“%(title)s” has no questions yet.") % {"title": row.title})
        opened.append(evaluating.take(row, "open", by=by, opened_at=timezone.now(), closes_at=closes_at))
    if not opened:
        raise RefusedError(_("Choose at least one questionnaire."))
    signals.questionnaire_opened.send(Questionnaire, questionnaire=opened[0], event=event, by=by)
    return opened


def _refuse_past(closes_at: datetime | None) -> None:
    if closes_at is not None and closes_at <= timezone.now():
        raise RefusedError(_("The closing time has passed. Choose a later one."))


@transaction.atomic
def close_questionnaire(questionnaire: Questionnaire, *, by: User | None) -> Questionnaire:
    """Take no more answers; by hand, or by the clock at the closing time."""
    return evaluating.take(questionnaire, "close", by=by)


@transaction.atomic
def reopen_questionnaire(questionnaire: Questionnaire, *, by: User, closes_at: datetime | None = None) -> Questionnaire:
    """Take answers again, to the same questions. Refused with a closing time that has passed."""
    _refuse_past(closes_at)
    row = evaluating.take(questionnaire, "reopen", by=by, closes_at=closes_at, reminded_at=None)
    signals.questionnaire_opened.send(Questionnaire, questionnaire=row, event=row.event, by=by)
    return row


@transaction.atomic
def remind_of_questionnaire(questionnaire: Questionnaire) -> int:
    """Tell those who came and have not answered, once before the closing; returns how many.

    That somebody has answered is known, what was answered is not: see `events.actions.answering`.
    """
    row = evaluating.lock(questionnaire)
    if row.status != QuestionnaireStatus.OPEN or row.reminded_at is not None:
        return 0
    row.reminded_at = timezone.now()
    row.save(update_fields=["reminded_at"])
    missing = list(Participant.objects.seated().filter(event=row.event_id).exclude(ballots__questionnaire=row))
    if missing:
        signals.answers_missing.send(Questionnaire, questionnaire=row, participants=missing, by=None)
    return len(missing)


# --- Questions, which surveys call items ------------------------------------------------------------------------------


def _draft(questionnaire: Questionnaire, *, by: User) -> Questionnaire:
    """The locked row; refused when it was opened, for then the questions are frozen."""
    row = evaluating.lock(questionnaire)
    policies.require(by, "events.build_questionnaire", row)
    if row.status != QuestionnaireStatus.DRAFT:
        raise RefusedError(_("This questionnaire has been opened: its questions are frozen."))
    return row


@transaction.atomic
def add_standard_questions(questionnaire: Questionnaire, *, by: User) -> int:
    """Add the questions of the bank for this kind of subject that it does not have yet; returns how many."""
    return _add_standard(_draft(questionnaire, by=by))


def _add_standard(row: Questionnaire) -> int:
    there = set(row.questions.values_list("key", flat=True))
    bank = BankQuestion.objects.filter(subject=row.subject, is_active=True).exclude(key__in=there)
    first = _next_position(row)
    added = [
        Question(questionnaire=row, key=one.key, kind=one.kind, text=one.text, choices=one.choices, position=position)
        for position, one in enumerate(bank, first)
    ]
    return len(Question.objects.bulk_create(added))


def _next_position(row: Questionnaire) -> int:
    return (row.questions.aggregate(last=Max("position"))["last"] or 0) + 1


@transaction.atomic
def add_item(questionnaire: Questionnaire, *, by: User, key: str, **values: Any) -> Question:
    """Add a question of one's own. Its key ties its answers to those of other editions.

    Refused when the key is taken, and when there is nothing to choose from.
    """
    row = _draft(questionnaire, by=by)
    _refuse_without_choices(values)
    with refusing(ONE_KEY):
        return Question.objects.create(questionnaire=row, key=key, position=_next_position(row), **values)


@transaction.atomic
def edit_item(question: Question, *, by: User, key: str, **values: Any) -> Question:
    """Change a question of a draft. Refused when the key is taken, and when there is nothing to choose from."""
    _draft(question.questionnaire, by=by)
    _refuse_without_choices(values)
    row = Question.objects.get(pk=question.pk)
    for name, value in {"key": key, **values}.items():
        setattr(row, name, value)
    with refusing(ONE_KEY):
        row.save()
    return row


def _refuse_without_choices(values: Mapping[str, Any]) -> None:
    if values["kind"] == QuestionKind.CHOICE and len(values.get("choices") or ()) < 2:  # noqa: PLR2004  one is no choice
        raise RefusedError(_("Write at least two choices, a line each."))


@transaction.atomic
def delete_item(question: Question, *, by: User) -> None:
    """Take a question out of a draft."""
    _draft(question.questionnaire, by=by)
    Question.objects.filter(pk=question.pk).delete()


@transaction.atomic
def move_item(question: Question, *, by: User, up: bool) -> None:
    """Put a question before the one above it, or after the one below; the first and the last stay where they are."""
    row = _draft(question.questionnaire, by=by)
    order = list(row.questions.order_by("position", "pk").values_list("pk", flat=True))
    if question.pk not in order:
        return
    here = order.index(question.pk)
    there = here + (-1 if up else 1)
    if 0 <= there < len(order):
        order[here], order[there] = order[there], order[here]
    for position, pk in enumerate(order, 1):
        row.questions.filter(pk=pk).update(position=position)
