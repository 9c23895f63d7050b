"""A report goes back with reasons."""

from practices.actions import adopting
from practices.enums import ReportState


def test_what_comes_back_is_revised_and_filed_again(filed, focal_kr, official_by, focal_by, written):
    row = adopting.return_report(filed, by=focal_kr, reason="Which standard?")
    assert (row.state, row.return_reason) == (ReportState.RETURNED, "Which standard?")
    row = adopting.save_report(row, by=official_by, seen=row.lock, **{**written, "adaptations": "СТБ."})
    row = adopting.file_report(row, by=focal_by)
    assert (row.state, row.return_reason) == (ReportState.FILED, "")
    assert adopting.confirm_report(row, by=focal_kr).state == ReportState.CONFIRMED
