"""Agreements in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement
from agreements.presentation.register import state_of
from core import search
from core.search import Hit, SearchSource


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The latest agreements that hold the words, among those the person may see."""
    if not text.strip():
        return []
    rows = Agreement.objects.visible_to(user).matching(text).order_by("-signed_on", "-pk")
    today = timezone.localdate()
    return [Hit(row.title, row.get_absolute_url(), row.reference, state_of(row, today).words) for row in rows[:limit]]


search.register(
    SearchSource(
        name="agreements",
        label=_("Agreements"),
        find=find,
        more_url=lambda text: reverse("agreements:list") + "?" + urlencode({"q": text}),
    )
)
