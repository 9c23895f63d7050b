"""Both leaders at the same moment: threads, connections, real commits."""

import pytest

from projects.actions.reports import object_to_report, sign_report
from projects.enums import ReportStatus
from projects.models import QuarterReport
from tests.at_once import at_once
from tests.projects.life.building import fresh, told
from tests.projects.reports.quarter import verified

pytestmark = pytest.mark.usefixtures("real_commits")


def test_both_leaders_sign_exactly_once(cast, report):
    row = verified(report, cast)
    answers = at_once(
        lambda: sign_report(row, by=cast.people["leader_by"]),
        lambda: sign_report(row, by=cast.people["leader_kr"]),
        holding=QuarterReport.objects.filter(pk=row.pk),
    )
    assert sorted(one.status for one in answers) == [ReportStatus.SIGNED, ReportStatus.VERIFIED]
    assert [one[0] for one in told(row)].count("sign") == 1


def test_a_key_and_an_objection(cast, report):
    row = verified(report, cast)
    sign_report(row, by=cast.people["leader_by"])
    answers = at_once(
        lambda: sign_report(row, by=cast.people["leader_kr"]),
        lambda: object_to_report(row, by=cast.people["director_kr"], reason="No."),
        holding=QuarterReport.objects.filter(pk=row.pk),
    )
    assert sorted(type(one).__name__ for one in answers) == ["QuarterReport", "RefusedError"]
    assert bool(fresh(row).figures) == (fresh(row).status == ReportStatus.SIGNED)
