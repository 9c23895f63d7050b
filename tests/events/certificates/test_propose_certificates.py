import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.certifying import lines_of, propose_certificates, revoke_certificate
from events.models import Attendance, Certificate, Event, Participant
from tests.events.certificates.conftest import states
from tests.events.followup.conftest import told


def test_those_who_were_there_long_enough(event, nino, short_stay, officer, heard):
    Participant.objects.filter(pk=nino.pk).update(given_name_own="ნინო", family_name_own="ბერიძე", own_language="ka")
    assert [(line.participant.pk, line.presence.share, line.is_enough) for line in lines_of(event)] == [
        (nino.pk, 100, True),
        (short_stay.pk, 60, False),
    ]
    heard()
    run = propose_certificates(event, by=officer)
    one = Certificate.objects.get()
    assert (run.number, run.status, states()) == (1, "proposed", [("Beridze", None, "proposed")])
    assert (one.name, one.name_own, one.own_language, one.days_attended, one.share) == (
        "Nino Beridze",
        "ნინო ბერიძე",
        "ka",
        5,
        100,
    )
    assert heard() == [("certificates_proposed", {"run": run, "by": officer})]
    assert told(run) == [("propose", "", "proposed", "officer@centre.example", "")]


def test_one_proposal_at_a_time(event, run, tamar, officer):
    with pytest.raises(RefusedError, match="wait for both sides already"):
        propose_certificates(event, by=officer)


def test_nobody_new(event, issued, officer):
    with pytest.raises(RefusedError, match="Nobody without a certificate"):
        propose_certificates(event, by=officer)


def test_who_came_late_is_in_the_next_run(event, issued, tamar, officer, sign):
    run = propose_certificates(event, by=officer)
    assert (run.number, states()) == (2, [("Beridze", "C-E-2026-77-001", "issued"), ("Kapanadze", None, "proposed")])
    sign(run)
    assert states()[1] == ("Kapanadze", "C-E-2026-77-002", "issued")


def test_what_was_revoked_is_not_proposed_again(event, issued, officer):
    revoke_certificate(issued, by=officer, reason="He was never there.")
    assert lines_of(event) == []


def test_who_has_no_place_or_no_name_gets_none(event, nino, tamar, officer):
    Participant.objects.filter(pk=nino.pk).update(status="withdrawn")
    Participant.objects.filter(pk=tamar.pk).update(anonymised_at="2026-10-10T00:00Z")
    assert (lines_of(event), Attendance.objects.count()) == ([], 10)


def test_officers_of_an_announced_event(event, nino, cast, officer):
    for who in ("director_by", "director_kr", "contact_ge", "official_ge", "admin_user"):
        with pytest.raises(PermissionDenied):
            propose_certificates(event, by=cast.people[who])
    Event.objects.update(status="cancelled")
    with pytest.raises(PermissionDenied):
        propose_certificates(event, by=officer)
    assert Certificate.objects.count() == 0
