"""Press releases and pages as something that people are told about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.matters.matter import Matter
from pages.models import Page

if TYPE_CHECKING:
    from django.db.models import QuerySet


def _seen(reader: Any) -> QuerySet[Page]:
    return Page.objects.visible_to(reader).select_related("centre__side_a__calendar", "centre__side_b__calendar")


MATTERS = [Matter(Page, _seen, label=_("Press release or page"), number="reference")]
