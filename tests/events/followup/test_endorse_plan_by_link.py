"""The superior has no account: a link opens the plan, once, and the journal keeps the name that was typed."""

import pytest

from core.refusal import RefusedError
from events.actions.plans import endorse_plan, endorse_plan_by_link
from events.models import ActionPlan
from tests.events.followup.conftest import submitted, told


def test_the_name_typed_stands_on_the_plan(nino, heard):
    plan = submitted(nino)
    heard()
    row = endorse_plan_by_link(plan, secret=plan.secret, name="Davit Superior")
    assert (row.status, row.endorsed_by_name, row.checks.count()) == ("endorsed", "Davit Superior", 3)
    assert heard() == [("plan_endorsed", {"plan": row, "by": None})]
    assert told(row)[-1] == ("endorse", "submitted", "endorsed", "", "Davit Superior")


def test_the_link_works_once(nino, focal_ge):
    plan = submitted(nino)
    endorse_plan(plan, by=focal_ge)
    with pytest.raises(RefusedError, match="This link has been used"):
        endorse_plan_by_link(plan, secret=plan.secret, name="Davit Superior")


def test_another_secret_opens_nothing(nino):
    plan = submitted(nino)
    for secret in ("", "x" * 32, nino.secret):
        with pytest.raises(RefusedError, match="This link has been used"):
            endorse_plan_by_link(plan, secret=secret, name="Davit Superior")
    assert ActionPlan.objects.get().status == "submitted"


def test_a_name_is_needed(nino):
    plan = submitted(nino)
    with pytest.raises(RefusedError, match="Write your name"):
        endorse_plan_by_link(plan, secret=plan.secret, name="  ")
