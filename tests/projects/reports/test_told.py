"""Who is told of reports and risks, in which language, and where a letter leads."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from notifications.actions.delivering import deliver_due
from notifications.models import Notification
from projects.actions.reports import object_to_report, return_report, sign_report, submit_report, verify_report
from projects.actions.risks import raise_risk, review_risk
from projects.models import QuarterReport
from projects.tasks.reports import begin_reports, chase_reports
from tests.projects.reports.quarter import make_risk, write
from tests.projects.risks.test_risks import WORDS


def told() -> dict[str, list[str]]:
    """Each message since it was last asked, with those who got it."""
    found: dict[str, list[str]] = {}
    for row in Notification.objects.select_related("user").order_by("pk"):
        found.setdefault(row.kind, []).append(row.user.email)
    Notification.objects.all().delete()
    return {kind: sorted(emails) for kind, emails in found.items()}


def emails(*people) -> list[str]:
    return sorted(one.email for one in people)


def test_a_report_on_its_way(cast, report, officer, leader_by, leader_kr, director_by, director_kr):
    assert told() == {"report_due": emails(leader_by, leader_kr)}
    for side in "ab":
        write(report, side, cast)
    submit_report(report, by=leader_by)
    assert told() == {"report_submitted": emails(officer)}
    return_report(report, by=officer, reason="March is missing.")
    assert told() == {"report_returned": emails(leader_by, leader_kr)}
    submit_report(report, by=leader_kr)
    told()
    verify_report(report, by=officer)
    assert told() == {"report_verified": emails(leader_by, leader_kr)}
    sign_report(report, by=leader_by)
    assert told() == {"report_key_turned": emails(leader_kr)}
    object_to_report(report, by=leader_kr, reason="Not ours.")
    assert told() == {"report_returned": emails(leader_by)}
    submit_report(report, by=leader_kr)
    verify_report(report, by=officer)
    sign_report(report, by=leader_kr)
    told()
    sign_report(report, by=leader_by)
    assert told() == {"report_signed": emails(leader_kr, director_by, director_kr, officer)}


def test_co_directors_stand_in_where_nobody_leads(project, director_by, leader_kr):
    project.leader_a = None
    project.save()
    with time_machine.travel(datetime(2026, 4, 1, 9, tzinfo=UTC)):
        begin_reports()
    assert told() == {"report_due": emails(director_by, leader_kr)}


def test_each_reminder_is_told_once(project, leader_by, leader_kr):
    both = {"report_due": emails(leader_by, leader_kr)}
    for day, said in (
        (datetime(2026, 4, 1, 9, tzinfo=UTC), both),
        (datetime(2026, 4, 22, 9, tzinfo=UTC), {}),
        (datetime(2026, 4, 23, 9, tzinfo=UTC), both),
        (datetime(2026, 4, 23, 10, tzinfo=UTC), {}),
        (datetime(2026, 4, 30, 9, tzinfo=UTC), {}),
        (datetime(2026, 5, 4, 9, tzinfo=UTC), both),
    ):
        with time_machine.travel(day, tick=False):
            begin_reports()
            chase_reports()
            assert (day, told()) == (day, said)


def test_a_letter_leads_to_the_report(client_of, cast, report, officer, leader_by):
    for side in "ab":
        write(report, side, cast)
    submit_report(report, by=leader_by)
    leader_by.language = "ru"
    leader_by.save()
    mail.outbox.clear()
    return_report(QuarterReport.objects.get(pk=report.pk), by=officer, reason="Нет марта.")
    deliver_due()
    (letter,) = [one for one in mail.outbox if leader_by.email in one.to]
    assert ("Нет марта." in letter.body, "Открыть на портале" in letter.body) == (True, True)
    row = Notification.objects.get(user=leader_by, kind="report_returned")
    opened = client_of(leader_by).get(reverse("notifications:open", args=[row.pk]))
    assert opened["Location"] == report.get_absolute_url()


def test_a_risk_is_told_to_leaders_and_owners(client_of, project, official_by, advisor_kr, leader_by, leader_kr):
    risk = raise_risk(project, by=official_by, likelihood=2, impact=2, **WORDS, person_b=advisor_kr)
    mail.outbox.clear()
    deliver_due()
    (letter,) = [one for one in mail.outbox if leader_by.email in one.to]
    assert "If the decree is late, then equipment waits at customs" in letter.body
    row = Notification.objects.get(user=advisor_kr)
    assert (
        client_of(advisor_kr).get(reverse("notifications:open", args=[row.pk]))["Location"] == risk.get_absolute_url()
    )
    assert told() == {"risk_raised": emails(leader_by, leader_kr, advisor_kr)}


@pytest.mark.parametrize(("likelihood", "is_told"), [(5, True), (4, False)])
def test_directors_are_told_when_it_becomes_high(
    project, officer, leader_by, leader_kr, director_by, director_kr, likelihood, is_told
):
    review_risk(make_risk(project, 3, 3), by=officer, likelihood=likelihood, impact=3)
    expected = {"risk_moved": emails(leader_by, leader_kr, director_by, director_kr)}
    assert told() == (expected if is_told else {})
