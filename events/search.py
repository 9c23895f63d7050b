"""Events in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.localised import LocalisedText
from core.search import Hit, Lines, SearchSource
from events.enums import EventStatus
from events.models import Event


def rows(user: Any, text: str) -> QuerySet[Event]:
    """The latest events that hold the words, among those the person may see."""
    return Event.objects.visible_to(user).matching(text).order_by("-starts_on", "-pk")


def hit(name: LocalisedText, reference: str, status: str) -> Hit:
    return Hit(name, reverse("events:detail", args=[reference]), reference, EventStatus(status).label)


search.register(
    SearchSource(
        name="events",
        label=_("Events"),
        lines=Lines(rows, hit, title="name"),
        more_url=lambda text: reverse("events:list") + "?" + urlencode({"when": "all", "q": text}),
    )
)
