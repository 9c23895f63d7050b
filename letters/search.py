"""Letters in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.search import Hit, SearchSource
from letters.models import Letter


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The newest letters that hold the words, among those the person may read."""
    rows = Letter.objects.numbered().visible_to(user).matching(text).only("reference", "subject", "kind")
    rows = rows.order_by("-issued_at", "-pk")
    return [Hit(row.subject, row.get_absolute_url(), row.handle, row.get_kind_display()) for row in rows[:limit]]


search.register(
    SearchSource(
        name="letters",
        label=_("Letters"),
        find=find,
        more_url=lambda text: reverse("letters:list") + "?" + urlencode({"q": text}),
    )
)
