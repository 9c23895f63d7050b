"""What is told of press releases and pages of the site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.audience import pages as to
from notifications.messages.kind import Kind, Said, entry_of
from pages import signals
from pages.enums import PageStatus

if TYPE_CHECKING:
    from notifications.news import News


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["page"])}


def _still_waits(news: News) -> bool:
    """Nobody has published or returned it since."""
    return news.record.status in (PageStatus.PROPOSED, PageStatus.CHANGED)


# They lead to the texts of the centre, the newest first: the page itself shows what readers have.
of_page = partial(Kind, about="page", route="pages:texts", link_text=_("Open the texts of the centre"))

MESSAGES: list[Kind] = [
    of_page(
        "page_proposed",
        signals.page_proposed,
        _("A text waits for publication"),
        to.told_who_may_publish,
        rule="pages.publish",
        is_still_due=_still_waits,
    ),
    of_page(
        "page_returned",
        signals.page_returned,
        _("A text that I wrote was returned"),
        to.told_writers,
        rule="pages.write",
        context=_reasons,
    ),
]
SILENT = {
    signals.page_published: "Those who wrote it find it on the page; readers follow the feed.",
    signals.page_withdrawn: "Its history says it to the staff, and its address to the readers.",
}
