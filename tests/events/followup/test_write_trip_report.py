import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.trip_reports import write_trip_report
from events.models import TripReport
from tests.events.followup.conftest import owed_report


def test_a_draft_keeps_what_there_is(nino, official_ge):
    report = owed_report(nino)
    row = write_trip_report(report, by=official_ge, seen=1, overview="Пять дней.", language="ru", may_publish=True)
    assert (row.overview, row.language, row.may_publish, row.revision, row.submitted_at) == (
        "Пять дней.",
        "ru",
        True,
        2,
        None,
    )


def test_a_second_window_overwrites_nothing(nino, official_ge):
    report = owed_report(nino)
    write_trip_report(report, by=official_ge, seen=1, overview="First.")
    with pytest.raises(RefusedError, match="saved in another window"):
        write_trip_report(report, by=official_ge, seen=1, overview="Second.")
    assert TripReport.objects.get().overview == "First."


def test_only_the_author(nino, tamar, cast, focal_ge):
    report, by_link = owed_report(nino), owed_report(tamar)
    for who in (focal_ge, *(cast.people[name] for name in ("contact_ge", "officer", "official_by"))):
        with pytest.raises(PermissionDenied):
            write_trip_report(report, by=who, seen=1, overview="x")
    with pytest.raises(PermissionDenied):
        write_trip_report(report, by=None, seen=1, overview="x")
    assert write_trip_report(by_link, by=None, seen=1, overview="By link.").overview == "By link."


def test_a_misspelt_value_is_a_bug(nino, official_ge):
    with pytest.raises(TypeError, match="due_on"):
        write_trip_report(owed_report(nino), by=official_ge, seen=1, due_on="2030-01-01")
