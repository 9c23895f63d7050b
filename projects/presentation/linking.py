"""What a project is linked to, and what may be linked to it: practices, requests, events. Reads only."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from events.models import Event
from practices.finding.asking import Asked
from practices.finding.library import found
from practices.models import Practice
from projects.models import Project

MOST_FOUND = 10  # of a kind; who does not find it writes more of its name, or its number
LABELS: dict[str, Promise] = {
    "practices": _("Practices"),
    "consultations": _("Requests"),
    "events": _("Events"),
}


@dataclass(frozen=True)
class Kind:
    """Records of one kind under their name."""

    key: str
    label: str | Promise
    rows: list[Any]


def kinds_of(user: Any) -> dict[str, QuerySet[Any]]:
    """The records of each kind that this person may see."""
    return {
        "practices": Practice.objects.visible_to(user),
        "consultations": Consultation.objects.visible_to(user),
        "events": Event.objects.visible_to(user).defer("description", "search"),
    }


def linked_to(project: Project, user: Any) -> list[Kind]:
    """What belongs to the project already, as far as the reader sees it; one query a kind."""
    kinds = kinds_of(user)
    found_rows = {key: list(rows.filter(projects=project).order_by("-pk")) for key, rows in kinds.items()}
    return [Kind(key, LABELS[key], rows) for key, rows in found_rows.items() if rows]


def found_for(project: Project, user: Any, text: str) -> list[Kind]:
    """What holds the words and does not belong to the project yet, the best or latest first."""
    kinds = kinds_of(user)
    asked = Asked.of(text)
    ids = found(asked, {}, size=MOST_FOUND).ids if asked else []
    practices = kinds["practices"].exclude(projects=project).in_bulk(ids)
    rows: dict[str, list[Any]] = {"practices": [practices[pk] for pk in ids if pk in practices]}
    for key in ("consultations", "events"):
        latest = kinds[key].matching(text).exclude(projects=project).order_by("-pk")  # type: ignore[attr-defined]
        rows[key] = list(latest[:MOST_FOUND])
    return [Kind(key, LABELS[key], rows[key]) for key in LABELS if rows[key]]
