"""What every screen of a project begins with."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from projects.models import Project
from projects.presentation.page import granted_on, with_granted

RELATED = (
    "centre__side_a__calendar",
    "centre__side_b__calendar",
    "country__calendar",
    "lead_a__country",
    "lead_b__country",
)


def find(request: HttpRequest, reference: str, *related: str) -> Project:
    """The project with this number, as far as the reader may see it; else 404, so that numbers tell nothing.

    What the reader may do with it comes along (`projects.presentation.page.granted_on`): one query in all.
    """
    rows = Project.objects.visible_to(request.user).select_related(*RELATED, *related).defer("search")
    return get_object_or_404(with_granted(rows, request.user), reference=reference)


def find_work(request: HttpRequest, reference: str, *related: str) -> Project:
    """The same for what only both sides, officers and evaluators read: 403 for who sees but the public part."""
    project = find(request, reference, *related)
    if "projects.view_work" not in granted_on(project, request.user):
        raise PermissionDenied("projects.view_work")
    return project


def screen(project: Project, form: Any = None, **context: Any) -> dict[str, Any]:
    """The context of a screen that asks for one thing."""
    return {"project": project, "form": form, **context}
