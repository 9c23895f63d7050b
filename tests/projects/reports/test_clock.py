"""The clock begins the reports of a quarter that is over, and chases them until they are submitted."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
import time_machine

from projects.actions.reports import begin_report, due_after
from projects.enums import ReportStatus, Stage
from projects.models import Project, QuarterReport, ReportPart
from projects.tasks.reports import begin_reports, chase_reports
from tests.projects.builders import make_project
from tests.projects.life.building import fresh, told
from tests.projects.reports.quarter import submitted


class Working:
    """A calendar on which some days are off."""

    def __init__(self, *off: date) -> None:
        self.off = off

    def is_working_day(self, day: date) -> bool:
        return day not in self.off


@pytest.mark.parametrize(
    ("year", "quarter", "off", "due"),
    [
        (2026, 1, [], date(2026, 4, 30)),
        (2026, 3, [date(2026, 10, 31)], date(2026, 10, 30)),
        (2026, 4, [date(2027, 1, 31), date(2027, 1, 30)], date(2027, 1, 29)),
    ],
)
def test_it_is_due_on_the_last_joint_working_day_of_the_month(year, quarter, off, due):
    assert due_after(year, quarter, Working(*off)) == due  # type: ignore[arg-type]


def at(*moment: int) -> time_machine.travel:
    return time_machine.travel(datetime(*moment, tzinfo=UTC), tick=False)


def test_it_begins_when_the_quarter_is_over_in_the_capital_of_side_a(project, heard):
    with at(2026, 3, 31, 20, 30):  # in Seoul it is April already, in Minsk it is not
        begin_reports()
    assert not QuarterReport.objects.filter(year=2026).exists()
    heard()
    with at(2026, 3, 31, 21, 5):
        assert begin_reports() == 1
        assert begin_reports() == 0
    report = QuarterReport.objects.get()
    assert (report.reference, report.status, report.due_on) == (
        f"{project.reference}/2026-Q1", ReportStatus.WRITING, date(2026, 4, 30),
    )  # fmt: skip
    assert list(ReportPart.objects.values_list("side", flat=True)) == ["a", "b"]
    assert heard() == [("report_due", {"report": report, "by": None})]
    assert told(report) == [("begin_report", "", "", "")]


def test_a_missed_tick_costs_a_day(project):
    with at(2026, 5, 20, 9):
        assert begin_reports() == 1
    assert QuarterReport.objects.get().due_on == date(2026, 4, 30)


def test_only_projects_at_work_owe_one(cast):
    at_work = [make_project(cast, stage=stage) for stage in (Stage.RUNNING, Stage.SUSPENDED)]
    at_work.append(make_project(cast, stage=Stage.CLOSING, ended_on=date(2026, 3, 5)))
    make_project(cast, stage=Stage.CLOSING, ended_on=date(2026, 1, 30), started_on=date(2026, 1, 12))
    Project.objects.filter(ended_on=date(2026, 1, 30)).update(started_on=date(2025, 1, 1), ended_on=date(2025, 12, 30))
    make_project(cast, started_on=date(2026, 4, 1))
    for stage in (Stage.CONCEPT, Stage.OPINIONS, Stage.APPROVED, Stage.CLOSED):
        make_project(cast, stage=stage)
    with at(2026, 4, 2, 9):
        begin_reports()
    assert list(QuarterReport.objects.order_by("pk").values_list("project", flat=True)) == [row.pk for row in at_work]


def test_none_is_begun_twice_or_for_another_time(project):
    assert begin_report(project, year=2026, quarter=1) is not None
    assert begin_report(project, year=2026, quarter=1) is None
    assert begin_report(project, year=2025, quarter=4) is None


def test_it_is_chased_before_it_is_due_and_weekly_when_late(project, heard):
    with at(2026, 4, 1, 9):
        begin_reports()
    heard()
    times = []
    for day in range(2, 60):
        with at(2026, 4, day, 9) if day <= 30 else at(2026, 5, day - 30, 9):
            today = date(2026, 4, day) if day <= 30 else date(2026, 5, day - 30)
            if chase_reports():
                times.append(today)
    report = QuarterReport.objects.get()
    assert times[0] == date(2026, 4, 23)  # five joint working days before the 30th of April
    late = times[1:]
    assert late[0] > report.due_on
    assert {(later - earlier).days >= 7 for earlier, later in pairwise(late)} == {True}
    assert 3 <= len(late) <= 4
    assert heard() == [("report_due", {"report": report, "by": None})] * len(times)


def test_what_was_submitted_is_chased_no_more(cast, report):
    row = submitted(report, cast)
    with at(2026, 6, 10, 9):
        assert chase_reports() == 0
    QuarterReport.objects.filter(pk=row.pk).update(status=ReportStatus.WRITING, reminded_on=None)
    with at(2026, 6, 10, 9):
        assert chase_reports() == 1
    assert fresh(row).reminded_on == date(2026, 6, 10)


def test_nobody_is_chased_for_a_project_that_is_over(project, report):
    Project.objects.filter(pk=project.pk).update(stage=Stage.CANCELLED)
    with at(2026, 6, 10, 9):
        assert chase_reports() == 0
