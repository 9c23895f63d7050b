"""The difference to the last report: what rose, fell, is new, is gone."""

from datetime import date

from django.urls import reverse

from projects.actions.reports import begin_report
from projects.actions.risks import review_risk
from projects.enums import RiskStatus
from projects.freezing import freeze
from projects.models import Deliverable, Issue, RiskReview, Task
from projects.presentation.report_changes import changes
from tests.cast import sign_in
from tests.projects.builders import make_entry, make_line, make_period, make_value
from tests.projects.reports.quarter import make_issue, make_risk, verified

FIRST = (date(2026, 1, 1), date(2026, 3, 31))
SECOND = (date(2026, 4, 1), date(2026, 6, 30))


def told(groups):
    """Each group as lines of words."""
    return {one.key: [(str(row.name), row.before, row.after, str(row.word)) for row in one.rows] for one in groups}


def test_a_report_does_not_differ_from_itself(worked):
    figures = freeze(worked, *FIRST)
    assert changes(worked, figures, figures, ["a", "b"]) == []


def test_what_rose_fell_is_new_and_is_gone(worked):
    before = freeze(worked, *FIRST)
    line = worked.lines.get()
    measure = worked.results.get().measures.get()
    make_value(measure, make_period(worked, quarter=2), "9")
    second = make_line(worked, "a", amount="5000.00")
    make_entry(second, amount="40.50", on=date(2026, 5, 5))
    Deliverable.objects.filter(number=2).update(accepted_on=date(2026, 4, 9))
    Task.objects.filter(number="2").update(ends_on=date(2026, 4, 20))
    risk = worked.risks.get()
    RiskReview.objects.create(
        risk=risk, likelihood=2, impact=4, status=RiskStatus.OPEN, by=worked.author, by_name="S", on=date(2026, 5, 1)
    )
    make_risk(worked, 1, 2, raised_on=date(2026, 6, 1), cause={"en": "snow falls"})
    Issue.objects.update(status="solved", solution="x", solved_on=date(2026, 3, 5))
    make_issue(worked, raised_on=date(2026, 6, 2), text={"en": "No power"})
    now = freeze(worked, *SECOND)
    found = told(changes(worked, before, now, ["b", "a"]))
    assert found["money"][0][0].startswith("Republic of Korea")
    assert {row[3] for row in found["money"]} == {"rose", "fell"}
    assert found["lines"] == [
        (f"B{line.number:02d} Line {line.number}", "31,000.00", "31,900.00", "rose"),
        (f"B{second.number:02d} Line {second.number}", "", "40.50", "new"),
    ]
    assert [row[1:] for row in found["results"]] == [("4", "9", "rose")]
    assert found["deliverables"] == [("D2 D 2", "due on 20 Mar 2026", "accepted on 9 Apr 2026", "accepted")]
    assert found["milestones"] == [
        ("2 Point 2", "planned for 15 Apr 2026", "planned for 20 Apr 2026", "moved to a later day"),
        ("3 Point 3", "", "planned for 15 May 2026", "new"),
    ]
    assert found["risks"] == [
        ("R01 If rain falls, then the cellar floods, so paper is lost.", "4 × 4 = 16, Open", "2 × 4 = 8, Open", "fell"),
        ("R02 If snow falls, then the cellar floods, so paper is lost.", "", "1 × 2 = 2, Open", "new"),
    ]
    assert found["issues"] == [("I01 The server is late", "open", "", "gone"), ("I02 No power", "", "open", "new")]


def test_a_risk_that_was_closed_is_gone(worked, leader_by):
    before = freeze(worked, *FIRST)
    review_risk(worked.risks.get(), by=leader_by, likelihood=1, impact=1, status=RiskStatus.CLOSED, note="Over.")
    now = freeze(worked, date(2026, 10, 1), date(2026, 12, 31))
    (row,) = told(changes(worked, before, now, ["a", "b"]))["risks"]
    assert row[3] == "gone"


def test_the_page_compares_with_the_last_verified_report(cast, worked, report, client_of):
    leader = cast.people["leader_kr"]
    later = begin_report(worked, year=2026, quarter=2)
    url = reverse("projects:report_changes", args=[worked.reference, 2026, 2])
    assert sign_in(leader).get(url).context["before"] is None
    verified(report, cast)
    answer = sign_in(leader).get(url)
    assert (answer.context["before"], later is None) == (report, False)
    assert "31,900.00" in answer.content.decode()
