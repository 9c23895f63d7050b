"""Letters in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.localised import LocalisedText
from core.search import Hit, Lines, SearchSource
from letters.enums import LetterKind
from letters.models import Letter


def rows(user: Any, text: str) -> QuerySet[Letter]:
    """The newest letters that hold the words, among those the person may read."""
    return Letter.objects.numbered().visible_to(user).matching(text).order_by("-issued_at", "-pk")


def hit(subject: LocalisedText | str, reference: str, kind: str) -> Hit:
    return Hit(subject, reverse("letters:letter", args=[reference]), reference, LetterKind(kind).label)


search.register(
    SearchSource(
        name="letters",
        label=_("Letters"),
        lines=Lines(rows, hit, title="subject", detail="kind"),
        more_url=lambda text: reverse("letters:list") + "?" + urlencode({"q": text}),
    )
)
