"""Requests in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.enums import Status
from consultations.models import Consultation
from core import search
from core.localised import LocalisedText
from core.search import Hit, Lines, SearchSource


def rows(user: Any, text: str) -> QuerySet[Consultation]:
    """The latest requests that hold the words, among those the person may see."""
    return Consultation.objects.visible_to(user).matching(text).order_by("-updated_at", "-pk")


# The number on papers; until there is one, that of the draft.
HANDLE = Coalesce("reference", Concat(Value("D-"), Cast("pk", TextField())), output_field=TextField())


def hit(title: LocalisedText, handle: str, status: str) -> Hit:
    """A draft without a title has words in their place, as on its page."""
    return Hit(
        title or _("Draft without a title"),
        reverse("consultations:detail", args=[handle]),
        handle,
        Status(status).label,
    )


search.register(
    SearchSource(
        name="consultations",
        label=_("Consultation requests"),
        lines=Lines(rows, hit, handle=HANDLE),
        more_url=lambda text: reverse("consultations:list") + "?" + urlencode({"state": "all", "q": text}),
    )
)
