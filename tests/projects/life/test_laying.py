import pytest
from django.core.exceptions import PermissionDenied

from agreements.actions.deciding import countersign
from agreements.enums import DecisionKind, DecisionStatus
from core.refusal import RefusedError
from projects.actions.laying import approve, decline, lay
from projects.actions.submitting import withdraw
from projects.enums import RegistrationState, Stage
from tests.projects.life.building import (
    fresh,
    give,
    make_rule,
    open_decision,
    proposed,
    told,
    with_opinions,
)


def laid(cast, decision):
    return proposed(cast, Stage.COMMITTEE, decision=decision)


def test_several_projects_are_laid_with_one_decision(cast, officer, heard):
    decision = open_decision(cast, DecisionStatus.DRAFT)
    rows = [lay(with_opinions(proposed(cast), cast), by=officer, decision=decision) for _both in range(2)]
    assert [(fresh(row).stage, fresh(row).decision) for row in rows] == [(Stage.COMMITTEE, decision)] * 2
    assert heard() == [("project_laid", {"project": row, "by": officer}) for row in rows]


def test_not_before_both_sides_have_spoken(cast, officer, director_by):
    project = proposed(cast)
    give(project, "a", director_by)
    with pytest.raises(RefusedError, match="Both sides give their opinion first"):
        lay(project, by=officer, decision=open_decision(cast))


def test_only_with_a_decision_on_projects_that_is_not_taken(cast, officer):
    project = with_opinions(proposed(cast), cast)
    for decision in (open_decision(cast, DecisionStatus.REJECTED), open_decision(cast, kind=DecisionKind.BUDGET)):
        with pytest.raises(RefusedError, match="has not been taken yet"):
            lay(project, by=officer, decision=decision)


def test_nothing_is_added_to_what_a_side_has_signed(cast, officer, director_by):
    decision = open_decision(cast)
    countersign(decision, by=director_by, accepts=True)
    with pytest.raises(RefusedError, match="has signed this decision already"):
        lay(with_opinions(proposed(cast), cast), by=officer, decision=decision)
    with pytest.raises(RefusedError, match="has signed this decision already"):
        lay(laid(cast, decision), by=officer, decision=open_decision(cast))


def test_a_paper_moves_to_another_session(cast, officer, heard):
    project = laid(cast, open_decision(cast))
    other = open_decision(cast)
    heard()
    row = lay(project, by=officer, decision=other)
    assert (fresh(row).decision, [name for name, _said in heard()]) == (other, ["project_laid"])
    lay(row, by=officer, decision=other)
    assert ([one[0] for one in told(row)], heard()) == (["lay"], [])


def test_who_lays(cast, director_by, official_by, official_ge):
    for project in (with_opinions(proposed(cast), cast), laid(cast, open_decision(cast))):
        for person in (director_by, official_by, official_ge):
            with pytest.raises(PermissionDenied):
                lay(project, by=person, decision=open_decision(cast))


# --- What follows from the decision ----------------------------------------------------------------------------------


def test_the_second_key_of_the_decision_approves_all_and_opens_their_registration(
    cast, director_by, director_kr, heard
):
    rule, decision = make_rule(cast), open_decision(cast)
    projects = [laid(cast, decision) for _both in range(2)]
    beside = laid(cast, open_decision(cast))
    countersign(decision, by=director_by, accepts=True)
    assert [fresh(one).stage for one in projects] == [Stage.COMMITTEE] * 2
    heard()
    countersign(decision, by=director_kr, accepts=True)
    for row in map(fresh, projects):
        assert (row.stage, row.programme_year, row.approved_at is not None) == (Stage.APPROVED, 3, True)
        registration = row.registrations.get()
        assert (registration.rule, registration.state) == (rule, RegistrationState.PREPARING)
        assert [item.paper.name["en"] for item in registration.items.all()] == ["Paper 1", "Paper 2"]
        assert told(row) == [("approve", "", "", "")]
    assert heard() == [("project_approved", {"project": one, "by": director_kr}) for one in projects]
    assert fresh(beside).stage == Stage.COMMITTEE


def test_what_both_reject_is_not_approved(cast, director_by, director_kr, heard):
    decision = open_decision(cast)
    project = laid(cast, decision)
    for director in (director_by, director_kr):
        countersign(decision, by=director, accepts=False, reason="No.")
    assert (fresh(project).stage, heard()[-1]) == (
        Stage.DECLINED,
        ("project_declined", {"project": project, "by": director_kr}),
    )


def test_one_that_was_withdrawn_meanwhile_stays_so(cast, official_by, director_by, director_kr):
    decision = open_decision(cast)
    project = laid(cast, decision)
    withdraw(project, by=official_by, reason="No money.")
    for director in (director_by, director_kr):
        countersign(decision, by=director, accepts=True)
    assert fresh(project).stage == Stage.WITHDRAWN


def test_nothing_is_approved_without_its_decision(cast, director_by):
    project = laid(cast, open_decision(cast))
    with pytest.raises(RefusedError, match="has not adopted"):
        approve(project, by=director_by)
    with pytest.raises(RefusedError, match="has not rejected"):
        decline(project, by=director_by)
