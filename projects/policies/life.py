"""Who reads the pack of a registration, and what was found after the close."""

from typing import Any

from django.db.models import Q

from core.policies import rule
from projects.models import Registration
from projects.policies.projects import inside, of_project


@rule("projects.view_registration")
def view_registration(user: Any) -> Q:
    """On a registration: both sides, officers, co-directors, evaluators."""
    return of_project(inside(user))


@rule("projects.view_registration_item")
def view_registration_item(user: Any) -> Q:
    """On a line of the checklist: whoever reads the registration. Its files are read by this."""
    return Q(registration__in=Registration.objects.filter(of_project(inside(user))).values("pk"))


@rule("projects.view_check")
def view_check(user: Any) -> Q:
    """On a check after the close: both sides, officers, co-directors, evaluators."""
    return of_project(inside(user))
