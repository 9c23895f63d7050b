"""What is told of versions of a programme, and of slides that are missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Silence
from events import signals
from events.days import write_span
from events.enums import ReleaseStatus
from events.models import Material, Session
from notifications.audience import events_timetable as to
from notifications.messages.kind import Kind, Said, entry_of

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _answer_by(news: News, reader: Reader) -> dict[str, Any]:
    """Until when silence is no consent yet."""
    silence = Silence.objects.about(news.record).filter(step="release", ended_at=None).first()
    return {"answer_by": reader.moment(silence.due_at) if silence else ""}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["release"])}


def _programme(news: News) -> str:
    """The released programme, which needs no account."""
    return reverse("events:timetable", args=[news.record.event.reference])


def _changed(said: Said) -> dict[str, Any]:
    return {"changed": bool(said["changed"])}


def _stage(said: Said) -> object:
    return f"{said['session'].pk}:{said['contributor'].pk}:{said['stage']}"


def _when(news: News, _reader: Reader) -> dict[str, Any]:
    session: Session = news.record
    if session.starts_at is None or session.ends_at is None:
        return {"when": ""}
    return {"when": write_span(session.starts_at, session.ends_at, session.stop)}


def _still_missing(news: News) -> bool:
    session: Session = news.record
    is_to_come = session.cancelled_at is None and session.starts_at is not None and session.starts_at > timezone.now()
    return is_to_come and not Material.objects.filter(session=session, is_slides=True).exists()


version = partial(Kind, about="release", rule="events.view_release")
asking = partial(version, asks_in=ReleaseStatus.PROPOSED, letter_words=_answer_by, link_text=_("See the version"))

MESSAGES: list[Kind] = [
    asking(
        "release_proposed",
        signals.release_proposed,
        _("A version of a programme waits for both sides"),
        to.told_proposed,
        is_still_due=lambda news: news.record.status == ReleaseStatus.PROPOSED,
    ),
    asking(
        "release_key_turned",
        signals.release_key_turned,
        _("The other side signed a version of a programme"),
        to.told_key,
        is_still_due=lambda news: news.record.status == ReleaseStatus.PROPOSED,
    ),
    version(
        "release_withdrawn",
        signals.release_withdrawn,
        _("A version of a programme was withdrawn"),
        to.told_withdrawn,
        context=_reasons,
    ),
    version(
        "programme_released",
        signals.programme_released,
        _("A programme was released, or has changed"),
        to.told_released,
        context=_changed,
        link_text=_("See what differs"),
    ),
    version(
        "programme_released_by_letter",
        signals.programme_released,
        _("A programme was released, or has changed (letters to addresses)"),
        to.told_released_by_letter,
        context=_changed,
        rule="",
        own_link=_programme,
        link_text=_("See the programme"),
    ),
    Kind(
        "slides_missing",
        signals.slides_missing,
        _("The slides of my talk are missing"),
        to.told_slides,
        about="session",
        rule="events.view_session",
        event=_stage,
        in_office_hours=True,
        letter_words=_when,
        is_still_due=_still_missing,
        own_link=lambda news: news.record.get_absolute_url(),
        link_text=_("See the session"),
    ),
]
