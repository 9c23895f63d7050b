"""A request, its numbered questions, what was written about it, what was answered, and the clocks that ran."""

from consultations.models.answers import Answer, AnswerPart, AnswerTranslation
from consultations.models.clocks import Clock, ClockPause
from consultations.models.lists import Criterion, ReferenceSeries, Topic, language_field
from consultations.models.requests import (
    Consultation,
    CriterionScore,
    Participant,
    PreferredWindow,
    Question,
    RequestTranslation,
    texts_of,
)
from consultations.models.threads import Message, MessageText

__all__ = (
    "Answer",
    "AnswerPart",
    "AnswerTranslation",
    "Clock",
    "ClockPause",
    "Consultation",
    "Criterion",
    "CriterionScore",
    "Message",
    "MessageText",
    "Participant",
    "PreferredWindow",
    "Question",
    "ReferenceSeries",
    "RequestTranslation",
    "Topic",
    "language_field",
    "texts_of",
)
