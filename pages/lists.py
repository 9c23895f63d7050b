"""News, and the texts of those who write, to take along."""

from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.lists import Asking, ordered, register_table
from pages.models import Page
from pages.policies.pages import may_begin
from pages.views.news import asked_news
from pages.views.texts import asked_texts

NEWS = (_("Number"), _("Day"), _("Title"), _("Lead"), _("Languages"), _("Address"))
TEXTS = (
    _("Number"),
    _("Kind"),
    _("Title"),
    _("State"),
    _("Languages"),
    pgettext_lazy("on a day", "Changed"),
    _("Published"),
)


def _news(asking: Asking) -> QuerySet[Page]:
    return ordered(asked_news(asking)[1].for_list(), "-day")


def _of_news(row: Page, _asking: Asking) -> list[Any]:
    languages, url = ", ".join(row.title), settings.SITE_URL + row.get_absolute_url()
    return [row.reference, row.day, str(row.title_text), str(row.lead), languages, url]


def _texts(asking: Asking) -> QuerySet[Page]:
    return ordered(asked_texts(asking)[1].for_list(), "-updated_at")


def _of_texts(row: Page, _asking: Asking) -> list[Any]:
    kind, state = row.get_kind_display(), row.get_status_display()
    title, languages = str(row.title_text), ", ".join(row.title)
    return [row.reference, str(kind), title, str(state), languages, row.updated_at, row.published_at]


def _writers(user: Any, numbers: Collection[str]) -> Collection[str]:
    return numbers if may_begin(user) else ()


register_table("pages.news", _("News"), NEWS, find=_news, cells=_of_news, url=lambda: reverse("pages:list"))
register_table(
    "pages.texts",
    _("Texts of the centre"),
    TEXTS,
    find=_texts,
    cells=_of_texts,
    url=lambda: reverse("pages:texts"),
    allowed=_writers,
)
