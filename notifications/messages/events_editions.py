"""What is told of an event itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from events import signals
from events.enums import EventStatus
from events.presentation import ics
from notifications.audience import events_editions as to
from notifications.messages.kind import Attachment, Kind, Said, entry_of

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _days(news: News, _reader: Reader) -> dict[str, Any]:
    event = getattr(news.record, "event", news.record)
    return {
        "starts_on": write_day(event.starts_on, "weekday"),
        "ends_on": write_day(event.ends_on, "weekday") if event.ends_on != event.starts_on else "",
    }


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["event"])}


def _event_once(said: Said) -> object:
    return said["event"].pk


def _cancelled(news: News, _reader: Reader) -> list[Attachment]:
    """The entry is taken out of the reader's calendar."""
    content = ics.invitation(news.record, method="CANCEL")
    return [Attachment("event.ics", "text/calendar", content, method="CANCEL")]


of_event = partial(
    Kind,
    about="event",
    rule="events.view",
    event=_event_once,
    letter_words=_days,
)

MESSAGES: list[Kind] = [
    of_event(
        "event_announced",
        signals.event_announced,
        _("An event was announced"),
        to.told_announced,
        is_still_due=lambda news: news.record.status == EventStatus.ANNOUNCED,
    ),
    of_event(
        "event_cancelled",
        signals.event_cancelled,
        _("An event was cancelled"),
        to.told_cancelled,
        context=_reasons,
    ),
    of_event(
        "event_cancelled_to_participants",
        signals.event_cancelled,
        _("An event I was to attend was cancelled"),
        to.told_coming,
        context=_reasons,
        attachments=_cancelled,
        rule="",  # each letter is about the reader's own row
        essential=True,
    ),
    of_event(
        "event_cancelled_to_speakers",
        signals.event_cancelled,
        _("An event I was to speak at was cancelled"),
        to.told_speaking,
        context=_reasons,
        rule="",
        essential=True,
    ),
    of_event("event_closed", signals.event_closed, _("An event was closed"), to.told_closed),
]

SILENT = {
    signals.event_changed: "Calendars that subscribe read the new days; those who come are told by the next release.",
}
