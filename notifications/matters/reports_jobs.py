"""Work in the background as something that people are told about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.matters.matter import Matter
from reports.models import Job

if TYPE_CHECKING:
    from django.db.models import QuerySet


def _seen(reader: Any) -> QuerySet[Job]:
    """One's own."""
    return Job.objects.visible_to(reader)


MATTERS = [Matter(Job, _seen, label=_("Work in the background"))]
