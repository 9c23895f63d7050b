"""The report on a further stage."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.refusal import RefusedError
from practices.actions import adopting


def test_a_stage_lies_neither_ahead_nor_before_the_confirmed_one(adoption, official_by, written):
    tomorrow = timezone.localdate() + timedelta(days=2)
    with pytest.raises(RefusedError, match="this day lies ahead"):
        adopting.begin_report(adoption, by=official_by, **{**written, "since_on": tomorrow})
    with pytest.raises(RefusedError, match="cannot begin before"):
        adopting.begin_report(adoption, by=official_by, **{**written, "since_on": date(2025, 1, 1)})


def test_one_report_at_a_time(begun, official_by, written):
    with pytest.raises(RefusedError, match="under way already"):
        adopting.begin_report(begun.adoption, by=official_by, **written)
