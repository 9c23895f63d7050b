"""Quarterly reports and risks as something that people are told about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core import policies
from notifications.matters.projects import CENTRE, matter_of
from projects.models import QuarterReport, Risk

if TYPE_CHECKING:
    from django.db.models import QuerySet


def _risks(reader: Any) -> QuerySet[Risk]:
    """Risks, as far as the reader may see them."""
    joined = [f"project__{name}" for name in CENTRE]
    return Risk.objects.filter(policies.q("projects.view_risk", reader)).select_related(*joined)


MATTERS = [matter_of(QuarterReport, "project"), replace(matter_of(Risk, "project"), visible=_risks)]
