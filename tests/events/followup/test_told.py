"""Who is told, in which language, and where the letter leads; nobody without a reason, nobody twice."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from events.actions import certifying, owing, plans, trip_reports
from events.models import Certificate, Participant, PlanCheck, TripReport
from notifications.actions.delivering import deliver_due
from notifications.models import Notification
from tests.events.followup.conftest import SUPERIOR, endorsed, on, owed_report, submitted, written
from tests.events.followup.test_submit_trip_report import WHOLE

NINO, TAMAR, SUPERIOR_AT = "official@ge.example", "tamar@ge.example", "superior@ge.example"
FOCAL, CONTACT, OFFICER = "focal@ge.example", "contact@ge.example", "officer@centre.example"
DIRECTORS = ["director@by.example", "director@kr.example"]


@pytest.fixture
def told():
    """Who was told what since it was last asked, by kind."""

    def read():
        found = {}
        for row in Notification.objects.select_related("user").order_by("pk"):
            found.setdefault(row.kind, []).append(row.user.email if row.user else row.address)
        Notification.objects.all().delete()
        return {kind: sorted(readers) for kind, readers in found.items()}

    return read


@pytest.fixture
def letters():
    """The letters that leave now, by reader: subject, body."""

    def send():
        mail.outbox.clear()
        deliver_due()
        return {one.to[0]: (one.subject, one.body) for one in mail.outbox}

    return send


def path_in(body):
    return re.search(r"http://[^/]+(/\S+)", body).group(1)


def test_a_plan_is_wanted(event, nino, tamar, told):
    owing.open_plans(event)
    assert told() == {"plan_wanted": [NINO, TAMAR]}


def test_a_plan_on_its_way(event, nino, tamar, focal_ge, told):
    submitted(nino)
    assert told() == {"plan_submitted": [FOCAL], "plan_for_superior": [SUPERIOR_AT]}
    plan = plans.return_plan(nino.plan, by=focal_ge, reason="Who pays?")
    assert told() == {"plan_returned": [NINO]}
    plans.submit_plan(plan, by=nino.user, **SUPERIOR)
    told()
    plans.endorse_plan(plan, by=focal_ge)
    assert told() == {"plan_endorsed": [OFFICER, NINO]}
    endorsed(tamar)
    told()
    PlanCheck.objects.update(asked_at=on(2026, 10, 12))
    plans.report_progress(PlanCheck.objects.get(plan=plan, months=3), by=nino.user, progress="done")
    assert told() == {"plan_progress_reported": [FOCAL, OFFICER]}


def test_without_a_focal_point_the_contact_point(nino, told):
    submitted(nino, superior_name="", superior_email="")
    assert told() == {"plan_submitted": [CONTACT]}


def test_asked_and_asked_again(tamar, told, clock):
    check = endorsed(tamar).checks.get(months=3)
    told()
    for moment in (on(2027, 1, 11), on(2027, 1, 12), on(2027, 2, 1), on(2027, 2, 2)):
        clock.move_to(moment)
        owing.ask_progress(check)
    assert told() == {"plan_progress_asked": [TAMAR, TAMAR]}


def test_reports_of_journeys(nino, focal_ge, told, clock):
    report = owed_report(nino)
    clock.move_to(on(2026, 11, 2))
    owing.remind_of_trip_report(report)
    assert told() == {"trip_report_due_soon": [NINO]}
    clock.move_to(on(2026, 11, 9))
    owing.remind_of_trip_report(report)
    assert told() == {"trip_report_overdue": [NINO], "trip_report_overdue_at_ours": [FOCAL]}
    trip_reports.submit_trip_report(report, by=nino.user, seen=1, **WHOLE)
    assert told() == {"trip_report_submitted": [FOCAL, OFFICER]}


def test_the_officers_reminder_is_one_letter_each(event, nino, tamar, officer, told, letters):
    owing.open_plans(event)
    owing.open_trip_reports(event)
    told()
    owing.remind_follow_up(event, by=officer)
    sent = letters()
    assert sorted(sent) == [NINO, TAMAR]
    subject, body = sent[TAMAR]
    assert subject == f"E-2026-77: What is still awaited after {event.name}"
    assert "this is still awaited of you: action plan, trip report." in body
    assert path_in(body) == reverse("events:plan_by_link", args=[tamar.secret])


def test_certificates(event, nino, tamar, officer, director_by, director_kr, told, letters, screen):
    run = certifying.propose_certificates(event, by=officer)
    assert told() == {"certificates_proposed": DIRECTORS}
    certifying.sign_certificates(run, by=director_by)
    assert told() == {"certificates_key_turned": DIRECTORS[1:]}
    certifying.sign_certificates(run, by=director_kr)
    sent = letters()
    assert told() == {"certificate_issued": [NINO, TAMAR]}
    number = Certificate.objects.get(participant=tamar).number
    subject, body = sent[TAMAR]
    assert (subject, f"Its number is {number}." in body) == (f"{number}: Your certificate of attendance", True)
    path = path_in(body)
    assert path == reverse("events:certificate_pdf_by_link", args=[tamar.secret])
    assert screen(None, "certificate_pdf_by_link", tamar.secret).status_code == 200
    certifying.revoke_certificate(Certificate.objects.get(participant=tamar), by=officer, reason="Another person.")
    (subject, body) = letters()[TAMAR]
    assert (subject, "> Another person." in body) == (f"{number}: Your certificate {number} was revoked", True)
    told()
    certifying.reissue_certificate(Certificate.objects.get(participant=nino), by=officer, reason="x", name="y")
    told()
    certifying.withdraw_certificates(event.certificate_runs.get(number=2), by=officer, reason="No.")
    assert told() == {"certificates_withdrawn": DIRECTORS}


def test_the_letter_to_the_superior_opens_the_plan(tamar, letters, screen):
    Participant.objects.filter(pk=tamar.pk).update(language="ru")
    tamar.refresh_from_db()
    plan = submitted(tamar)
    _subject, body = letters()[SUPERIOR_AT]
    assert path_in(body) == reverse("events:endorse_by_link", args=[plan.secret])
    assert screen(None, "endorse_by_link", plan.secret).status_code == 200


def test_a_letter_that_has_become_pointless_is_not_sent(event, nino, tamar, letters, clock):
    """The offices in Tbilisi are closed at night: what was done meanwhile is asked for no more."""
    clock.move_to(on(2026, 10, 12, 20))
    owing.open_plans(event)
    assert letters() == {}
    for one in (nino, tamar):
        one.refresh_from_db()
    written(nino)
    submitted(tamar)
    clock.move_to(on(2026, 10, 13))
    assert sorted(letters()) == [CONTACT, NINO, SUPERIOR_AT]


def test_who_left_without_a_name_is_told_nothing(nino, told, clock):
    report = owed_report(nino)
    Participant.objects.update(anonymised_at=on(2026, 10, 12))
    trip_reports_due = TripReport.objects.get(pk=report.pk)
    clock.move_to(on(2026, 11, 9))
    assert (owing.remind_of_trip_report(trip_reports_due), told()) == (False, {})
