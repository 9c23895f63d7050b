"""Certificates of an edition of five days that counts 80 per cent: Nino was there on all days, Tamar on three."""

from collections.abc import Callable
from typing import Any

import pytest

from events.actions.certifying import propose_certificates, sign_certificates
from events.models import Attendance, Certificate, CertificateRun
from tests.events.followup.conftest import (  # noqa: F401  the same edition and people, as fixtures
    clock,
    event,
    focal_ge,
    heard,
    knock,
    nino,
    screen,
    sergei,
    tamar,
)


@pytest.fixture
def short_stay(tamar: Any) -> Any:  # noqa: F811
    """Tamar left after three days."""
    Attendance.objects.filter(participant=tamar, day__gt="2026-10-07").delete()
    return tamar


@pytest.fixture
def run(event: Any, nino: Any, officer: Any) -> CertificateRun:  # noqa: F811
    """One certificate waits for both keys."""
    return propose_certificates(event, by=officer)


@pytest.fixture
def sign(director_by: Any, director_kr: Any) -> Callable[[CertificateRun], CertificateRun]:
    """Both keys, one after the other."""

    def both(row: CertificateRun) -> CertificateRun:
        sign_certificates(row, by=director_by)
        return sign_certificates(row, by=director_kr)

    return both


@pytest.fixture
def issued(run: CertificateRun, sign: Any) -> Certificate:
    """Nino's certificate."""
    sign(run)
    return Certificate.objects.get()


def states() -> list[tuple[Any, ...]]:
    return list(Certificate.objects.order_by("pk").values_list("participant__family_name", "number", "status"))
