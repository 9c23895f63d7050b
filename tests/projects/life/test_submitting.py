import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from projects.actions.submitting import return_concept, submit, withdraw
from projects.completeness import completeness_of
from projects.enums import Stage
from projects.workflow import lifecycle
from tests.projects.life.building import concept, fresh, open_decision, proposed, told, with_opinions


def test_a_whole_paper_goes_to_both_sides(cast, official_by, heard):
    project = concept(cast)
    row = submit(project, by=official_by)
    assert (fresh(row).stage, row.submitted_at is not None) == (Stage.OPINIONS, True)
    assert heard() == [("project_submitted", {"project": row, "by": official_by})]
    assert told(row) == [("submit", "", official_by.email, "")]


def test_what_is_missing_is_said(cast, official_by):
    project = concept(cast, name={"en": "One"}, objective={}, agreement=None, asked_a=None, asked_b=None)
    with pytest.raises(RefusedError) as refusal:
        submit(project, by=official_by)
    assert [gap.part for gap in completeness_of(project).gaps] == ["name", "agreement", "objective", "asked_a"]
    assert "Say what is to be different at the end." in str(refusal.value.message)
    assert fresh(project).stage == Stage.CONCEPT


def test_who_submits_and_when(cast, officer, director_by, official_ge, official_by):
    for person in (officer, director_by, official_ge):
        with pytest.raises(PermissionDenied):
            submit(concept(cast), by=person)
    with pytest.raises(RefusedError, match="no longer possible"):
        submit(proposed(cast), by=official_by)


def test_a_return_begins_the_next_round(cast, officer, official_by, heard):
    project = with_opinions(proposed(cast), cast)
    assert lifecycle.steps["lay"].held_up(project) == ""
    row = return_concept(project, by=officer, reason=" Add figures. ")
    assert heard() == [("project_returned", {"project": row, "reason": "Add figures.", "by": officer})]
    assert told(row) == [("return", "", officer.email, "Add figures.")]
    assert (row.stage, row.opinion_round, row.opinions.count()) == (Stage.CONCEPT, 2, 2)
    row = submit(row, by=official_by)
    assert lifecycle.steps["lay"].held_up(row) == "Both sides give their opinion first."


def test_the_committee_may_send_a_paper_back_and_its_decision_lets_go_of_it(cast, officer):
    project = proposed(cast, Stage.COMMITTEE, decision=open_decision(cast))
    row = return_concept(project, by=officer, reason="Cheaper.")
    assert (fresh(row).decision, row.opinion_round) == (None, 2)


def test_a_return_has_reasons_and_is_the_officers(cast, officer, director_by, official_by):
    project = proposed(cast)
    with pytest.raises(RefusedError, match="Give the reasons"):
        return_concept(project, by=officer, reason="  ")
    for person in (director_by, official_by):
        with pytest.raises(PermissionDenied):
            return_concept(project, by=person, reason="No.")
    with pytest.raises(RefusedError, match="no longer possible"):
        return_concept(proposed(cast, Stage.DECLINED), by=officer, reason="No.")


def test_a_paper_that_nobody_read_is_withdrawn_without_reasons(cast, official_by, heard):
    row = withdraw(concept(cast), by=official_by)
    assert (row.stage, heard()) == (Stage.WITHDRAWN, [("project_withdrawn", {"project": row, "by": official_by})])


def test_one_that_both_sides_read_has_reasons(cast, official_by, officer, leader_kr):
    project = proposed(cast, Stage.COMMITTEE, decision=open_decision(cast))
    with pytest.raises(RefusedError, match="both sides have read"):
        withdraw(project, by=official_by)
    with pytest.raises(PermissionDenied):
        withdraw(project, by=officer, reason="No.")
    row = withdraw(project, by=leader_kr, reason="No money.")
    assert (fresh(row).stage, fresh(row).decision, told(row)[-1][3]) == (Stage.WITHDRAWN, None, "No money.")
