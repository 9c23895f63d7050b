import pytest

from core.refusal import RefusedError
from events.actions.plans import return_plan_by_link
from tests.events.followup.conftest import submitted, told


def test_with_reasons_and_the_name(nino, heard):
    plan = submitted(nino)
    heard()
    row = return_plan_by_link(plan, secret=plan.secret, name="Davit Superior", reason="No budget.")
    assert (row.status, row.returned_reason) == ("draft", "No budget.")
    assert heard() == [("plan_returned", {"plan": row, "by": None, "reason": "No budget."})]
    assert told(row)[-1] == ("return", "submitted", "draft", "", "Davit Superior: No budget.")


def test_once_and_with_reasons(nino):
    plan = submitted(nino)
    with pytest.raises(RefusedError, match="Give the reasons"):
        return_plan_by_link(plan, secret=plan.secret, name="Davit Superior", reason=" ")
    return_plan_by_link(plan, secret=plan.secret, name="Davit Superior", reason="No budget.")
    with pytest.raises(RefusedError, match="This link has been used"):
        return_plan_by_link(plan, secret=plan.secret, name="Davit Superior", reason="Again.")
