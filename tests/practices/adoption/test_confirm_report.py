"""The owner's key makes the stage count."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from practices.actions import adopting
from practices.enums import ReportState, Stage
from practices.models import Adoption


def test_the_second_key_makes_the_stage_count(filed, focal_kr, heard):
    heard()
    row = adopting.confirm_report(filed, by=focal_kr)
    adoption = Adoption.objects.get(pk=row.adoption_id)
    assert (row.state, adoption.stage, adoption.stage_since) == (ReportState.CONFIRMED, Stage.PILOT, date(2026, 3, 2))
    assert adoption.confirmed_at is not None
    assert adoption.ask_on is not None
    assert [name for name, _said in heard()] == ["adoption_confirmed"]


def test_nobody_turns_both_keys(filed, focal_by, contact_by):
    for person in (focal_by, contact_by):
        with pytest.raises((RefusedError, PermissionDenied)):
            adopting.confirm_report(filed, by=person)
    filed.refresh_from_db()
    assert filed.state == ReportState.FILED
