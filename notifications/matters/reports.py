"""Reports as something that people are told about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.matters.matter import Matter
from reports.models import Report

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from people.models import Country


def _visible(reader: Any) -> QuerySet[Report]:
    """Reports as far as the reader may see them, without their figures. There are no letters to addresses here."""
    rows: Any = Report.objects
    found: QuerySet[Report] = rows.visible_to(reader).defer("figures")
    return found.select_related("centre__side_a__calendar", "centre__side_b__calendar")


def _across(record: Report, country: Country | None) -> str:
    """The side of the centre that is not the reader's."""
    if country is None:
        return ""
    sides = (record.centre.side_b_id, record.centre.side_a_id)
    return next((side for side in sides if side != country.pk), "")


MATTERS = [Matter(Report, _visible, label=_("Report"), number="reference", across=_across)]
