import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from people.days import today_at
from projects.actions.registering import redo_registration
from projects.actions.starting import finish, start
from projects.enums import Stage
from projects.models import Deliverable
from tests.projects.builders import END, START, make_project
from tests.projects.life.building import approved, fresh, make_rule, registered, told


def test_both_leaders_start_it(cast, leader_by, leader_kr, heard):
    project = approved(cast)
    registered(project, make_rule(cast))
    row = start(project, by=leader_by)
    assert (fresh(row).stage, fresh(row).started_on) == (Stage.APPROVED, None)
    assert heard() == [("project_key_turned", {"project": row, "step": "start", "side": "a", "by": leader_by})]
    # In Seoul it is the 2nd of March already; a centre counts the days of side A.
    with time_machine.travel("2026-03-01T20:00:00Z", tick=False):
        row = start(project, by=leader_kr)
    assert (fresh(row).stage, str(fresh(row).started_on)) == (Stage.RUNNING, "2026-03-01")
    assert heard() == [("project_started", {"project": row, "by": leader_kr})]
    assert [one[:2] for one in told(row)] == [("start:key", "a"), ("start:key", "b"), ("start", "")]


def test_a_co_director_stands_in_for_the_leader_of_his_side(cast, director_by, leader_by, leader_kr):
    project = approved(cast)
    start(project, by=director_by)
    with pytest.raises(RefusedError, match="already signed"):
        start(project, by=leader_by)
    assert start(project, by=leader_kr).stage == Stage.RUNNING


def test_not_before_it_is_registered(cast, leader_by, officer):
    project, rule = approved(cast), make_rule(cast)
    with pytest.raises(RefusedError, match="on the national register"):
        start(project, by=leader_by)
    row = registered(project, rule, valid_until="2020-01-01", registered_on="2019-01-01")
    with pytest.raises(RefusedError, match="on the national register"):
        start(project, by=leader_by)
    row.delete()
    row = registered(project, rule)
    start(project, by=leader_by)
    redo_registration(row, by=officer, reason="The project has changed.")
    with pytest.raises(RefusedError, match="on the national register"):
        start(project, by=leader_by)


def test_not_without_a_leader_on_each_side(cast, director_by):
    with pytest.raises(RefusedError, match="names its project leader first"):
        start(approved(cast, leader_b=None), by=director_by)


def test_who_starts_and_ends_it(cast, officer, official_by, official_ge, leader_by):
    for person in (officer, official_by, official_ge):
        with pytest.raises(PermissionDenied):
            start(approved(cast), by=person)
        with pytest.raises(PermissionDenied):
            finish(make_project(cast), by=person)
    with pytest.raises(RefusedError, match="no longer possible"):
        start(make_project(cast), by=leader_by)
    with pytest.raises(RefusedError, match="no longer possible"):
        finish(approved(cast), by=leader_by)


def test_both_leaders_end_the_work(project, leader_by, leader_kr, heard):
    finish(project, by=leader_kr)
    assert heard()[0][1]["side"] == "b"
    row = finish(project, by=leader_by)
    assert (fresh(row).stage, fresh(row).ended_on) == (Stage.CLOSING, today_at(row.centre))
    assert heard() == [("project_finished", {"project": row, "by": leader_by})]


def test_not_while_something_owed_is_not_accepted(project, leader_by):
    Deliverable.objects.create(project=project, number=1, name={"en": "A report"}, side="b", due_on=END)
    with pytest.raises(RefusedError, match="wait for acceptance"):
        finish(project, by=leader_by)
    Deliverable.objects.update(accepted_on=START)
    finish(project, by=leader_by)
