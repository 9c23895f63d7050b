"""Practices in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.search import Hit, SearchSource
from practices.finding.asking import Asked
from practices.finding.library import found
from practices.models import Practice
from practices.presentation.record import state_of


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The published entries that fit best. What is on its way is on the pages of those who work on it."""
    asked = Asked.of(text)
    ids = found(asked, {}, size=limit).ids if asked else []
    rows = Practice.objects.visible_to(user).in_bulk(ids)
    return [
        Hit(row.title_text, row.get_absolute_url(), row.reference, state_of(row).words)
        for row in (rows[pk] for pk in ids if pk in rows)
    ]


search.register(
    SearchSource(
        name="practices",
        label=_("Practices"),
        find=find,
        more_url=lambda text: reverse("practices:list") + "?" + urlencode({"q": text}),
    )
)
