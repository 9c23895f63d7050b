"""Two who write one report lose nothing."""

import pytest

from practices.actions import adopting


def test_two_who_write_at_once_lose_nothing(begun, official_by, written):
    adopting.save_report(begun, by=official_by, seen=0, **{**written, "lessons": "Первый."})
    with pytest.raises(adopting.ChangedReportError) as refused:
        adopting.save_report(begun, by=official_by, seen=0, **{**written, "lessons": "Второй."})
    assert refused.value.row.lessons == "Первый."
