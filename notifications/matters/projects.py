"""Projects and what belongs to them as something that people are told about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.matters.matter import Matter
from projects.models import Project

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from people.models import Country, User

CENTRE = "centre__side_a__calendar", "centre__side_b__calendar"


def project_of(record: Any) -> Project:
    """The project that the record is, or belongs to."""
    found: Project = record if isinstance(record, Project) else record.project
    return found


def _across(record: Any, country: Country | None) -> str:
    """The side of the centre that is not the reader's."""
    centre = project_of(record).centre
    if country is None:
        return ""
    return next((side for side in (centre.side_b_id, centre.side_a_id) if side != country.pk), "")


def _seen(model: type[Model], *related: str) -> Callable[[User | None], QuerySet[Any]]:
    """What the reader may see now. There are no letters to addresses here."""

    def visible(reader: Any) -> QuerySet[Any]:
        manager: Any = model._default_manager
        return manager.visible_to(reader).select_related(*related)

    return visible


def matter_of(model: type[Model], path: str, *related: str) -> Matter:
    """A record that belongs to a project by `path`, such as `project` or `deliverable__project`."""
    joined = [f"{path}__{name}" if path else name for name in CENTRE]
    return Matter(
        model,
        _seen(model, *joined, *related),
        label=_("Project"),
        number="reference" if not path else f"{path}__reference",
        across=_across,
    )


MATTERS = [matter_of(Project, "", "leader_a", "leader_b")]
