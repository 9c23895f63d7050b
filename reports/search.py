"""Reports in the search of the portal: by number, and by the words of their kind."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import search
from core.localised import LANGUAGES
from core.search import Hit, SearchSource
from reports.kinds.registry import kinds
from reports.models import Report

SHORTEST = 3  # letters that a word must have to find a kind


def kinds_named(text: str) -> list[str]:
    """The kinds whose name, in any language, holds every word."""
    words = [word for word in text.casefold().split() if len(word) >= SHORTEST]
    found = []
    for kind in kinds().values():
        names = []
        for language in LANGUAGES:
            with translation.override(language):
                names.append(str(kind.label).casefold())
        if words and any(all(word in name for word in words) for name in names):
            found.append(kind.name)
    return found


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The newest reports of that number or kind, among those the person may see. One query, none without a match."""
    text = text.replace("\x00", "").strip()
    named = kinds_named(text)
    condition = Q(kind__in=named) if named else Q()
    if text.upper().startswith("RP-"):
        condition |= Q(reference__istartswith=text)
    if not condition:
        return []
    rows: Any = Report.objects
    rows = rows.visible_to(user).filter(condition).defer("figures").order_by("-pk")
    return [Hit(row.title_text, row.get_absolute_url(), row.reference, row.get_state_display()) for row in rows[:limit]]


search.register(
    SearchSource(
        name="reports",
        label=_("Reports"),
        find=find,
        more_url=lambda text: reverse("reports:list") + "?" + urlencode({"kind": next(iter(kinds_named(text)), "")}),
    )
)
