"""Agreements and commitments as something that people are told about."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.models import Agreement, Commitment
from notifications.matters.matter import Matter
from people.models import Country

CENTRE = "centre__side_a__calendar", "centre__side_b__calendar"


def _across(record: Any, country: Country | None) -> str:
    """The side of the centre that is not the reader's."""
    centre = record.centre if isinstance(record, Agreement) else record.agreement.centre
    if country is None:
        return ""
    return next((side for side in (centre.side_b_id, centre.side_a_id) if side != country.pk), "")


def _agreements(reader: Any) -> QuerySet[Any]:
    return Agreement.objects.visible_to(reader).select_related(*CENTRE)


def _commitments(reader: Any) -> QuerySet[Any]:
    related = [f"agreement__{name}" for name in CENTRE]
    return Commitment.objects.visible_to(reader).select_related(*related)


MATTERS = [
    Matter(Agreement, _agreements, label=pgettext_lazy("paper", "Agreement"), number="reference", across=_across),
    Matter(Commitment, _commitments, label=_("Commitment"), number="agreement__reference", across=_across),
]
