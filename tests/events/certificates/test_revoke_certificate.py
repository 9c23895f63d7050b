import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.certifying import reissue_certificate, revoke_certificate
from tests.events.followup.conftest import on, told


def test_it_is_void_from_now_on(issued, officer, heard):
    heard()
    row = revoke_certificate(issued, by=officer, reason="The attendance was marked for another person.")
    assert (row.status, row.ended_at, row.number) == ("revoked", on(2026, 10, 12), "C-E-2026-77-001")
    assert heard() == [("certificate_revoked", {"certificate": row, "by": officer, "reason": row.reason})]
    assert told(row) == [("revoke", "issued", "revoked", "officer@centre.example", row.reason)]


def test_refusals(issued, run, officer, cast):
    for who in ("director_by", "official_ge", "contact_ge", "admin_user"):
        with pytest.raises(PermissionDenied):
            revoke_certificate(issued, by=cast.people[who], reason="x")
    with pytest.raises(RefusedError, match="Give the reasons"):
        revoke_certificate(issued, by=officer, reason="")
    reissue_certificate(issued, by=officer, reason="A letter.", name="Nino Beridzé")
    with pytest.raises(RefusedError, match="Withdraw that proposal first"):
        revoke_certificate(issued, by=officer, reason="x")


def test_only_a_valid_one(run, officer):
    with pytest.raises(RefusedError, match="Only a valid certificate"):
        revoke_certificate(run.certificates.get(), by=officer, reason="x")
