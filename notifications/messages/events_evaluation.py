"""What is told of questionnaires."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events import signals
from events.actions.answering import takes_answers
from events.models import Ballot, Participant, Questionnaire
from notifications.audience import events_evaluation as to
from notifications.messages.kind import Kind, Said, written_moment

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _own_link(news: News) -> str:
    """All that are open, by the secret of the person who is written to."""
    secret = Participant.objects.values_list("secret", flat=True).get(pk=news.row.context["participant"])
    return reverse("events:questionnaires_by_link", args=[secret])


def _closes(news: News, reader: Reader) -> dict[str, Any]:
    return {"closes": reader.moment(news.record.closes_at)}


def _is_unanswered(news: News) -> bool:
    """Whether there is still somebody to be asked, and time to answer."""
    participant = news.row.context["participant"]
    return (
        takes_answers(news.record)
        and not Ballot.objects.filter(questionnaire=news.record, participant=participant).exists()
    )


def _closing(said: Said) -> object:
    questionnaire: Questionnaire = said["questionnaire"]
    return f"{questionnaire.pk}:{written_moment(questionnaire.closes_at)}"


of_questionnaire = partial(
    Kind,
    about="questionnaire",
    rule="events.view_questionnaire",
    own_link=_own_link,
    link_text=_("Answer without a name"),
    letter_words=_closes,
)

MESSAGES: list[Kind] = [
    of_questionnaire(
        "questionnaire_opened",
        signals.questionnaire_opened,
        _("I am asked how an event was"),
        to.told_opened,
        is_still_due=lambda news: takes_answers(news.record),
    ),
    of_questionnaire(
        "answers_missing",
        signals.answers_missing,
        _("A questionnaire that I have not answered closes soon"),
        to.told_missing,
        event=_closing,
        in_office_hours=True,
        is_still_due=_is_unanswered,
    ),
]
