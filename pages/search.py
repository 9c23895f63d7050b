"""News and pages in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.search import Hit, SearchSource
from pages.models import Page
from pages.presentation.record import state_of


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The newest that hold the words and that everybody reads."""
    rows = Page.objects.public().visible_to(user).matching(text).defer("search").order_by("-renewed_at", "-pk")
    return [Hit(row.title, row.get_absolute_url(), row.reference, state_of(row).words) for row in rows[:limit]]


search.register(
    SearchSource(
        name="pages",
        label=_("News and pages"),
        find=find,
        more_url=lambda text: reverse("pages:list") + "?" + urlencode({"q": text}),
    )
)
