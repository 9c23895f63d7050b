import pytest
from django.core.exceptions import PermissionDenied

from core.models import Signature
from core.refusal import RefusedError
from events.actions.certifying import propose_certificates, sign_certificates, withdraw_certificates
from tests.events.certificates.conftest import states


def test_keys_are_cleared_and_the_next_run_begins(event, run, officer, director_by, heard, sign):
    sign_certificates(run, by=director_by)
    heard()
    row = withdraw_certificates(run, by=officer, reason="A name is wrong.")
    assert (row.status, states()) == ("withdrawn", [("Beridze", None, "withdrawn")])
    assert heard() == [("certificates_withdrawn", {"run": row, "by": officer, "reason": "A name is wrong."})]
    assert Signature.objects.get().cleared_at is not None
    sign(propose_certificates(event, by=officer))
    assert states() == [("Beridze", None, "withdrawn"), ("Beridze", "C-E-2026-77-001", "issued")]


def test_with_reasons_by_officers_and_before_both_keys(run, officer, director_by, sign):
    with pytest.raises(RefusedError, match="Give the reasons"):
        withdraw_certificates(run, by=officer, reason=" ")
    with pytest.raises(PermissionDenied):
        withdraw_certificates(run, by=director_by, reason="x")
    sign(run)
    with pytest.raises(RefusedError, match="is no longer possible"):
        withdraw_certificates(run, by=officer, reason="x")
