"""Decisions and sessions of committees in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.holding import DECISION_TEXTS, SESSION_TEXTS, holding
from agreements.models import CommitteeSession, Decision
from agreements.presentation.committee_words import state_of_decision, state_of_session
from core import search
from core.search import Hit, SearchSource


def find_decisions(user: Any, text: str, limit: int) -> list[Hit]:
    """The latest decisions that hold the words, among those the person may see."""
    if not (asked := holding(text, *DECISION_TEXTS)):
        return []
    rows = Decision.objects.visible_to(user).filter(asked).order_by("-session__starts_at", "-number")
    return [Hit(row.title, row.get_absolute_url(), row.reference, state_of_decision(row).words) for row in rows[:limit]]


def find_sessions(user: Any, text: str, limit: int) -> list[Hit]:
    """The latest sessions by symbol, committee, place or an item of their agenda."""
    if not (asked := holding(text, *SESSION_TEXTS)):
        return []
    rows = CommitteeSession.objects.visible_to(user).filter(asked).select_related("committee").order_by("-starts_at")
    return [
        Hit(row.committee.name, row.get_absolute_url(), row.reference, state_of_session(row).words)
        for row in rows[:limit]
    ]


search.register(
    SearchSource(
        name="decisions",
        label=_("Decisions"),
        find=find_decisions,
        more_url=lambda text: reverse("agreements:decisions") + "?" + urlencode({"q": text}),
    )
)
search.register(
    SearchSource(
        name="sessions",
        label=_("Sessions of committees"),
        find=find_sessions,
        more_url=lambda text: reverse("agreements:sessions") + "?" + urlencode({"q": text}),
    )
)
