import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from people.days import today_at
from projects.actions.directing import cancel, resume, suspend
from projects.actions.starting import finish
from projects.enums import Stage
from tests.projects.builders import START, make_project
from tests.projects.life.building import approved, fresh, told


def test_both_interrupt_it_and_let_it_go_on(project, director_by, director_kr, heard):
    suspend(project, by=director_by, reason=" The building burnt. ")
    assert (fresh(project).stage, heard()[0][0]) == (Stage.RUNNING, "project_key_turned")
    row = suspend(project, by=director_kr, reason="Agreed.")
    assert (fresh(row).stage, fresh(row).started_on) == (Stage.SUSPENDED, START)
    assert heard() == [("project_suspended", {"project": row, "by": director_kr, "reason": "Agreed."})]
    assert told(row)[0][3] == "The building burnt."
    resume(project, by=director_kr)
    row = resume(project, by=director_by)
    assert (fresh(row).stage, heard()[-1]) == (Stage.RUNNING, ("project_resumed", {"project": row, "by": director_by}))


def test_one_that_never_started_is_cancelled_without_an_end(cast, director_by, director_kr, heard):
    project = approved(cast)
    cancel(project, by=director_by, reason="No registration.")
    row = cancel(project, by=director_kr, reason="No money.")
    assert (fresh(row).stage, fresh(row).ended_on) == (Stage.CANCELLED, None)
    assert heard()[-1] == ("project_cancelled", {"project": row, "by": director_kr, "reason": "No money."})


def test_one_that_ran_is_suspended_first_and_ends_that_day(cast, project, director_by, director_kr):
    with pytest.raises(RefusedError, match="no longer possible"):
        cancel(project, by=director_by, reason="Over.")
    project = make_project(cast, stage=Stage.SUSPENDED)
    for director in (director_by, director_kr):
        row = cancel(project, by=director, reason="Over.")
    assert (row.stage, fresh(row).ended_on) == (Stage.CANCELLED, today_at(row.centre))


@pytest.mark.parametrize("act", [suspend, cancel])
def test_reasons_are_written(cast, director_by, act):
    project = make_project(cast, stage=Stage.RUNNING if act is suspend else Stage.SUSPENDED)
    with pytest.raises(RefusedError, match="Give the reasons"):
        act(project, by=director_by, reason=" ")
    assert told(project) == []


def test_only_co_directors(cast, project, leader_by, officer, official_ge):
    suspended = make_project(cast, stage=Stage.SUSPENDED)
    for person in (leader_by, officer, official_ge):
        with pytest.raises(PermissionDenied):
            suspend(project, by=person, reason="No.")
        with pytest.raises(PermissionDenied):
            resume(suspended, by=person)
        with pytest.raises(PermissionDenied):
            cancel(suspended, by=person, reason="No.")


def test_a_suspension_clears_the_keys_of_the_end(project, leader_by, leader_kr, director_by, director_kr):
    finish(project, by=leader_by)
    for director in (director_by, director_kr):
        suspend(project, by=director, reason="Stop.")
    for director in (director_by, director_kr):
        resume(project, by=director)
    assert finish(project, by=leader_kr).stage == Stage.RUNNING
