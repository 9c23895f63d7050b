"""What is told of minutes, decisions and actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from core.models import Silence
from events import signals
from events.enums import MinutesStatus, OutcomeStatus
from events.models import Minutes, Outcome
from events.workflow import minuting
from notifications.audience import events_wrapup as to
from notifications.messages.kind import Kind, Said, entry_of

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _silence(news: News, reader: Reader) -> dict[str, Any]:
    """Until when a reply is awaited, and whether the reader's key is among those that are missing."""
    minutes: Minutes = news.record
    running = Silence.objects.about(minutes).filter(step="agree", ended_at=None).first()
    awaited = Minutes.objects.filter(minuting.awaiting(news.reader), pk=minutes.pk).exists()
    return {"silent_at": reader.moment(running.due_at) if running else "", "awaited": awaited}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["minutes"])}


def _version(news: News) -> dict[str, Any]:
    return {"version": news.record.version}


def _due(news: News, _reader: Reader) -> dict[str, Any]:
    due_on = news.record.due_on
    return {"due_on": write_day(due_on, "weekday") if due_on else ""}


def _day(said: Said) -> object:
    outcome: Outcome = said["outcome"]
    return f"{outcome.pk}:{outcome.due_on}"


def _is_open(news: News) -> bool:
    return bool(news.record.status == OutcomeStatus.OPEN)


of_minutes = partial(Kind, about="minutes", rule="events.view_minutes", words=_version)
of_outcome = partial(Kind, about="outcome", rule="events.view_outcome", letter_words=_due)

MESSAGES: list[Kind] = [
    of_minutes(
        "minutes_proposed",
        signals.minutes_proposed,
        _("Minutes wait for my key"),
        to.told_proposed,
        asks_in=MinutesStatus.PROPOSED,
        letter_words=_silence,
    ),
    of_minutes(
        "minutes_key_turned",
        signals.minutes_key_turned,
        _("The other side signed the minutes"),
        to.told_key,
        asks_in=MinutesStatus.PROPOSED,
        letter_words=_silence,
    ),
    of_minutes(
        "minutes_sent_back",
        signals.minutes_sent_back,
        _("Minutes were sent back"),
        to.told_sent_back,
        context=_reasons,
        at_once=True,
    ),
    of_minutes(
        "minutes_agreed",
        signals.minutes_agreed,
        _("Minutes were agreed by both sides"),
        to.told_agreed,
    ),
    of_outcome(
        "outcome_due_soon",
        signals.outcome_due_soon,
        _("An action that we owe is due soon"),
        to.told_owing,
        event=_day,
        in_office_hours=True,
        is_still_due=_is_open,
    ),
    of_outcome(
        "outcome_overdue",
        signals.outcome_overdue,
        _("An action is overdue"),
        to.told_overdue,
        event=_day,
        in_office_hours=True,
        is_still_due=_is_open,
    ),
    of_outcome(
        "outcome_settled",
        signals.outcome_settled,
        _("An action or decision was settled"),
        to.told_settled,
        words=lambda news: {"state": news.record.get_status_display(), "result": news.record.result},
    ),
]
