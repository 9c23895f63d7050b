from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from core.refusal import RefusedError
from files.actions import store
from files.policies import readable_by
from people.days import today_at
from projects.actions.registering import (
    add_paper,
    begin_registration,
    enter_registration,
    file_registration,
    open_registrations,
    redo_registration,
    refuse_registration,
    remind_of_registration,
    remove_paper,
    return_registration,
    tick_item,
)
from projects.enums import RegistrationState, Stage
from projects.models import Registration, RegistrationPaper
from projects.tasks.life import remind_of_registrations
from tests.projects.builders import make_project
from tests.projects.life.building import approved, fresh, make_rule, registered, told


@pytest.fixture
def registration(cast):
    make_rule(cast)
    [opened] = open_registrations(approved(cast))
    return opened


def filed(registration, by):
    for item in registration.items.all():
        tick_item(item, by=by, is_ready=True)
    return file_registration(registration, by=by, filed_on=today_at(registration.project.centre))


def letter(by, name="letter.txt"):
    return store(SimpleUploadedFile(name, b"Covering letter"), by=by)


def test_paper_by_paper_to_the_register(registration, leader_by, officer, heard):
    today = today_at(registration.project.centre)
    first, second = registration.items.all()
    row = tick_item(first, by=leader_by, is_ready=True, note=" Two  copies ")
    assert (row.is_ready, row.ready_on, row.note, row.by) == (True, today, "Two copies", leader_by)
    with pytest.raises(RefusedError, match="not ready yet: Paper 2"):
        file_registration(registration, by=leader_by, filed_on=today)
    tick_item(second, by=leader_by, is_ready=True)
    row = file_registration(registration, by=leader_by, filed_on=today)
    assert heard() == [("registration_moved", {"registration": row, "by": leader_by})]
    row = enter_registration(row, by=officer, number=" 2/26/7 ", registered_on=today)
    assert (fresh(row).state, row.number, row.stands(today)) == (RegistrationState.REGISTERED, "2/26/7", True)
    assert [one[0] for one in told(row)] == ["file", "enter"]


def test_a_pack_that_came_back_is_filed_again(registration, officer):
    row = return_registration(filed(registration, officer), by=officer, reason="The passport is missing.")
    assert (row.state, row.note) == (RegistrationState.RETURNED, "The passport is missing.")
    tick_item(row.items.first(), by=officer, is_ready=True, note="New passport")
    row = file_registration(row, by=officer, filed_on=today_at(row.project.centre))
    assert (row.state, row.note) == (RegistrationState.FILED, "")


def test_after_a_refusal_everything_is_looked_at_anew(registration, officer):
    row = refuse_registration(filed(registration, officer), by=officer, reason="Not in the plan.")
    RegistrationPaper.objects.create(rule=row.rule, position=9, name={"en": "New paper"})
    row = redo_registration(row, by=officer, reason="It is in the plan now.")
    assert (row.state, [(str(one.paper), one.is_ready) for one in row.items.all()]) == (
        RegistrationState.PREPARING,
        [("Paper 1", False), ("Paper 2", False), ("New paper", False)],
    )


def test_each_has_reasons(registration, officer):
    row = filed(registration, officer)
    for act in (return_registration, refuse_registration):
        with pytest.raises(RefusedError, match="reasons of the authority"):
            act(row, by=officer, reason=" ")
    row = enter_registration(row, by=officer, number="1", registered_on=today_at(row.project.centre))
    with pytest.raises(RefusedError, match="Say why"):
        redo_registration(row, by=officer, reason="")


def test_days_are_in_order(registration, officer):
    today = today_at(registration.project.centre)
    for item in registration.items.all():
        tick_item(item, by=officer, is_ready=True)
    with pytest.raises(RefusedError, match="lies ahead"):
        file_registration(registration, by=officer, filed_on=today + timedelta(days=1))
    row = file_registration(registration, by=officer, filed_on=today)
    for day, sentence in ((today + timedelta(days=1), "lies ahead"), (today - timedelta(days=1), "before its papers")):
        with pytest.raises(RefusedError, match=sentence):
            enter_registration(row, by=officer, number="1", registered_on=day)
    with pytest.raises(RefusedError, match="run out before it begins"):
        enter_registration(row, by=officer, number="1", registered_on=today, valid_until=today - timedelta(days=1))
    with pytest.raises(RefusedError, match="has a number"):
        enter_registration(row, by=officer, number="  ", registered_on=today)


