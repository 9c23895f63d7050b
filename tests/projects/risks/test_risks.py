"""Risks: raised, edited, judged anew; issues: raised, solved."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from projects.actions.risks import (
    ChangedRiskError,
    edit_issue,
    edit_risk,
    raise_issue,
    raise_risk,
    review_risk,
    solve_issue,
)
from projects.enums import IssueStatus, Owner, RiskGroup, RiskStatus, Stage, Treatment
from projects.models import Issue, Project, Risk, RiskReview
from tests.projects.builders import make_line, make_project
from tests.projects.life.building import again, fresh, told
from tests.projects.reports.quarter import make_issue, make_risk, make_task

WORDS = {
    "group": RiskGroup.LAW,
    "cause": {"en": "the decree is late"},
    "event": {"en": "equipment waits at customs"},
    "effect": {"en": "the pilot begins in winter"},
    "treatment": Treatment.REDUCE,
    "owner": Owner.BOTH,
}


def test_a_person_of_either_side_raises_a_risk(project, advisor_kr, heard):
    risk = raise_risk(project, by=advisor_kr, likelihood=3, impact=4, **WORDS)
    assert (risk.reference, risk.score, risk.before, risk.status) == (
        f"{project.reference}/R01", 12, None, RiskStatus.OPEN,
    )  # fmt: skip
    assert [(one.likelihood, one.impact, one.by) for one in risk.reviews.all()] == [(3, 4, advisor_kr)]
    assert heard() == [("risk_raised", {"risk": risk, "by": advisor_kr})]
    assert told(risk) == [("raise", "", advisor_kr.email, "")]
    assert raise_risk(project, by=advisor_kr, likelihood=1, impact=1, **WORDS).number == 2


def test_nobody_else_raises_one(project, official_ge, contact_by, leader_by):
    for user in (official_ge, contact_by):
        with pytest.raises(PermissionDenied):
            raise_risk(project, by=user, likelihood=3, impact=4, **WORDS)
        with pytest.raises(PermissionDenied):
            raise_issue(project, by=user, text={"en": "x"}, impact=1, owner=Owner.A)
    Project.objects.filter(pk=project.pk).update(stage=Stage.CLOSED, ended_on="2027-01-01")
    with pytest.raises(PermissionDenied):
        raise_risk(project, by=leader_by, likelihood=3, impact=4, **WORDS)
    assert (Risk.objects.count(), Issue.objects.count()) == (0, 0)


def test_lines_of_other_projects_are_refused(cast, project, officer):
    other = make_project(cast)
    for written in ({"task": make_task(other, "1", other.planned_start_on)}, {"line": make_line(other)}):
        with pytest.raises(RefusedError, match="of this project"):
            raise_risk(project, by=officer, likelihood=1, impact=1, **WORDS, **written)
    with pytest.raises(RefusedError, match="of this project"):
        raise_issue(project, by=officer, text={"en": "x"}, impact=1, owner=Owner.A, risk=make_risk(other))
    issue = make_issue(project)
    with pytest.raises(RefusedError, match="of this project"):
        edit_issue(issue, by=officer, seen=1, risk=make_risk(other))


def test_a_leader_edits_how_it_is_put(project, leader_kr):
    risk = make_risk(project)
    edit_risk(risk, by=leader_kr, seen=1, cause={"en": "snow falls"}, owner=Owner.A)
    assert (fresh(risk).cause, fresh(risk).owner, fresh(risk).revision) == ({"en": "snow falls"}, Owner.A, 2)
    with pytest.raises(ChangedRiskError):
        edit_risk(risk, by=leader_kr, seen=1, cause={"en": "hail"})
    assert fresh(risk).cause == {"en": "snow falls"}


def test_members_do_not_edit_it(project, official_by, official_ge):
    risk, issue = make_risk(project), make_issue(project)
    for user in (official_by, official_ge):
        with pytest.raises(PermissionDenied):
            edit_risk(risk, by=user, seen=1, cause={"en": "x"})
        with pytest.raises(PermissionDenied):
            edit_issue(issue, by=user, seen=1, impact=1)


def test_a_review_keeps_where_it_came_from(project, leader_by):
    risk = make_risk(project, 3, 4)
    row = review_risk(risk, by=leader_by, likelihood=2, impact=4, note="The tender is out.")
    assert (row.score, row.before, row.reviewed_on is None) == (8, 12, False)
    assert list(row.reviews.values_list("likelihood", "impact", "note")) == [(2, 4, "The tender is out."), (3, 4, "")]
    assert told(row) == [("review", "", leader_by.email, "The tender is out.")]


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [((3, 4), (3, 5), ["risk_moved"]), ((3, 5), (5, 5), []), ((2, 2), (3, 4), []), ((5, 5), (1, 1), [])],
)
def test_directors_hear_of_a_risk_that_becomes_high(project, officer, heard, before, after, names):
    risk = make_risk(project, *before)
    review_risk(risk, by=officer, likelihood=after[0], impact=after[1])
    assert [name for name, _said in heard()] == names


def test_its_owner_reviews_it_and_other_members_do_not(project, official_by, advisor_kr):
    mine, other = make_risk(project, person_b=advisor_kr), make_risk(project)
    assert review_risk(mine, by=advisor_kr, likelihood=1, impact=1).score == 1
    for risk, user in ((other, advisor_kr), (mine, official_by)):
        with pytest.raises(PermissionDenied):
            review_risk(risk, by=user, likelihood=1, impact=1)


@pytest.mark.parametrize("status", [RiskStatus.CLOSED, RiskStatus.OCCURRED])
def test_an_end_is_explained(project, leader_by, status):
    risk = make_risk(project)
    with pytest.raises(RefusedError, match="Say in a note"):
        review_risk(risk, by=leader_by, likelihood=1, impact=1, status=status, note="  ")
    assert review_risk(risk, by=leader_by, likelihood=1, impact=1, status=status, note="Over.").status == status
    assert review_risk(risk, by=leader_by, likelihood=2, impact=2).status == RiskStatus.OPEN


def test_a_risk_that_occurs_becomes_an_issue(project, official_by):
    risk = make_risk(project, 4, 4)
    issue = raise_issue(project, by=official_by, text={"en": "Flood"}, impact=5, owner=Owner.A, risk=risk)
    assert (issue.reference, issue.side, issue.status) == (f"{project.reference}/I01", "a", IssueStatus.OPEN)
    assert (fresh(risk).status, fresh(risk).score) == (RiskStatus.OCCURRED, 16)
    assert RiskReview.objects.filter(risk=risk, status=RiskStatus.OCCURRED, note=issue.reference).count() == 1


def test_an_officer_raises_an_issue_of_no_side(project, officer):
    assert raise_issue(project, by=officer, text={"en": "Flood"}, impact=5, owner=Owner.B).side == ""


def test_the_side_that_owes_it_solves_it(project, official_by, advisor_kr, officer):
    issue = make_issue(project, owner=Owner.A)
    with pytest.raises(PermissionDenied):
        solve_issue(issue, by=advisor_kr, solution="Not ours.")
    with pytest.raises(RefusedError, match="Say how"):
        solve_issue(issue, by=official_by, solution=" ")
    row = solve_issue(issue, by=official_by, solution="A pump was bought.")
    assert (row.status, row.solution, row.solved_on is None) == (IssueStatus.SOLVED, "A pump was bought.", False)
    for act in (
        lambda: solve_issue(issue, by=again(officer), solution="Again."),
        lambda: edit_issue(issue, by=officer, seen=2, impact=1),
    ):
        with pytest.raises(RefusedError, match="solved already"):
            act()


def test_an_issue_is_edited_by_one_at_a_time(project, leader_by):
    issue = make_issue(project)
    edit_issue(issue, by=leader_by, seen=1, text={"en": "The server is three weeks late"}, owner=Owner.B)
    assert (fresh(issue).text, fresh(issue).owner) == ({"en": "The server is three weeks late"}, Owner.B)
    with pytest.raises(ChangedRiskError):
        edit_issue(issue, by=leader_by, seen=1, impact=1)
