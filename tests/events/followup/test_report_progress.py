"""The author says where the plan stands: once a question, late if need be, with reasons when it was dropped."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.plans import report_progress
from events.models import ActionPlan, PlanCheck
from tests.events.followup.conftest import endorsed, on, told


@pytest.fixture
def check(nino, clock):
    row = endorsed(nino).checks.get(months=3)
    clock.move_to(on(2027, 1, 11))
    PlanCheck.objects.filter(pk=row.pk).update(asked_at=on(2027, 1, 11))
    return row


def test_it_is_on_record(check, official_ge, heard):
    heard()
    row = report_progress(check, by=official_ge, progress="going_on", reason="Half done.", evidence="Order 14")
    assert (row.progress, row.reason, row.evidence, row.answered_at) == (
        "going_on",
        "Half done.",
        "Order 14",
        on(2027, 1, 11),
    )
    assert heard() == [("plan_progress_reported", {"plan": row.plan, "check": row, "by": official_ge})]
    assert told(row.plan)[-1] == ("report_progress", "", "", "official@ge.example", "")


def test_once(check, official_ge):
    report_progress(check, by=official_ge, progress="done")
    with pytest.raises(RefusedError, match="answered already"):
        report_progress(check, by=official_ge, progress="dropped", reason="x")


def test_dropped_has_reasons(check, official_ge):
    with pytest.raises(RefusedError, match="Say why the plan was dropped"):
        report_progress(check, by=official_ge, progress="dropped", reason=" ")
    assert report_progress(check, by=official_ge, progress="dropped", reason="No budget.").progress == "dropped"


def test_not_before_it_was_asked(check, official_ge):
    later = check.plan.checks.get(months=12)
    with pytest.raises(RefusedError, match="has not been asked about yet"):
        report_progress(later, by=official_ge, progress="done")


def test_only_the_author(check, cast, focal_ge):
    for who in (focal_ge, *(cast.people[name] for name in ("contact_ge", "officer", "official_by"))):
        with pytest.raises(PermissionDenied):
            report_progress(check, by=who, progress="done")
    with pytest.raises(PermissionDenied):
        report_progress(check, by=None, progress="done")  # an account signs in


def test_without_an_account_by_the_own_link(tamar, clock):
    check = endorsed(tamar).checks.get(months=3)
    clock.move_to(on(2027, 1, 20))
    row = report_progress(check, by=None, progress="done")
    assert (row.asked_at, told(ActionPlan.objects.get())[-1]) == (
        on(2027, 1, 20),
        ("report_progress", "", "", "", "Tamar Kapanadze"),
    )
