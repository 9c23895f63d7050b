"""Reports that make themselves: once for each period that is over, however often the clock looks."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from core.refusal import RefusedError
from reports.actions.making import make_report
from reports.actions.scheduling import expect_schedulable
from reports.figures.figure import Asked
from reports.models import Job, Report, ReportSchedule
from reports.periods import last_full
from reports.tasks.making import make_scheduled

KIND = "service_levels"
DAY = datetime(2026, 7, 8, 9, tzinfo=UTC)


@pytest.fixture
def schedule(centre):
    return ReportSchedule.objects.create(
        kind=KIND, centre=centre, every="quarter", days_after=5, languages=["ru"], formats=["xlsx"]
    )


def asked_for():
    return [(one.key, one.by, one.language, one.asked["since"], one.asked["until"]) for one in Job.objects.all()]


def test_it_asks_once_when_its_day_has_come(schedule):
    with time_machine.travel(datetime(2026, 7, 4, 9, tzinfo=UTC)):
        early = make_scheduled()
    with time_machine.travel(DAY):
        found = (early, make_scheduled(), make_scheduled())
    assert found == (0, 1, 0)
    assert asked_for() == [(f"schedule:{schedule.pk}:2026-06-30", None, "ru", "2026-04-01", "2026-06-30")]


def test_the_days_are_those_of_side_a(schedule):
    """Minsk is three hours ahead: its sixth of July, a few hours before that of Greenwich."""
    ReportSchedule.objects.update(days_after=6)
    with time_machine.travel(datetime(2026, 7, 5, 20, tzinfo=UTC)):
        before = make_scheduled()
    with time_machine.travel(datetime(2026, 7, 5, 21, 30, tzinfo=UTC)):
        assert (before, make_scheduled()) == (0, 1)


def test_what_somebody_has_made_is_not_made_again(schedule, centre, officer):
    with time_machine.travel(datetime(2026, 7, 2, 9, tzinfo=UTC)):
        make_report(KIND, Asked(centre, *last_full(DAY.date(), "quarter")), by=officer)
    with time_machine.travel(DAY):
        assert make_scheduled() == 0


def test_what_was_made_while_the_days_ran_does_not_count(schedule, centre, officer):
    with time_machine.travel(datetime(2026, 6, 2, 9, tzinfo=UTC)):
        make_report(KIND, Asked(centre, *last_full(DAY.date(), "quarter")), by=officer)
    with time_machine.travel(DAY):
        assert make_scheduled() == 1


def test_one_that_rests_asks_for_nothing(schedule):
    ReportSchedule.objects.update(is_active=False)
    with time_machine.travel(DAY):
        assert make_scheduled() == 0


def test_the_clock_makes_it_without_anybody(schedule, work):
    with time_machine.travel(DAY):
        make_scheduled()
        assert work().state == "done"
    report = Report.objects.get()
    assert (report.by, report.since.isoformat(), report.version) == (None, "2026-04-01", 1)


def test_a_kind_is_scheduled_for_periods_it_has():
    expect_schedulable(KIND, "month")
    for kind, every in (("centre_year", "month"), ("gone", "year")):
        with pytest.raises(RefusedError):
            expect_schedulable(kind, every)


def test_administrators_edit_schedules(client_of, admin_user, centre):
    client, url = client_of(admin_user), reverse("admin:reports_reportschedule_add")
    sent = {"kind": "centre_year", "centre": centre.pk, "days_after": 10, "languages": ["en"], "formats": ["pdf"]}
    refused = client.post(url, {**sent, "every": "month", "is_active": "on"})
    assert (refused.status_code, ReportSchedule.objects.count()) == (200, 0)
    client.post(url, {**sent, "every": "year", "is_active": "on"})
    row = ReportSchedule.objects.get()
    assert (row.kind, row.every, row.languages, row.formats, row.is_active) == (
        "centre_year",
        "year",
        ["en"],
        ["pdf"],
        True,
    )
