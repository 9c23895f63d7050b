"""Events in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.search import Hit, SearchSource
from events.models import Event
from events.presentation.state import state_of


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The latest events that hold the words, among those the person may see."""
    rows = Event.objects.visible_to(user).matching(text).defer("description", "search").order_by("-starts_on", "-pk")
    return [Hit(row.name, row.get_absolute_url(), row.reference, state_of(row).words) for row in rows[:limit]]


search.register(
    SearchSource(
        name="events",
        label=_("Events"),
        find=find,
        more_url=lambda text: reverse("events:list") + "?" + urlencode({"when": "all", "q": text}),
    )
)