def test_what_is_filed_stays_as_it_is(registration, officer):
    row = filed(registration, officer)
    with pytest.raises(RefusedError, match="lies with the authority"):
        tick_item(row.items.first(), by=officer, is_ready=False)
    with pytest.raises(RefusedError, match="lies with the authority"):
        add_paper(row.items.first(), by=officer, document=letter(officer))
    with pytest.raises(RefusedError, match="no longer possible"):
        file_registration(row, by=officer, filed_on=today_at(row.project.centre))


def test_files_of_the_pack_are_read_by_both_sides_and_nobody_else(cast, registration, leader_by, director_kr):
    item = registration.items.first()
    document = add_paper(item, by=leader_by, document=letter(leader_by))
    readers = {key: readable_by(cast.people[key], document) for key in ("director_kr", "officer", "official_ge")}
    assert readers == {"director_kr": True, "officer": True, "official_ge": False}
    remove_paper(item, by=director_kr, document=document)
    assert not readable_by(cast.people["officer"], fresh(document))
    assert [one[0] for one in told(registration)] == ["add_paper", "remove_paper"]


def test_who_prepares_it(cast, registration, official_ge):
    item = registration.items.first()
    today = today_at(cast.centre)
    for act, said in (
        (tick_item, {"is_ready": True}),
        (add_paper, {"document": letter(official_ge)}),
        (remove_paper, {"document": letter(official_ge)}),
    ):
        with pytest.raises(PermissionDenied):
            act(item, by=official_ge, **said)
    for act, said in (
        (file_registration, {"filed_on": today}),
        (return_registration, {"reason": "No."}),
        (enter_registration, {"number": "1", "registered_on": today}),
        (refuse_registration, {"reason": "No."}),
        (redo_registration, {"reason": "No."}),
    ):
        with pytest.raises(PermissionDenied):
            act(registration, by=official_ge, **said)


def test_a_project_that_is_over_is_left_alone(cast, officer):
    project = make_project(cast, stage=Stage.CANCELLED)
    row = registered(project, make_rule(cast))
    with pytest.raises(RefusedError, match="is over"):
        redo_registration(row, by=officer, reason="Again.")
    with pytest.raises(RefusedError, match="is over"):
        begin_registration(project, by=officer)


def test_a_rule_that_came_later_is_caught_up_with(cast, officer, official_ge):
    project = approved(cast)
    assert begin_registration(project, by=officer) == []
    make_rule(cast)
    with pytest.raises(PermissionDenied):
        begin_registration(project, by=official_ge)
    [opened] = begin_registration(project, by=officer)
    assert (told(opened), begin_registration(project, by=officer)) == ([("begin", "", officer.email, "")], [])


# --- By the clock ----------------------------------------------------------------------------------------------------


def test_who_is_not_registered_for_a_month_is_reminded_of_once(cast, heard):
    rule = make_rule(cast)
    late, done = approved(cast), approved(cast)
    registered(done, rule)
    assert remind_of_registrations() == 0
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        assert (remind_of_registrations(), remind_of_registrations()) == (1, 0)
    assert heard() == [("registration_missing", {"project": late, "by": None})]
    assert told(late) == [("remind_of_registration", "", "", "")]


def test_nothing_is_asked_of_a_country_without_a_rule(cast):
    project = approved(cast, approved_at=timezone.now() - timedelta(days=90))
    assert (remind_of_registration(project), Registration.objects.count()) == (None, 0)


def test_a_registration_that_ran_out_stands_no_more(cast):
    row = registered(approved(cast), make_rule(cast), valid_until=date(2026, 6, 30))
    assert (row.stands(date(2026, 6, 30)), row.stands(date(2026, 7, 1))) == (True, False)
