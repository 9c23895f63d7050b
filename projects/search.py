"""Projects in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.localised import LocalisedText
from core.search import Hit, Lines, SearchSource
from projects.enums import Stage
from projects.models import Project


def rows(user: Any, text: str) -> QuerySet[Project]:
    """The newest projects that hold the words, among those the person may see."""
    return Project.objects.visible_to(user).matching(text).order_by("-created_at", "-pk")


def hit(name: LocalisedText, reference: str, stage: str) -> Hit:
    return Hit(name, reverse("projects:project", args=[reference]), reference, Stage(stage).label)


search.register(
    SearchSource(
        name="projects",
        label=_("Projects"),
        lines=Lines(rows, hit, title="name", detail="stage"),
        more_url=lambda text: reverse("projects:list") + "?" + urlencode({"q": text}),
    )
)
