"""Requests in every state, each brought there by the acts that people take. `build.answered(cast)` is one line of a test."""

from typing import Any

import time_machine

from consultations.actions import answering, closing, corresponding, deciding, drafting
from consultations.models import Answer, Consultation, Question, Topic
from core.localised import LocalisedText
from tests.cast import Cast
from tests.consultations.moments import seoul

TITLE = "Облачная платформа государственных органов"
QUESTIONS = ("Как измеряют доступность?", "Кто отвечает за перенос систем?")
WRITTEN: dict[str, Any] = {
    "signatory_name": "Виктор Образцов",
    "title": TITLE,
    "state_of_play": "Есть три центра обработки данных.",
    "expected_result": "Ответ войдёт в концепцию.",
    "questions": QUESTIONS,
}
ANSWERS = ("매월 기록으로 측정합니다.", "부처마다 책임자가 있습니다.")
TRANSLATED = ("По ежемесячным записям.", "В каждом ведомстве есть ответственный.")


def topic(name: str = "Cloud") -> Topic:
    return Topic.objects.get_or_create(name=LocalisedText(en=name))[0]


def empty(cast: Cast, *, by: str = "official_by") -> Consultation:
    """A draft in which nothing is written."""
    person = cast.people[by]
    return drafting.create_draft(by=person, centre=cast.centre, organisation=person.standing.primary.organisation)


def draft(cast: Cast, *, by: str = "official_by", **values: Any) -> Consultation:
    """A draft that could be sent."""
    row = empty(cast, by=by)
    written = {**WRITTEN, "topic": topic(), **values}
    return drafting.edit_draft(row, by=cast.people[by], seen=row.revision, **written)


def submitted(cast: Cast, *, by: str = "official_by", **values: Any) -> Consultation:
    return drafting.submit(draft(cast, by=by, **values), by=cast.people[by])


def returned(cast: Cast, **values: Any) -> Consultation:
    return drafting.return_request(submitted(cast, **values), by=cast.people["contact_by"], reason="Уточните вопрос 2.")


def registered(cast: Cast, *, by: str = "official_by", **values: Any) -> Consultation:
    contact = cast.people["contact_ge" if by.endswith("_ge") else "contact_by"]
    return drafting.forward(submitted(cast, by=by, **values), by=contact)


def accepted(cast: Cast, **values: Any) -> Consultation:
    row = registered(cast, **values)
    deciding.decide(row, by=cast.people["director_by"], accepts=True)
    return deciding.decide(row, by=cast.people["director_kr"], accepts=True)


def declined(cast: Cast, **values: Any) -> Consultation:
    row = registered(cast, **values)
    deciding.decide(row, by=cast.people["director_by"], accepts=False, reason="Вне программы.")
    return deciding.decide(row, by=cast.people["director_kr"], accepts=False, reason="범위 밖입니다.")


def in_progress(cast: Cast, **values: Any) -> Consultation:
    """The first advisor leads; nobody is named as the translator, so the officer translates."""
    return deciding.assign(accepted(cast, **values), by=cast.people["officer"], lead=cast.people["advisor_kr"])


def waiting(cast: Cast, **values: Any) -> Consultation:
    row = in_progress(cast, **values)
    return corresponding.ask_back(row, by=cast.people["advisor_kr"], text="어느 기관입니까?", language="ko")


def texts(row: Consultation, written: tuple[str, ...] = ANSWERS) -> dict[Question, str]:
    """A text for each question, in order."""
    return dict(zip(row.questions.all(), written, strict=False))


def in_writing(cast: Cast, **values: Any) -> Consultation:
    """The advisor has answered every question, in Korean, and keeps the draft."""
    row = in_progress(cast, **values)
    answering.write_answer(row, by=cast.people["advisor_kr"], language="ko", texts=texts(row))
    return fresh(row)


def version(row: Consultation) -> Answer:
    """The latest version of the answer, as it is now."""
    answer = row.answers.last()
    assert answer is not None
    return answer


def in_translation(cast: Cast, **values: Any) -> Consultation:
    row = in_writing(cast, **values)
    answering.hand_over_answer(version(row), by=cast.people["advisor_kr"])
    return fresh(row)


def in_check(cast: Cast, **values: Any) -> Consultation:
    row, officer = in_translation(cast, **values), cast.people["officer"]
    answering.translate_answer(version(row), by=officer, language=row.language, texts=texts(row, TRANSLATED))
    answering.hand_over_answer(version(row), by=officer)
    return fresh(row)


def answered(cast: Cast, **values: Any) -> Consultation:
    return answering.send_answer(in_check(cast, **values), by=cast.people["officer"])


def answered_in_six_hours(cast: Cast) -> Consultation:
    """Named at ten on a Thursday of May, asked back at one, replied at ten on Tuesday, sent at one, all in Seoul."""
    with time_machine.travel(seoul(14, 10, month=5), tick=False) as clock:
        row, officer, advisor = in_progress(cast), cast.people["officer"], cast.people["advisor_kr"]
        clock.move_to(seoul(14, 13, month=5))
        row = corresponding.ask_back(row, by=advisor, text="?", language="ko")
        clock.move_to(seoul(19, 10, month=5))
        row = corresponding.reply(row, by=cast.people["official_by"], text="!", language="ru")
        answering.write_answer(row, by=advisor, language="ko", texts=texts(row))
        answering.hand_over_answer(version(row), by=advisor)
        answering.translate_answer(version(row), by=officer, language=row.language, texts=texts(row, TRANSLATED))
        answering.hand_over_answer(version(row), by=officer)
        clock.move_to(seoul(19, 13, month=5))
        return answering.send_answer(fresh(row), by=officer)


def closed(cast: Cast, **values: Any) -> Consultation:
    return closing.accept_answer(answered(cast, **values), by=cast.people["official_by"], usefulness=5)


def withdrawn(cast: Cast, **values: Any) -> Consultation:
    return closing.withdraw(registered(cast, **values), by=cast.people["official_by"], reason="Вопрос решён.")


def fresh(row: Consultation) -> Consultation:
    """The row as it is in the database."""
    return Consultation.objects.get(pk=row.pk)


STATES = {
    "draft": draft,
    "submitted": submitted,
    "returned": returned,
    "registered": registered,
    "accepted": accepted,
    "declined": declined,
    "in_progress": in_progress,
    "in_writing": in_writing,
    "waiting": waiting,
    "in_translation": in_translation,
    "in_check": in_check,
    "answered": answered,
    "closed": closed,
    "withdrawn": withdrawn,
}
