"""The pages of the form in words: where one is, and how far the entry is written. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from practices.completeness import GROUPS, completeness_of
from practices.models import Practice, Version
from practices.sections import SUMMARY

# As the steps above the form call them.
PAGES: dict[str, Promise] = {
    "what": _("What it is"),
    "story": _("The story"),
    "cost": _("Cost and law"),
    "evidence": _("Evidence"),
    "home": _("Taking it home"),
}


@dataclass(frozen=True)
class PageStep:
    """A page of the form: `is_done` says that nothing is missing on it."""

    group: str
    name: str | Promise
    url: str
    is_current: bool
    is_done: bool


def page_of_form(practice: Practice, version: Version, group: str) -> dict[str, Any]:
    """What the frame of each page of the form shows: its place among the others, and the meter."""
    completeness = completeness_of(version)
    lacking = {gap.group for gap in completeness.gaps}
    steps = [
        PageStep(one, name, reverse("practices:edit", args=[practice.reference, one]), one == group, one not in lacking)
        for one, name in PAGES.items()
    ]
    order = list(GROUPS)
    at = order.index(group) if group else len(order)
    summary = version.sections.get("summary", "")
    measure = SUMMARY[practice.language]
    return {
        "group": group,
        "name": PAGES.get(group, ""),
        "number": at + 1,
        "steps": steps,
        "previous": steps[at - 1].url if at else "",
        "completeness": completeness,
        "here": [gap for gap in completeness.gaps if gap.group == group],
        "measure": measure,
        "count": measure.count(summary),
        "is_change": practice.is_public,
        "last_url": last_page(practice, version),
    }


def last_page(practice: Practice, version: Version) -> str:
    """Where the entry, or the change, is looked at once more and sent."""
    if practice.is_public:
        return reverse("practices:submit_change", args=[practice.reference, version.number])
    return reverse("practices:propose", args=[practice.reference])
