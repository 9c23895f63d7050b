"""What is told of an event itself."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from events import signals
from events.enums import EventStatus, ParticipantStatus
from events.models import Event, Participant, Stop
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


# --- Changes ---------------------------------------------------------------------------------------------------------


def _event_of(news: News) -> Event:
    found: Event = getattr(news.record, "event", news.record)
    return found


def _what_changed(said: Said) -> dict[str, Any]:
    """Which facts, and the days before, where they are others now. The facts themselves are read when one is told."""
    event: Event = said["event"]
    fields = [name for name in said["fields"] if name in to.PLANNED_BY]
    before = [day.isoformat() for day in said["days"]] if said["days"] != (event.starts_on, event.ends_on) else []
    return {"fields": fields, "days_before": before}


def _name(news: News) -> dict[str, Any]:
    return {"event_name": _event_of(news).name}


def _facts(news: News, reader: Reader) -> dict[str, Any]:
    """The event as it is now, and when it was to be held before."""
    event, before = _event_of(news), [date.fromisoformat(day) for day in news.row.context["days_before"]]
    stops = list(event.stops.select_related("country"))
    was = [write_day(day, "weekday") for day in before]
    return {
        **_days(news, reader),
        "was_on": was[0] if was and was[0] == was[1] else "",
        "was_from": was[0] if was and was[0] != was[1] else "",
        "was_until": was[1] if was else "",
        "mode": event.get_mode_display(),
        "places": "; ".join(_place(stop, with_days=len(stops) > 1) for stop in stops),
        "has_entry": isinstance(news.record, Participant) and news.record.holds_a_seat(),
    }


def _place(stop: Stop, *, with_days: bool) -> str:
    where = ", ".join(str(part) for part in (stop.venue, stop.city, stop.country.name) if part)
    if not with_days:
        return where
    first, last = write_day(stop.starts_on), write_day(stop.ends_on)
    return f"{where}: {first}" if first == last else f"{where}: {first} – {last}"


def _renewed(news: News, _reader: Reader) -> list[Attachment]:
    """The entry in the calendar of whoever holds a place, under its old name with a higher number: it is replaced."""
    if not news.record.holds_a_seat():
        return []
    content = ics.invitation(news.record, method="REQUEST")
    return [Attachment("event.ics", "text/calendar", content, method="REQUEST")]


def _still_held(news: News) -> bool:
    event = _event_of(news)
    return event.status == EventStatus.ANNOUNCED and not event.has_ended()


def _still_comes(news: News) -> bool:
    """Who has dropped out meanwhile need not know."""
    return _still_held(news) and news.record.status in ParticipantStatus.present()


def _own_page(news: News) -> str:
    """The page of the person, by the secret that this letter alone knows."""
    return reverse("events:registration", args=[news.record.secret])


of_event = partial(
    Kind,
    about="event",
    rule="events.view",
    event=_event_once,
    letter_words=_days,
)

changed = partial(
    Kind,
    about="event",
    rule="events.view",
    context=_what_changed,
    words=_name,
    letter_words=_facts,
    is_still_due=_still_held,
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
        at_once=True,
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
    changed(
        "event_changed",
        signals.event_changed,
        _("The days, the place or the name of an event changed"),
        to.told_changed,
    ),
    changed(
        "event_changed_to_participants",
        signals.event_changed,
        _("The days, the place or the name of an event I come to changed"),
        to.told_changed_coming,
        attachments=_renewed,
        rule="",  # each letter is about the reader's own row
        is_still_due=_still_comes,
        own_link=_own_page,
        link_text=_("See your participation"),
    ),
    changed(
        "event_changed_to_speakers",
        signals.event_changed,
        _("The days, the place or the name of an event I speak at changed"),
        to.told_changed_speaking,
        rule="",
    ),
    of_event("event_closed", signals.event_closed, _("An event was closed"), to.told_closed),
]
