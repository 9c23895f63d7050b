"""A notification as a mail: in its reader's language and zone, as text and HTML, with headers for mail programs."""

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
from django.utils.translation import gettext as _

from calendars.moments import places_of, write_day
from core.workflow import workflows
from notifications.links import absolute
from notifications.matters.matter import Reader
from notifications.messages.kind import Attachment
from notifications.models import Delivery, mail_id
from notifications.news import News, load
from notifications.tokens import sign
from people.directory import country, main_centre
from people.models import Country, User

UTC_ZONE = ZoneInfo("UTC")


class Mail(EmailMultiAlternatives):
    """A mail whose subject begins on the line that names it.

    Django folds a long subject before its first word; some programs then show a blank, some filters suspect it.
    """

    def message(self, *args: Any, **options: Any) -> Any:
        message = super().message(*args, **options)
        if not str(self.subject).isascii():
            message.replace_header("Subject", Header(str(self.subject), "utf-8", header_name="Subject"))
        return message


def compose(letter: Delivery) -> EmailMultiAlternatives | None:
    """The letter as it is to be sent now; None when it has become pointless or its reader may no longer see it."""
    row = letter.notification
    assert row  # noqa: S101  a digest is composed elsewhere
    user = User.objects.get(pk=row.user_id) if row.user_id else None  # a fresh one: rights may have ended today
    if user is not None and not user.is_active:
        return None
    found = load([row], user)
    if not found or not found[0].may_see or not found[0].kind.is_still_due(found[0]):
        return None
    news = found[0]
    letter.address = user.email if user else row.address
    reader = _reader(news)
    with translation.override(reader.language), timezone.override(reader.zone):
        return _written(letter, news, reader)


def _reader(news: News) -> Reader:
    if (user := news.reader) is not None:
        at_home = user.standing.country
        return Reader(user.language, ZoneInfo(user.zone), at_home, news.matter.across(news.record, at_home))
    home = _home(news)
    own, _across = places_of(Reader(news.row.language, UTC_ZONE, home))
    zone = own.zone if own else ZoneInfo(settings.TIME_ZONE)
    return Reader(news.row.language, zone, home, news.matter.across(news.record, home))


def _home(news: News) -> Country | None:
    """The country in which an address without an account reads; none where nobody said: the first side's clock then."""
    if code := news.row.context.get("country"):
        return country(code)
    return getattr(getattr(news.record, "organisation", None), "country", None)


def _stands(record: Any) -> str:
    """Where a record stands, under the name that its workflow has for it."""
    table = workflows.get(type(record))
    return str(getattr(record, table.state if table else "status"))


def _written(letter: Delivery, news: News, reader: Reader) -> EmailMultiAlternatives:
    matter = news.matter
    asks = bool(news.kind.asks_in) and _stands(news.record) == news.kind.asks_in
    words = {
        **news.words,
        **_times(news, reader),
        **matter.letter_words(news, reader),
        **news.kind.letter_words(news, reader),
        "asks": asks,
        "waits": asks and matter.awaits(news.record, news.reader),
    }
    subject = news.headline
    page: dict[str, Any] = {
        "subject": f"{news.reference}: {subject}" if news.reference else subject,
        "headline": subject,
        "paragraphs": [" ".join(part.split()) for part in news.render("body.txt", words).split("\n\n") if part.strip()],
        "quote": matter.quote(news, reader),
        "label": matter.label,
        "news": news,
        "link": absolute(_path(news)),
        "link_text": news.kind.link_text or _("Open in the portal"),
        "preferences": absolute(reverse("notifications:preferences")) if news.row.user_id else "",
        "unsubscribe": _unsubscribe(news),
        "centre": getattr(news.record, "centre", None) or main_centre(),
        "LANGUAGE_CODE": reader.language,
    }
    text = render_mail("mail/base.txt", page, autoescape=False)
    message = Mail(
        page["subject"], text, to=[letter.address], headers=_headers(letter, news, page["unsubscribe"], reader)
    )
    message.attach_alternative(render_mail("mail/base.html", page, autoescape=True), "text/html")
    for attachment in news.kind.attachments(news, reader):
        _attach(message, attachment)
    return message


def _attach(message: Mail, attachment: Attachment) -> None:
    """A file; an invitation also as a version of the letter itself, which is where mail programs look for one."""
    if not attachment.method:
        message.attach(attachment.name, attachment.content, attachment.media_type)
        return
    message.attach_alternative(attachment.content.decode(), f"text/calendar; method={attachment.method}")
    # Under text/calendar again some programs would show the invitation twice.
    message.attach(attachment.name, attachment.content, "application/ics")


def render_mail(name: str, words: dict[str, Any], *, autoescape: bool) -> str:
    """A template of a letter, as text or as HTML."""
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
    if news.row.user_id:
        return reverse("notifications:open", args=[news.row.pk])
    return news.kind.own_link(news) if news.kind.own_link else news.url


def _unsubscribe(news: News) -> str:
    if news.row.user_id is None or news.kind.essential:
        return ""
    return absolute(reverse("notifications:unsubscribe", args=[sign(news.row.user_id, news.kind.id)]))


def _times(news: News, reader: Reader) -> dict[str, str]:
    """Due times with the weekday, in the reader's city and the other one; the days of an appointment."""
    due = news.moment("due") or getattr(news.record, "due_at", None) or getattr(news.record, "expires_at", None)
    days = {name: getattr(news.record, name, None) for name in ("starts_on", "ends_on")}
    return {
        "due": reader.moment(due),
        "before": reader.moment(news.moment("before")),
        **{name: write_day(day) if day else "" for name, day in days.items()},
    }
