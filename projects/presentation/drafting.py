"""The pages of a concept paper in words: where one is, how far it is written, what a colleague wrote. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.models import JournalEntry
from projects.completeness import completeness_of
from projects.concept import GROUPS, RELATED, TEXTS
from projects.models import Project

# As the steps above the form call them.
PAGES: dict[str, Promise] = {
    "what": _("What and where"),
    "why": _("Why"),
    "how": _("How"),
    "money": _("Money"),
}


@dataclass(frozen=True)
class PageStep:
    """A page of the form: `is_done` says that nothing is missing on it."""

    group: str
    name: str | Promise
    url: str
    is_current: bool
    is_done: bool


def page_of_form(project: Project, group: str) -> dict[str, Any]:
    """What the frame of each page of the form shows: its place among the others, and the meter. No query."""
    completeness = completeness_of(project)
    lacking = {gap.group for gap in completeness.gaps}
    steps = [
        PageStep(one, name, reverse("projects:edit", args=[project.reference, one]), one == group, one not in lacking)
        for one, name in PAGES.items()
    ]
    order = list(GROUPS)
    at = order.index(group) if group else len(order)
    return {
        "group": group,
        "name": PAGES.get(group, ""),
        "number": at + 1,
        "steps": steps,
        "previous": steps[at - 1].url if at else "",
        "completeness": completeness,
        "here": [gap for gap in completeness.gaps if gap.group == group],
        "last_url": reverse("projects:submit", args=[project.reference]),
    }


def returned_with(project: Project) -> str:
    """The reasons for which the paper came back last; none before. One query, and none for a first draft."""
    if not project.submitted_at:
        return ""
    last = JournalEntry.objects.about(project).filter(verb="return").order_by("-pk").first()
    return last.reason if last else ""


def theirs_in_words(project: Project, parts: Mapping[str, Any]) -> dict[str, Any]:
    """What a colleague saved in these parts: texts by language, everything else in one line."""
    return {name: dict(value) if name in TEXTS else _fact(project, name, value) for name, value in parts.items()}


def _fact(project: Project, name: str, value: Any) -> str:
    if value in (None, ""):
        return ""
    field: Any = project._meta.get_field(name)
    if name in RELATED:
        return str(field.related_model._base_manager.get(pk=value))
    return str(dict(field.flatchoices).get(value, value))
