"""Who reads what both sides have planned."""

from typing import Any

from django.db.models import Q

from core.policies import rule
from projects.policies.projects import inside, of_project


@rule("projects.view_plan")
def view_plan(user: Any) -> Q:
    """On a deliverable or a baseline: both sides, officers, evaluators."""
    return of_project(inside(user))
