"""What is told of letters: that one was issued, with its paper, and that one no longer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from letters import signals
from letters.enums import LetterState
from letters.presentation.paper import bytes_of
from notifications.audience import letters as to
from notifications.messages.kind import Attachment, Kind

if TYPE_CHECKING:
    from notifications.matters.matter import Reader
    from notifications.news import News


def _paper(news: News, _reader: Reader) -> list[Attachment]:
    """The letter itself, in the language it was written in."""
    return [Attachment(f"{news.record.reference}.pdf", "application/pdf", bytes_of(news.record))]


def _holds(news: News) -> bool:
    return bool(news.record.state == LetterState.ISSUED)


MESSAGES: list[Kind] = [
    Kind(
        "letter_issued",
        signals.letters_issued,
        _("The centre has written a letter to me or my institution"),
        to.told_letters,
        about="run",
        rule="letters.view",
        event=lambda said: said["run"].pk,
        attachments=_paper,
        is_still_due=_holds,
        own_link=lambda _news: reverse("home"),
        link_text=_("Open in the portal"),
    ),
    Kind(
        "letter_withdrawn",
        signals.letter_withdrawn,
        _("A letter to me or my institution was withdrawn"),
        to.told_withdrawn,
        about="letter",
        rule="letters.view",
        own_link=lambda _news: reverse("home"),
        link_text=_("Open in the portal"),
    ),
]
