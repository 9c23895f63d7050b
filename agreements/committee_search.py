"""Decisions and sessions of committees in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.enums import DecisionStatus, SessionStatus
from agreements.holding import DECISION_TEXTS, SESSION_TEXTS, holding
from agreements.models import CommitteeSession, Decision
from core import search
from core.localised import LocalisedText
from core.search import Hit, Lines, SearchSource


def decisions(user: Any, text: str) -> QuerySet[Decision] | None:
    """The latest decisions that hold the words, among those the person may see."""
    if not (asked := holding(text, *DECISION_TEXTS)):
        return None
    return Decision.objects.visible_to(user).filter(asked).order_by("-session__starts_at", "-number")


def sessions(user: Any, text: str) -> QuerySet[CommitteeSession] | None:
    """The latest sessions by symbol, committee or place."""
    if not (asked := holding(text, *SESSION_TEXTS)):
        return None
    return CommitteeSession.objects.visible_to(user).filter(asked).order_by("-starts_at", "-pk")


def decision(title: LocalisedText, reference: str, status: str) -> Hit:
    return Hit(title, reverse("agreements:decision", args=[reference]), reference, DecisionStatus(status).label)


def session(committee: LocalisedText, reference: str, status: str) -> Hit:
    return Hit(committee, reverse("agreements:session", args=[reference]), reference, SessionStatus(status).label)


search.register(
    SearchSource(
        name="decisions",
        label=_("Decisions"),
        lines=Lines(decisions, decision, vector=""),
        more_url=lambda text: reverse("agreements:decisions") + "?" + urlencode({"q": text}),
    )
)
search.register(
    SearchSource(
        name="sessions",
        label=_("Sessions of committees"),
        lines=Lines(sessions, session, title="committee__name", vector=""),
        more_url=lambda text: reverse("agreements:sessions") + "?" + urlencode({"q": text}),
    )
)
