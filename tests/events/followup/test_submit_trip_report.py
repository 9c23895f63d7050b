import pytest

from core.refusal import RefusedError
from events.actions.trip_reports import submit_trip_report, write_trip_report
from events.models import TripReport
from tests.events.followup.conftest import on, owed_report, told

WHOLE = {"overview": "Five days.", "activities": "Talks.", "findings": "One register.", "implications": "A law."}


def test_it_is_handed_in(nino, official_ge, heard):
    report = owed_report(nino)
    heard()
    row = submit_trip_report(report, by=official_ge, seen=1, **WHOLE)
    assert (row.findings, row.submitted_at) == ("One register.", on(2026, 10, 12))
    assert heard() == [("trip_report_submitted", {"report": row, "by": official_ge})]
    assert told(row) == [("submit", "", "", "official@ge.example", "")]


def test_what_is_missing_is_said(nino, official_ge, heard):
    report = owed_report(nino)
    with pytest.raises(RefusedError) as refused:
        submit_trip_report(report, by=official_ge, seen=1, overview="Five days.", findings=" ")
    assert refused.value.message == (
        "Describe the main activities. Write the findings. Say what follows for your own country."
    )
    report.refresh_from_db()
    assert (report.submitted_at, report.overview) == (None, "")


def test_afterwards_it_is_on_record(nino, tamar, official_ge):
    submit_trip_report(owed_report(nino), by=official_ge, seen=1, **WHOLE)
    for act in (write_trip_report, submit_trip_report):
        with pytest.raises(RefusedError, match="is on record"):
            act(TripReport.objects.get(participant=nino), by=official_ge, seen=2, **WHOLE)
    by_link = submit_trip_report(owed_report(tamar), by=None, seen=1, **WHOLE)
    assert told(by_link) == [("submit", "", "", "", "Tamar Kapanadze")]
