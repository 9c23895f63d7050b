"""The author is told five working days before a report is due, and once when it is overdue."""

import pytest

from events.actions.owing import remind_of_trip_report
from events.models import Participant, TripReport
from events.tasks.followup import remind_of_trip_reports
from tests.events.followup.conftest import on, owed_report


@pytest.fixture
def report(nino, heard):
    row = owed_report(nino)
    heard()
    return row


def test_due_on_a_sunday(report, heard, clock):
    """Due on Sunday 8 November 2026: the five working days before it begin on Monday 2."""
    clock.move_to(on(2026, 10, 29))
    assert remind_of_trip_reports() == 0
    clock.move_to(on(2026, 10, 30))
    assert (remind_of_trip_reports(), remind_of_trip_reports()) == (1, 0)
    assert [(name, said["report"].pk) for name, said in heard()] == [("trip_report_due_soon", report.pk)]
    for moment in (on(2026, 11, 6), on(2026, 11, 8)):
        clock.move_to(moment)
        assert remind_of_trip_reports() == 0
    clock.move_to(on(2026, 11, 9))
    assert (remind_of_trip_reports(), remind_of_trip_reports()) == (1, 0)
    assert [name for name, _said in heard()] == ["trip_report_overdue"]


def test_found_late_it_is_overdue_only(report, heard, clock):
    clock.move_to(on(2027, 2, 1))
    assert (remind_of_trip_reports(), [name for name, _said in heard()]) == (1, ["trip_report_overdue"])


def test_not_on_a_day_off_there(report, clock):
    """23 November is Saint George's Day in Georgia, a Monday in 2026."""
    clock.move_to(on(2026, 11, 23))
    assert remind_of_trip_reports() == 0
    Participant.objects.update(country_id="KR")
    assert remind_of_trip_reports() == 1


def test_what_is_handed_in_or_nameless_is_left_alone(report, clock):
    clock.move_to(on(2026, 11, 9))
    Participant.objects.update(anonymised_at=on(2026, 11, 1))
    assert (remind_of_trip_reports(), remind_of_trip_report(report)) == (0, False)
    Participant.objects.update(anonymised_at=None)
    TripReport.objects.update(submitted_at=on(2026, 11, 1))
    assert (remind_of_trip_reports(), remind_of_trip_report(report)) == (0, False)
