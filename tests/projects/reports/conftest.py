"""A project with a quarter behind it: money, a value, a deliverable, points of the schedule, a risk; and its report."""

from datetime import date

import pytest

from projects.actions.reports import begin_report
from projects.models import Project, QuarterReport
from tests.projects.builders import make_entry, make_line, make_measure, make_period, make_target, make_value
from tests.projects.reports.quarter import make_quarter_of_work


@pytest.fixture
def report(project: Project) -> QuarterReport:
    """The report of the first quarter of 2026, begun, with a part for each side."""
    found = begin_report(project, year=2026, quarter=1)
    assert found is not None
    return found


@pytest.fixture
def worked(project: Project) -> Project:
    """The same project with what happened in its first quarter."""
    line = make_line(project, "b")
    make_entry(line, amount="31000.00", on=date(2026, 2, 10))
    make_entry(line, amount="900.00", on=date(2026, 4, 10))  # of the next quarter
    measure = make_measure(project)
    quarter = make_period(project)
    make_target(measure, quarter, "10")
    make_value(measure, quarter, "4")
    make_quarter_of_work(project)
    return project
