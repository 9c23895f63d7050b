"""A corrected name is a new certificate with both keys; the old one ends at the same moment, and says so."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.certifying import reissue_certificate, revoke_certificate, withdraw_certificates
from events.models import Certificate
from tests.events.certificates.conftest import states
from tests.events.followup.conftest import told

RIGHT = {"name": "Nino Beridze-Lomidze", "name_own": "ნინო ბერიძე", "own_language": "ka"}


def test_the_old_one_stays_valid_until_both_keys(issued, officer, sign, heard):
    heard()
    run = reissue_certificate(issued, by=officer, reason="Double name.", **RIGHT)
    new = run.certificates.get()
    assert (run.number, new.replaces, new.name, new.name_own, new.share) == (2, issued, *list(RIGHT.values())[:2], 100)
    assert heard() == [("certificates_proposed", {"run": run, "by": officer})]
    assert [state for *_name, state in states()] == ["issued", "proposed"]
    sign(run)
    issued.refresh_from_db()
    assert states() == [
        ("Beridze", "C-E-2026-77-001", "replaced"),
        ("Beridze", "C-E-2026-77-002", "issued"),
    ]
    assert issued.ended_at is not None
    assert [entry[0] for entry in told(issued)] == ["reissue", "replace"]


def test_one_revoked_by_mistake_stays_revoked(issued, officer, sign):
    revoke_certificate(issued, by=officer, reason="x")
    sign(reissue_certificate(issued, by=officer, reason="It was the other person.", name=issued.name))
    assert [state for *_name, state in states()] == ["revoked", "issued"]


def test_after_a_withdrawal_it_is_begun_again(issued, officer, sign):
    run = reissue_certificate(issued, by=officer, reason="x", name="Nina Beridze")
    withdraw_certificates(run, by=officer, reason="x")
    sign(reissue_certificate(issued, by=officer, reason="x", name="Nino Beridse"))
    assert [state for *_name, state in states()] == ["replaced", "withdrawn", "issued"]


def test_refusals(issued, officer, cast, sign):
    for who in ("director_by", "official_ge", "admin_user"):
        with pytest.raises(PermissionDenied):
            reissue_certificate(issued, by=cast.people[who], reason="x", name="y")
    for sent, sentence in (
        ({"reason": "", "name": "y"}, "Say what is corrected"),
        ({"reason": "x", "name": issued.name}, "nothing to correct"),
    ):
        with pytest.raises(RefusedError, match=sentence):
            reissue_certificate(issued, by=officer, **sent)
    run = reissue_certificate(issued, by=officer, reason="x", name="y")
    with pytest.raises(RefusedError, match="wait for both sides already"):
        reissue_certificate(issued, by=officer, reason="x", name="z")
    sign(run)
    with pytest.raises(RefusedError, match="not yet replaced"):
        reissue_certificate(issued, by=officer, reason="x", name="z")
    assert Certificate.objects.count() == 2
