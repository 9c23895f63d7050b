"""Several at the same moment: numbers stay in order, one approval counts, both keys are heard."""

from functools import partial
from typing import Any

import pytest

from core.refusal import RefusedError
from people.models import User
from projects.actions.bookkeeping import add_entry, approve_entries, reverse_entry
from projects.actions.reconciling import sign_reconciliation
from projects.enums import EntryState, SignedState
from projects.models import BudgetLine, Entry, Project, Reconciliation
from tests.at_once import at_once
from tests.projects.builders import make_entry
from tests.projects.money.conftest import DAY, written

pytestmark = pytest.mark.usefixtures("real_commits")


def test_entries_are_numbered_in_order(
    real_commits: None, project: Project, line: BudgetLine, leader_kr: User, keeper_kr: User
) -> None:
    acts = [partial(add_entry, project, by=by, side="b", **written(line)) for by in (leader_kr, keeper_kr, leader_kr)]
    found = at_once(*acts, holding=Project.objects.filter(pk=project.pk))
    assert sorted(one.number for one in found) == [1, 2, 3]


def test_one_approval_and_one_counter_entry(
    real_commits: None, project: Project, line: BudgetLine, leader_kr: User, director_kr: User, keeper_kr: User
) -> None:
    entry = make_entry(line, state=EntryState.DRAFT)
    held = Project.objects.filter(pk=project.pk)
    acts: list[Any] = [partial(approve_entries, project, by=by, entries=[entry]) for by in (leader_kr, director_kr)]
    assert [type(one) for one in at_once(*acts, holding=held)].count(RefusedError) == 1
    acts = [partial(reverse_entry, entry, by=by, on=DAY, reason="Twice") for by in (leader_kr, keeper_kr)]
    assert [type(one) for one in at_once(*acts, holding=held)].count(RefusedError) == 1
    assert Entry.objects.filter(reverses=entry).count() == 1


def test_both_keys_at_the_same_moment(
    real_commits: None, project: Project, officer: User, leader_by: User, leader_kr: User, heard: Any
) -> None:
    row = Reconciliation.objects.create(
        project=project, year=2026, quarter=1, donor="b", currency="USD", state=SignedState.PROPOSED, by=officer
    )
    acts = [partial(sign_reconciliation, row, by=by) for by in (leader_by, leader_kr)]
    at_once(*acts, holding=Reconciliation.objects.filter(pk=row.pk))
    row.refresh_from_db()
    assert row.state == SignedState.SIGNED
    assert sorted(name for name, _said in heard()) == ["reconciliation_key_turned", "reconciliation_signed"]
