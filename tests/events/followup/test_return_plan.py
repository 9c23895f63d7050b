"""A plan goes back with reasons, and its author edits it again."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.plans import return_plan
from tests.events.followup.conftest import submitted, told, written


def test_it_is_a_draft_again_with_the_reasons(nino, focal_ge, heard):
    plan = submitted(nino)
    heard()
    row = return_plan(plan, by=focal_ge, reason="Who pays?")
    assert (row.status, row.returned_reason, row.submitted_at) == ("draft", "Who pays?", None)
    assert heard() == [("plan_returned", {"plan": row, "by": focal_ge, "reason": "Who pays?"})]
    assert told(row)[-1] == ("return", "submitted", "draft", "focal@ge.example", "Who pays?")
    assert written(nino).status == "draft"


def test_never_without_reasons(nino, focal_ge):
    plan = submitted(nino)
    for reason in ("", " \n"):
        with pytest.raises(RefusedError, match="Give the reasons"):
            return_plan(plan, by=focal_ge, reason=reason)


def test_who_may_and_when(nino, cast, focal_ge):
    plan = submitted(nino)
    for who in ("official_ge", "officer", "contact_by"):
        with pytest.raises(PermissionDenied):
            return_plan(plan, by=cast.people[who], reason="x")
    return_plan(plan, by=focal_ge, reason="x")
    with pytest.raises(RefusedError, match="is no longer possible"):
        return_plan(plan, by=focal_ge, reason="x")
