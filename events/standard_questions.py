"""The standard questions: what training courses of this kind ask everywhere, on the whole, its parts and its people.

A question keeps its key for ever: it ties the answers of all editions together. New words for the same question are
written in the administration; another question gets another key.
"""

from typing import NamedTuple

from events.enums import QuestionKind, SubjectKind

SCALE, TEXT, YES_NO = QuestionKind.SCALE, QuestionKind.TEXT, QuestionKind.YES_NO


class Standard(NamedTuple):
    """One question of the bank."""

    key: str
    subject: SubjectKind
    kind: QuestionKind
    text: dict[str, str]


def _said(en: str, ru: str, be: str, ko: str) -> dict[str, str]:
    return {"en": en, "ru": ru, "be": be, "ko": ko}


EDITION, SESSION, VISIT, SPEAKER = SubjectKind.EDITION, SubjectKind.SESSION, SubjectKind.VISIT, SubjectKind.SPEAKER

QUESTIONS: tuple[Standard, ...] = (
    Standard("overall", EDITION, SCALE, _said(
        "How do you rate the event as a whole?",
        "Как вы оцениваете мероприятие в целом?",
        "Як вы ацэньваеце мерапрыемства ў цэлым?",
        "행사를 전반적으로 어떻게 평가하십니까?",
    )),
    Standard("goals", EDITION, SCALE, _said(
        "The event reached its goals.",
        "Цели мероприятия достигнуты.",
        "Мэты мерапрыемства дасягнуты.",
        "행사의 목표가 달성되었습니다.",
    )),
    Standard("relevance", EDITION, SCALE, _said(
        "The content is relevant to my work.",
        "Содержание имеет отношение к моей работе.",
        "Змест мае дачыненне да маёй працы.",
        "내용이 나의 업무와 관련이 있습니다.",
    )),
    Standard("applicability", EDITION, SCALE, _said(
        "I can apply what I have learnt.",
        "Я могу применить полученные знания.",
        "Я магу прымяніць атрыманыя веды.",
        "배운 것을 적용할 수 있습니다.",
    )),
    Standard("pace", EDITION, SCALE, _said(
        "The pace was right.",
        "Темп был подходящим.",
        "Тэмп быў прыдатным.",
        "진행 속도가 적절했습니다.",
    )),
    Standard("materials", EDITION, SCALE, _said(
        "The materials are useful.",
        "Материалы полезны.",
        "Матэрыялы карысныя.",
        "자료가 유용합니다.",
    )),
    Standard("interpretation", EDITION, SCALE, _said(
        "The interpretation was good.",
        "Перевод был хорошим.",
        "Пераклад быў добрым.",
        "통역이 좋았습니다.",
    )),
    Standard("logistics", EDITION, SCALE, _said(
        "Travel, accommodation and meals were well organised.",
        "Проезд, проживание и питание были хорошо организованы.",
        "Праезд, пражыванне і харчаванне былі добра арганізаваны.",
        "교통, 숙박, 식사가 잘 준비되었습니다.",
    )),
    Standard("recommend", EDITION, YES_NO, _said(
        "Would you recommend the event to a colleague?",
        "Порекомендуете ли вы мероприятие коллеге?",
        "Ці парэкамендуеце вы мерапрыемства калегу?",
        "동료에게 이 행사를 추천하시겠습니까?",
    )),
    Standard("most-useful", EDITION, TEXT, _said(
        "What was most useful?",
        "Что было самым полезным?",
        "Што было самым карысным?",
        "무엇이 가장 유익했습니까?",
    )),
    Standard("do-better", EDITION, TEXT, _said(
        "What should the next edition do better?",
        "Что следует улучшить в следующий раз?",
        "Што варта палепшыць у наступны раз?",
        "다음 행사에서 무엇을 개선해야 합니까?",
    )),
    Standard("session-overall", SESSION, SCALE, _said(
        "How do you rate the session?",
        "Как вы оцениваете занятие?",
        "Як вы ацэньваеце занятак?",
        "이 세션을 어떻게 평가하십니까?",
    )),
    Standard("session-relevance", SESSION, SCALE, _said(
        "The subject is relevant to my work.",
        "Тема имеет отношение к моей работе.",
        "Тэма мае дачыненне да маёй працы.",
        "주제가 나의 업무와 관련이 있습니다.",
    )),
    Standard("session-remarks", SESSION, TEXT, _said(
        "What would you add or leave out?",
        "Что вы добавили бы или убрали?",
        "Што вы дадалі б або прыбралі?",
        "무엇을 더하거나 빼면 좋겠습니까?",
    )),
    Standard("visit-overall", VISIT, SCALE, _said(
        "How do you rate the visit?",
        "Как вы оцениваете посещение?",
        "Як вы ацэньваеце наведванне?",
        "이번 방문을 어떻게 평가하십니까?",
    )),
    Standard("visit-answers", VISIT, SCALE, _said(
        "Our questions were answered.",
        "На наши вопросы ответили.",
        "На нашы пытанні адказалі.",
        "우리의 질문에 답을 받았습니다.",
    )),
    Standard("visit-remarks", VISIT, TEXT, _said(
        "What will you tell your colleagues about it?",
        "Что вы расскажете о нём коллегам?",
        "Што вы раскажаце пра яго калегам?",
        "동료에게 무엇을 이야기하겠습니까?",
    )),
    Standard("speaker-knowledge", SPEAKER, SCALE, _said(
        "The speaker knows the subject.",
        "Докладчик владеет темой.",
        "Дакладчык валодае тэмай.",
        "발표자는 주제를 잘 알고 있습니다.",
    )),
    Standard("speaker-clarity", SPEAKER, SCALE, _said(
        "The speaker explains clearly.",
        "Докладчик объясняет понятно.",
        "Дакладчык тлумачыць зразумела.",
        "발표자는 명확하게 설명합니다.",
    )),
    Standard("speaker-answers", SPEAKER, SCALE, _said(
        "The speaker answers questions.",
        "Докладчик отвечает на вопросы.",
        "Дакладчык адказвае на пытанні.",
        "발표자는 질문에 답합니다.",
    )),
)  # fmt: skip
