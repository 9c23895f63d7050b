"""A notification as a mail: in its reader's language and zone, as text and HTML, with headers for mail programs."""

from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.utils import formatdate
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone, translation

from calendars.moments import places_of, write_day, write_moment
from consultations.enums import ClockKind
from consultations.models import Consultation, Message, MessageText
from core.models import JournalEntry
from notifications.models import Delivery, Notification, mail_id
from notifications.news import News, load
from notifications.tokens import sign
from people.directory import main_centre
from people.models import Country, User


class Mail(EmailMultiAlternatives):
    """A mail whose subject begins on the line that names it.

    Django folds a long subject before its first word; some programs then show a blank, some filters suspect it.
    """

    def message(self, *args: Any, **options: Any) -> Any:
        message = super().message(*args, **options)
        if not str(self.subject).isascii():
            message.replace_header("Subject", Header(str(self.subject), "utf-8", header_name="Subject"))
        return message


@dataclass(frozen=True)
class Reader:
    """Whose language, zone and side a letter is written for; an address without an account reads as its country."""

    language: str
    zone: ZoneInfo
    country: Country | None


@dataclass(frozen=True)
class Quote:
    """Words of somebody else, as they were written. `lang` is empty where nobody knows the language."""

    text: str
    lang: str = ""
    is_translation: bool = False


def compose(letter: Delivery) -> EmailMultiAlternatives | None:
    """The letter as it is to be sent now. None when its reader has gone or may no longer see what it speaks of."""
    row = letter.notification
    user = User.objects.get(pk=row.user_id) if row.user_id else None  # a fresh one: rights may have ended today
    if user is not None and not user.is_active:
        return None
    found = load([row], user)
    if not found or not found[0].may_see:
        return None
    news = found[0]
    letter.address = user.email if user else row.address
    reader = _reader(row, user, news.record)
    with translation.override(reader.language), timezone.override(reader.zone):
        return _written(letter, news, reader)


def _reader(row: Notification, user: User | None, record: Any) -> Reader:
    if user is not None:
        return Reader(user.language, ZoneInfo(user.zone), user.standing.country)
    country: Country = record.organisation.country
    own, _across = places_of(_Side(country))
    return Reader(row.language, own.zone if own else ZoneInfo(settings.TIME_ZONE), country)


@dataclass(frozen=True)
class _Side:
    country: Country


def _written(letter: Delivery, news: News, reader: Reader) -> EmailMultiAlternatives:
    asks = isinstance(news.record, Consultation) and news.record.status == news.kind.asks_in
    words = news.words | _times(news, reader) | {"asks": asks, "waits": asks and _waits(news)}
    subject = news.headline
    page: dict[str, Any] = {
        "subject": f"{news.reference}: {subject}" if news.reference else subject,
        "headline": subject,
        "paragraphs": [" ".join(part.split()) for part in news.render("body.txt", words).split("\n\n") if part.strip()],
        "quote": _quote(news, reader),
        "news": news,
        "link": settings.SITE_URL + _path(news),
        "preferences": settings.SITE_URL + reverse("notifications:preferences") if news.row.user_id else "",
        "unsubscribe": _unsubscribe(news),
        "centre": getattr(news.record, "centre", None) or main_centre(),
        "LANGUAGE_CODE": reader.language,
    }
    text = _render("mail/base.txt", page, autoescape=False)
    message = Mail(
        page["subject"], text, to=[letter.address], headers=_headers(letter, news, page["unsubscribe"], reader)
    )
    message.attach_alternative(_render("mail/base.html", page, autoescape=True), "text/html")
    return message


def _render(name: str, words: dict[str, Any], *, autoescape: bool) -> str:
    template = get_template(name).template  # type: ignore[attr-defined]
    return f"{template.render(Context(words, autoescape=autoescape)).strip()}\n"


def _headers(letter: Delivery, news: News, unsubscribe: str, reader: Reader) -> dict[str, str]:
    """Letters about one record make one thread; a repeat has the Message-ID of the first attempt."""
    row = news.row
    thread = mail_id("thread", row.content_type.model, row.object_id)
    headers = {
        "Message-ID": letter.message_id,
        "Date": formatdate(letter.created_at.timestamp(), usegmt=True),
        "In-Reply-To": thread,
        "References": thread,
        "Content-Language": reader.language,
        "Auto-Submitted": "auto-generated",
    }
    if unsubscribe:
        headers |= {
            "List-Unsubscribe": f"<{unsubscribe}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    return headers


def _path(news: News) -> str:
    """Through the inbox, where opening it counts as reading; straight to the page for an address without an account."""
    return reverse("notifications:open", args=[news.row.pk]) if news.row.user_id else news.url


def _unsubscribe(news: News) -> str:
    if news.row.user_id is None or news.kind.essential:
        return ""
    return settings.SITE_URL + reverse("notifications:unsubscribe", args=[sign(news.row.user_id, news.kind.id)])


def _waits(news: News) -> bool:
    """Whether the next move is this reader's, at this moment."""
    return Consultation.objects.awaiting(news.reader).filter(pk=news.record.pk).exists()


def _times(news: News, reader: Reader) -> dict[str, str]:
    """Due times with the weekday, in the reader's city and the other one; the days of an appointment."""
    due = news.moment("due") or getattr(news.record, "due_at", None) or getattr(news.record, "expires_at", None)
    days = {name: getattr(news.record, name, None) for name in ("starts_on", "ends_on")}
    return {
        "due": _moment(due, news, reader),
        "answer_due": _moment(_answer_due(news.record), news, reader),
        "before": _moment(news.moment("before"), news, reader),
        **{name: write_day(day) if day else "" for name, day in days.items()},
    }


def _answer_due(record: Any) -> datetime | None:
    """When the answer is owed, while its clock runs; the first response may be owed earlier."""
    if not isinstance(record, Consultation):
        return None
    running = record.clocks.filter(kind=ClockKind.ANSWER, ended_at=None)
    return running.values_list("due_at", flat=True).first()


def _moment(moment: datetime | None, news: News, reader: Reader) -> str:
    own, across = places_of(reader, _across(news.record, reader))
    if moment is None or own is None:
        return ""
    return ", ".join(part for part in write_moment(moment, own, across, style="weekday") if part)


def _across(record: Any, reader: Reader) -> str:
    """Who sits across the table: the asking country; for its own people the side of the centre that is not theirs."""
    if not isinstance(record, Consultation) or reader.country is None:
        return ""
    if reader.country.pk != record.country_id:
        return record.country_id
    sides = (record.centre.side_b_id, record.centre.side_a_id)
    return next((side for side in sides if side != reader.country.pk), "")


def _quote(news: News, reader: Reader) -> Quote | None:
    """The text of a message, or the reasons given. Never that of an internal note."""
    if news.written is not None:
        return None if news.written.is_internal else _best(news.written, reader.language)
    reasons = getattr(news.record, "decision_reason", "")
    if entry := news.row.context.get("entry"):
        reasons = JournalEntry.objects.filter(pk=entry).values_list("reason", flat=True).first()
    return Quote(reasons) if reasons else None


def _best(message: Message, language: str) -> Quote | None:
    """The reader's language, if the newest original is translated into it; else that original."""
    texts: list[MessageText] = list(message.texts.order_by("pk"))
    original = next((text for text in reversed(texts) if text.source_id is None), None)
    if original is None:
        return None
    made = [text for text in texts if text.source_id == original.pk and text.language == language]
    best = made[-1] if made and original.language != language else original
    return Quote(best.text, best.language, is_translation=best is not original)
