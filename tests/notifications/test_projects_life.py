"""Who is told of projects on their way, and what never leaves with a letter."""

from datetime import date

import pytest

from people.enums import Function, Side
from projects import signals
from projects.actions.checking import answer_check, ask_check
from projects.actions.closing import close
from projects.actions.directing import cancel, resume, suspend
from projects.actions.laying import lay
from projects.actions.leading import name_leader
from projects.actions.noting import write_note
from projects.actions.opinions import give_opinion
from projects.actions.registering import (
    file_registration,
    open_registrations,
    remind_of_registration,
    return_registration,
)
from projects.actions.starting import finish, start
from projects.actions.submitting import return_concept, submit, withdraw
from projects.enums import Stage
from projects.models import PostCheck, Project
from tests.practices.conftest import somebody
from tests.projects.builders import END, make_leader, make_project
from tests.projects.life.building import (
    BOTH_WORDS,
    approved,
    concept,
    make_rule,
    open_decision,
    proposed,
    with_opinions,
)

A, B = "director@by.example", "director@kr.example"
OFFICER, AUTHOR = "officer@centre.example", "official@by.example"


@pytest.fixture
def leader_by(cast):
    return make_leader(cast, "leader_by", "services_by", Side.A, language="ru")


@pytest.fixture
def leader_kr(cast):
    return make_leader(cast, "leader_kr", "nia", Side.B, language="ko")


@pytest.fixture
def focal_kr(cast):
    return somebody(cast, "focal_kr", "nia", Function.FOCAL_POINT, language="ko")


def test_a_submission_asks_both_sides(cast, official_by, told):
    submit(concept(cast), by=official_by)
    assert told() == {"project_submitted": sorted([A, B, OFFICER])}


def test_reasons_of_a_return_go_to_the_writers(cast, officer, focal_kr, told, letters):
    return_concept(proposed(cast), by=officer, reason="Add the audit.")
    assert told() == {"project_returned": sorted([AUTHOR, focal_kr.email])}
    assert "Add the audit." in letters()[AUTHOR].body


def test_an_opinion_is_told_without_its_words(cast, director_by, told, letters):
    give_opinion(proposed(cast), by=director_by, verdict="objects", text=BOTH_WORDS)
    assert told() == {"opinion_given": sorted([B, OFFICER])}
    assert BOTH_WORDS["en"] not in letters()[B].body


def test_to_the_committee_and_back_out(cast, officer, official_by, told, quiet, letters):
    project = lay(with_opinions(proposed(cast), cast), by=officer, decision=open_decision(cast))
    assert told() == {"project_laid": sorted([A, B, AUTHOR])}
    quiet()
    withdraw(project, by=official_by, reason="No money.")
    assert told() == {"project_withdrawn": sorted([A, B, OFFICER])}
    assert "No money." in letters()[A].body


def test_a_paper_that_nobody_read_is_withdrawn_in_silence(cast, official_by, told):
    withdraw(concept(cast), by=official_by)
    assert told() == {}


def test_what_the_committee_decided(cast, director_by, director_kr, focal_kr, leader_by, leader_kr, told, quiet):
    project = approved(cast)
    signals.project_approved.send(Project, project=project, by=director_by)
    people = [AUTHOR, focal_kr.email, leader_by.email, leader_kr.email, OFFICER]
    assert told() == {"project_approved": sorted(people)}
    quiet()
    declined = proposed(cast, Stage.DECLINED)
    signals.project_declined.send(Project, project=declined, by=director_kr)
    assert told() == {"project_declined": sorted([AUTHOR, focal_kr.email])}


def test_a_leader_and_the_other_one_are_told(cast, officer, leader_by, leader_kr, told):
    name_leader(proposed(cast, leader_b=leader_kr), by=officer, side="a", leader=leader_by)
    assert told() == {"leader_named": [leader_by.email], "other_leader_named": [leader_kr.email]}


def test_keys_of_leaders_and_of_directors(cast, leader_by, leader_kr, director_by, director_kr, told, quiet):
    project = start(approved(cast), by=leader_by)
    assert told() == {"project_key_turned": [leader_kr.email]}
    quiet()
    project = start(project, by=leader_kr)
    assert told() == {"project_started": sorted([leader_by.email, A, B, OFFICER])}
    quiet()
    project = suspend(project, by=director_by, reason="Fire.")
    assert told() == {"project_key_turned": [B]}
    quiet()
    project = suspend(project, by=director_kr, reason="Agreed, fire.")
    assert told() == {"project_suspended": sorted([leader_by.email, leader_kr.email, A, OFFICER])}


def test_reasons_of_the_last_key_stand_in_the_letter(cast, director_by, director_kr, leader_by, told, quiet, letters):
    project = make_project(cast, stage=Stage.SUSPENDED)
    cancel(project, by=director_by, reason="First.")
    quiet()
    cancel(project, by=director_kr, reason="Second.")
    assert list(told()) == ["project_cancelled"]
    assert "Second." in letters()[leader_by.email].body


def test_the_way_to_the_close(cast, leader_by, leader_kr, director_by, director_kr, told, quiet):
    project = make_project(cast, stage=Stage.SUSPENDED)
    resume(project, by=director_by)
    quiet()
    project = resume(project, by=director_kr)
    assert told() == {"project_resumed": sorted([leader_by.email, leader_kr.email, A, OFFICER])}
    finish(project, by=leader_by)
    quiet()
    project = finish(project, by=leader_kr)
    assert told() == {"project_finished": sorted([A, B, OFFICER])}
    close(project, by=director_by)
    quiet()
    close(project, by=director_kr)
    assert told() == {"project_closed": sorted([leader_by.email, leader_kr.email, OFFICER])}


def test_a_registration_and_a_missing_one(cast, officer, leader_by, leader_kr, told, quiet, letters):
    make_rule(cast, papers=0)
    project = approved(cast)
    [row] = open_registrations(project)
    row = file_registration(row, by=officer, filed_on=date(2026, 1, 5))
    quiet()
    return_registration(row, by=officer, reason="The stamp is missing.")
    assert told() == {"project_registration_moved": sorted([leader_by.email, leader_kr.email])}
    assert "The stamp is missing." in letters()[leader_kr.email].body
    quiet()
    project.approved_at = project.approved_at.replace(year=project.approved_at.year - 1)
    project.save()
    remind_of_registration(project)
    assert told() == {"project_registration_missing": sorted([leader_by.email, leader_kr.email, OFFICER])}


def test_after_the_close_a_side_is_asked_and_the_other_hears_the_answer(
    cast, leader_by, leader_kr, focal_kr, told, quiet
):
    project = make_project(cast, stage=Stage.CLOSED, ended_on=END)
    check = PostCheck.objects.create(project=project, years=1, side="b", due_on=date(2026, 1, 1))
    check = ask_check(check)
    assert told() == {"project_check_asked": sorted([leader_kr.email, focal_kr.email])}
    quiet()
    answer_check(check, by=leader_kr, still_used=True, text={"en": "In use."})
    assert told() == {"project_check_answered": sorted([leader_by.email, OFFICER])}


def test_of_a_note_nobody_hears(project_of_both, leader_by, told):
    write_note(project_of_both, by=leader_by, text="Ours alone.")
    assert told() == {}


@pytest.fixture
def project_of_both(cast):
    return make_project(cast)
