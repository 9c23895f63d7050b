"""Two keys, by hand: the second issues and numbers."""

import pytest
from django.core.exceptions import PermissionDenied

from core.models import Silence
from core.refusal import RefusedError
from events.actions.certifying import sign_certificates
from events.models import Certificate
from tests.events.certificates.conftest import states
from tests.events.followup.conftest import on, told


def test_the_second_key_issues(event, nino, tamar, run, director_by, director_kr, heard):
    heard()
    row = sign_certificates(run, by=director_kr)
    assert (row.status, states()[0]) == ("proposed", ("Beridze", None, "proposed"))
    assert heard() == [("certificates_key_turned", {"run": row, "side": "b", "by": director_kr})]
    row = sign_certificates(run, by=director_by)
    one, other = Certificate.objects.order_by("pk")
    assert (row.status, row.signed_at, one.issued_at) == ("accepted", on(2026, 10, 12), on(2026, 10, 12))
    assert states() == [
        ("Beridze", "C-E-2026-77-001", "issued"),
        ("Kapanadze", "C-E-2026-77-002", "issued"),
    ]
    assert heard() == [("certificates_issued", {"run": row, "certificates": [one, other], "by": director_by})]
    assert [entry[0] for entry in told(row)] == ["propose", "sign:key", "sign:key", "sign"]


def test_silence_never_signs(run):
    assert Silence.objects.count() == 0


def test_once_a_side_and_co_directors_only(run, cast, director_by):
    for who in ("officer", "official_ge", "contact_by", "admin_user", "advisor_kr"):
        with pytest.raises(PermissionDenied):
            sign_certificates(run, by=cast.people[who])
    sign_certificates(run, by=director_by)
    with pytest.raises(RefusedError, match="Your side has already signed"):
        sign_certificates(run, by=director_by)


def test_what_was_signed_is_not_signed_again(issued, director_by):
    with pytest.raises(RefusedError, match="is no longer possible"):
        sign_certificates(issued.run, by=director_by)
