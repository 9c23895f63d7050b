"""A digest as a mail: what could wait, by app and record, newest first, in its reader's language and zone."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import formatdate
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from calendars.moments import write_day
from notifications.letters import Mail, render_mail
from notifications.links import absolute
from notifications.news import News, load
from notifications.tokens import DIGEST, sign
from people.directory import main_centre
from people.models import User

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

    from core.localised import LocalisedText
    from notifications.models import Delivery, Digest

MOST_LINES = 50


@dataclass
class Line:
    """One piece of news: what happened, when, and the way to it through the inbox."""

    headline: str
    moment: str
    link: str


@dataclass
class Record:
    """What the lines under it are about. Some news is about no record with a number, such as an appointment."""

    reference: str
    title: LocalisedText | str
    lines: list[Line] = field(default_factory=list)


@dataclass
class Part:
    """The news of one app."""

    name: str
    records: list[Record] = field(default_factory=list)


def compose_digest(letter: Delivery) -> EmailMultiAlternatives | None:
    """The digest as it is to be sent now.

    None when there is nothing left in it: what was opened in the inbox since is told already, and what the reader may
    no longer see is not told.
    """
    digest = letter.digest
    assert digest  # noqa: S101  a letter has the one or the other
    user = User.objects.get(pk=digest.user_id)  # a fresh one: rights may have ended today
    if not user.is_active:
        return None
    rows = list(digest.lines.unread().order_by("-pk")[: MOST_LINES + 1])
    more = 0
    if len(rows) > MOST_LINES:
        more = digest.lines.unread().count() - MOST_LINES
    shown = [news for news in load(rows[:MOST_LINES], user) if news.may_see and news.kind.is_still_due(news)]
    if not shown:
        return None
    letter.address = user.email
    with translation.override(user.language), timezone.override(ZoneInfo(user.zone)):
        return _written(letter, digest, user, shown, more)


def _written(letter: Delivery, digest: Digest, user: User, shown: list[News], more: int) -> EmailMultiAlternatives:
    link = absolute(reverse("notifications:unsubscribe", args=[sign(user.pk, DIGEST)]))
    number = len(shown) + more
    page: dict[str, Any] = {
        "subject": _("Digest of %(day)s") % {"day": write_day(digest.for_day, "long")},
        "said": ngettext("%(count)s piece of news for you.", "%(count)s pieces of news for you.", number)
        % {"count": number},
        "parts": _parts(shown),
        "more": more,
        "inbox": absolute(reverse("notifications:inbox")),
        "preferences": absolute(reverse("notifications:preferences")),
        "unsubscribe": link,
        "centre": main_centre(),
        "LANGUAGE_CODE": user.language,
    }
    headers = {
        "Message-ID": letter.message_id,
        "Date": formatdate(letter.created_at.timestamp(), usegmt=True),
        "Content-Language": user.language,
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{link}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    text = render_mail("mail/digest.txt", page, autoescape=False)
    message = Mail(page["subject"], text, to=[letter.address], headers=headers)
    message.attach_alternative(render_mail("mail/digest.html", page, autoescape=True), "text/html")
    return message


def _parts(shown: list[News]) -> list[Part]:
    """By app, then by record, each where its newest line puts it."""
    parts: dict[str, Part] = {}
    records: dict[tuple[str, str, int], Record] = {}
    for news in shown:
        app = news.matter.model._meta.app_label
        part = parts.setdefault(app, Part(str(apps.get_app_config(app).verbose_name)))
        # Lines about parts of one record, such as the versions of a decision, stand together under its number.
        key = (app, news.reference, 0 if news.reference else news.row.pk)
        if key not in records:
            records[key] = Record(news.reference, news.title)
            part.records.append(records[key])
        records[key].lines.append(_line(news))
    return list(parts.values())


def _line(news: News) -> Line:
    local = timezone.localtime(news.row.created_at)
    moment = f"{write_day(local.date(), 'clock')}, {local:%H:%M}"
    return Line(news.headline, moment, absolute(reverse("notifications:open", args=[news.row.pk])))
