"""Projects in the search of the portal."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import search
from core.search import Hit, SearchSource
from projects.models import Project
from projects.presentation.state import state_of


def find(user: Any, text: str, limit: int) -> list[Hit]:
    """The newest projects that hold the words, among those the person may see."""
    rows = Project.objects.visible_to(user).matching(text)
    rows = rows.only("reference", "name", "stage").order_by("-created_at", "-pk")
    return [Hit(row.name, row.get_absolute_url(), row.reference, state_of(row).words) for row in rows[:limit]]


search.register(
    SearchSource(
        name="projects",
        label=_("Projects"),
        find=find,
        more_url=lambda text: reverse("projects:list") + "?" + urlencode({"q": text}),
    )
)
