"""The reports of the sample centre: one for everybody, one by the clock in two versions, one that waits for a key."""

import pytest

from files.models import StoredFile
from reports.models import Report, ReportSchedule
from reports.storing import read

pytestmark = pytest.mark.usefixtures("sample")


def test_one_is_published_one_waits_and_one_was_made_again():
    rows = [(one.kind, one.version, one.state, one.by is None) for one in Report.objects.order_by("pk")]
    assert rows == [
        ("centre_year", 1, "published", False),
        ("centre_quarter", 1, "made", True),
        ("advice_used", 1, "proposed", False),
        ("centre_quarter", 2, "made", False),
    ]
    assert ReportSchedule.objects.count() == 2


def test_the_annual_report_has_its_files_and_its_figures():
    annual = Report.objects.get(kind="centre_year")
    files = [(one.label, one.language) for one in StoredFile.objects.about(annual)]
    assert files == [("PDF", "en"), ("PDF", "ru"), ("PDF", "be"), ("PDF", "ko"), ("XLSX", "en")]
    assert [one.key for one in read(annual.figures).groups][:4] == ["work", "service", "advisor_days", "advice"]
