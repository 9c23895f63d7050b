"""Agreements in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.enums import AgreementKind
from agreements.models import Agreement
from core import search
from core.localised import LocalisedText
from core.search import Hit, Lines, SearchSource


def rows(user: Any, text: str) -> QuerySet[Agreement] | None:
    """The latest agreements that hold the words, among those the person may see."""
    if not text.strip():
        return None
    return Agreement.objects.visible_to(user).matching(text).order_by("-signed_on", "-pk")


def hit(title: LocalisedText, reference: str, kind: str) -> Hit:
    return Hit(title, reverse("agreements:agreement", args=[reference]), reference, AgreementKind(kind).label)


search.register(
    SearchSource(
        name="agreements",
        label=_("Agreements"),
        lines=Lines(rows, hit, detail="kind", vector=""),
        more_url=lambda text: reverse("agreements:list") + "?" + urlencode({"q": text}),
    )
)
