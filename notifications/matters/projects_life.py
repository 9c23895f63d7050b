"""Registrations and the checks after the close as something that people are told about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core import policies
from notifications.matters.projects import CENTRE, matter_of
from projects.models import PostCheck, Registration

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model, QuerySet


def _seen(model: type[Model], permission: str, *related: str) -> Callable[[Any], QuerySet[Any]]:
    """Rows without a queryset of their own, as far as the reader holds the permission on them."""
    joined = [f"project__{name}" for name in CENTRE]

    def visible(reader: Any) -> QuerySet[Any]:
        rows: Any = model._default_manager
        return rows.filter(policies.q(permission, reader)).select_related(*joined, *related)

    return visible


MATTERS = [
    replace(
        matter_of(Registration, "project"),
        visible=_seen(Registration, "projects.view_registration", "rule__country"),
    ),
    replace(matter_of(PostCheck, "project"), visible=_seen(PostCheck, "projects.view_check")),
]
