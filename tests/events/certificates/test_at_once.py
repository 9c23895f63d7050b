"""Two hands at the same moment: both keys issue once, and a link that was opened twice decides once."""

import pytest

from events.actions.certifying import propose_certificates, sign_certificates
from events.actions.plans import endorse_plan_by_link, return_plan_by_link
from events.models import ActionPlan, Certificate, CertificateRun
from tests.at_once import at_once
from tests.events.certificates.conftest import states
from tests.events.followup.conftest import submitted

pytestmark = pytest.mark.usefixtures("real_commits")


@pytest.fixture(autouse=True)
def clock():
    """The clock runs: threads wait for each other by it."""


def test_both_keys(event, nino, tamar, officer, director_by, director_kr):
    run = propose_certificates(event, by=officer)
    at_once(
        lambda: sign_certificates(run, by=director_by),
        lambda: sign_certificates(run, by=director_kr),
        holding=CertificateRun.objects.filter(pk=run.pk),
    )
    assert CertificateRun.objects.get().status == "accepted"
    assert states() == [
        ("Beridze", "C-E-2026-77-001", "issued"),
        ("Kapanadze", "C-E-2026-77-002", "issued"),
    ]


def test_the_same_key_twice(event, nino, officer, director_by):
    run = propose_certificates(event, by=officer)
    answers = at_once(
        *[lambda: sign_certificates(run, by=director_by)] * 2, holding=CertificateRun.objects.filter(pk=run.pk)
    )
    assert sorted(str(one) for one in answers) == sorted([str(run), "Your side has already signed."])
    assert Certificate.objects.get().status == "proposed"


def test_a_link_that_two_people_opened(nino):
    plan = submitted(nino)
    answers = at_once(
        lambda: endorse_plan_by_link(plan, secret=plan.secret, name="A"),
        lambda: return_plan_by_link(plan, secret=plan.secret, name="B", reason="No."),
        holding=ActionPlan.objects.filter(pk=plan.pk),
    )
    refused = [str(one) for one in answers if not isinstance(one, ActionPlan)]
    assert refused == ["This link has been used, or a newer version of the plan was sent since."]
    assert ActionPlan.objects.get().status in {"endorsed", "draft"}
