"""A complete plan goes to somebody who may endorse it, and never to its author."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.plans import return_plan, submit_plan, write_plan
from events.models import Participant
from tests.events.followup.conftest import SUPERIOR, submitted, told, written


def test_it_lies_with_the_superior(nino, official_ge, heard, clock):
    plan = written(nino)
    heard()
    row = submit_plan(plan, by=official_ge, **SUPERIOR)
    assert (row.status, row.submitted_at is not None, row.secret != plan.secret) == ("submitted", True, True)
    assert heard() == [("plan_submitted", {"plan": row, "by": official_ge})]
    nino.refresh_from_db()
    assert (nino.superior_name, nino.superior_email) == ("Davit Superior", "superior@ge.example")
    assert told(row)[1:] == [("submit", "draft", "submitted", "official@ge.example", "")]


def test_what_is_missing_is_said(nino, official_ge, heard):
    plan = write_plan(nino, by=official_ge, seen=1, language="en", title="Only a title")
    with pytest.raises(RefusedError) as refused:
        submit_plan(plan, by=official_ge, **SUPERIOR)
    assert refused.value.message == (
        "Describe the problem. Write the objective. Name at least one activity."
        " Write the expected results, and how they are measured."
    )
    plan.refresh_from_db()
    assert (plan.status, heard()) == ("draft", [])


def test_nobody_endorses_the_own_plan(nino, official_ge):
    plan = written(nino)
    for address in ("Official@GE.example", nino.email):
        with pytest.raises(RefusedError, match="nobody endorses the own plan"):
            submit_plan(plan, by=official_ge, superior_name="Me", superior_email=address)


def test_without_a_delegation_the_superior_is_needed(nino, official_ge):
    Participant.objects.filter(pk=nino.pk).update(delegation=None)
    with pytest.raises(RefusedError, match="nobody else can endorse"):
        submit_plan(written(nino), by=official_ge, superior_name="", superior_email="")


def test_a_focal_point_is_enough(nino, official_ge):
    assert submit_plan(written(nino), by=official_ge, superior_name="", superior_email="").status == "submitted"


def test_only_the_author_and_once(nino, cast, official_ge):
    plan = written(nino)
    for who in ("contact_ge", "officer", "director_kr", "official_by"):
        with pytest.raises(PermissionDenied):
            submit_plan(plan, by=cast.people[who], **SUPERIOR)
    submit_plan(plan, by=official_ge, **SUPERIOR)
    with pytest.raises(RefusedError, match="Only a draft is edited"):
        submit_plan(plan, by=official_ge, **SUPERIOR)


def test_by_the_own_link_the_journal_keeps_the_name(tamar):
    assert told(submitted(tamar))[-1] == ("submit", "draft", "submitted", "", "Tamar Kapanadze")


def test_sent_again_the_old_link_opens_nothing(nino, contact_ge, official_ge):
    first = submitted(nino)
    returned = return_plan(first, by=contact_ge, reason="Name the owner.")
    second = submit_plan(returned, by=official_ge, **SUPERIOR)
    assert (second.secret != first.secret, second.returned_reason) == (True, "")
