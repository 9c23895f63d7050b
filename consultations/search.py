"""Requests in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from consultations.presentation.state import state_of
from core import search
from core.search import Hit, SearchSource


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The latest requests that hold the words, among those the person may see."""
    rows = Consultation.objects.visible_to(user).matching(text).for_list().order_by("-updated_at", "-pk")[:limit]
    return [Hit(row.title_text, row.get_absolute_url(), row.handle, state_of(row).words) for row in rows]


search.register(
    SearchSource(
        name="consultations",
        label=_("Consultation requests"),
        find=find,
        more_url=lambda text: reverse("consultations:list") + "?" + urlencode({"state": "all", "q": text}),
    )
)
