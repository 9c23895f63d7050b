"""Whoever owes it reports, the other side confirms; both sides together drop it."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from agreements.actions.committing import (
    confirm_commitment,
    drop_commitment,
    refuse_commitment,
    report_commitment,
)
from agreements.enums import AgreementStatus, CommitmentStatus, Owner
from agreements.models import Commitment
from core.refusal import RefusedError
from people.enums import Function
from tests.agreements.builders import make_agreement, make_commitment, make_parties
from tests.cast import cost
from tests.factories import appoint, make_user

pytestmark = pytest.mark.django_db


def names(heard):
    return [name for name, _said in heard]


@pytest.fixture
def agreement(cast, officer):
    row = make_agreement(cast.centre, officer)
    make_parties(row, cast)
    return row


@pytest.fixture
def owed(agreement):
    return make_commitment(agreement, due_on=date(2024, 2, 29), recurs=True)


@time_machine.travel("2024-02-20T09:00:00Z")
def test_the_other_side_confirms_and_it_is_owed_again(owed, director_by, director_kr, heard):
    row = report_commitment(owed, by=director_by, report="The rooms are given.")
    with pytest.raises(PermissionDenied):
        confirm_commitment(row, by=director_by)
    row = confirm_commitment(row, by=director_kr)
    assert (row.status, row.settled_on, names(heard())) == (
        CommitmentStatus.FULFILLED,
        date(2024, 2, 20),
        ["commitment_reported", "commitment_confirmed"],
    )
    assert (row.next.due_on, row.next.number, row.next.status) == (date(2025, 2, 28), 2, CommitmentStatus.OPEN)


def test_29_february_comes_back_in_a_leap_year(owed, director_by, director_kr):
    days, row = [], owed
    for _year in range(4):
        report_commitment(row, by=director_by, report="Done.")
        row = confirm_commitment(row, by=director_kr).next
        days.append(row.due_on)
    assert days == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


def test_nothing_is_owed_after_the_last_day(agreement, owed, director_by, director_kr):
    agreement.ends_on = date(2025, 2, 27)
    agreement.save()
    row = Commitment.objects.get(pk=owed.pk)
    report_commitment(row, by=director_by, report="Done.")
    assert not hasattr(confirm_commitment(row, by=director_kr), "next")


def test_the_other_side_does_not_report_what_it_does_not_owe(owed, director_kr, official_by):
    with pytest.raises(PermissionDenied):
        report_commitment(owed, by=director_kr, report="Done.")
    with pytest.raises(PermissionDenied):
        report_commitment(owed, by=official_by, report="Done.")


def test_the_focal_point_of_the_body_reports_for_its_side(agreement, cast, director_by, director_kr):
    row = make_commitment(agreement, owner=Owner.BOTH, organisation=cast.organisations["nia"])
    focal = appoint(make_user(), Function.FOCAL_POINT, cast.organisations["nia"]).user
    row = report_commitment(row, by=focal, report="Done.")
    assert row.reported_by_side == "b"
    with pytest.raises(PermissionDenied):
        confirm_commitment(row, by=director_kr)
    assert confirm_commitment(row, by=director_by).status == CommitmentStatus.FULFILLED


def test_an_officer_says_for_which_side_of_both(agreement, officer, client_of):
    row = make_commitment(agreement, owner=Owner.BOTH)
    with pytest.raises(RefusedError):
        report_commitment(row, by=officer, report="Done.")
    url = reverse("agreements:report_commitment", args=[agreement.reference, row.number])
    answer = client_of(officer).post(url, {"report": "Done.", "side": "b"})
    row.refresh_from_db()
    assert (answer.status_code, row.reported_by_side) == (302, "b")


def test_returned_with_reasons_it_is_open_and_keeps_what_was_reported(owed, director_by, director_kr, heard):
    report_commitment(owed, by=director_by, report="Two rooms are given.")
    heard()
    with pytest.raises(RefusedError):
        refuse_commitment(owed, by=director_kr, reason=" ")
    row = refuse_commitment(owed, by=director_kr, reason="Three were promised.")
    told = heard()
    assert (row.status, row.reported_by_side, row.report) == (CommitmentStatus.OPEN, "", "Two rooms are given.")
    assert (names(told), told[0][1]["reason"]) == (["commitment_refused"], "Three were promised.")


def test_both_sides_drop_it_for_good(owed, director_by, director_kr, officer, heard):
    with pytest.raises(PermissionDenied):
        drop_commitment(owed, by=officer, reason="R")
    with pytest.raises(RefusedError):
        drop_commitment(owed, by=director_by, reason="")
    row = drop_commitment(owed, by=director_by, reason="The house was sold.")
    assert (row.status, names(heard())) == (CommitmentStatus.OPEN, ["commitment_key_turned"])
    row = drop_commitment(owed, by=director_kr, reason="Agreed.")
    assert (row.status, names(heard()), hasattr(row, "next")) == (
        CommitmentStatus.DROPPED,
        ["commitment_dropped"],
        False,
    )


def test_nothing_is_reported_before_it_is_in_the_register(cast, officer, director_by):
    row = make_commitment(make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT))
    with pytest.raises(RefusedError):
        report_commitment(row, by=director_by, report="Done.")


SCREENS = {
    "report_commitment": ("director_by", {"report": "Done."}, CommitmentStatus.OPEN),
    "confirm_commitment": ("director_kr", {}, CommitmentStatus.REPORTED),
    "refuse_commitment": ("director_kr", {"reason": "Not yet."}, CommitmentStatus.REPORTED),
    "drop_commitment": ("director_kr", {"reason": "Sold."}, CommitmentStatus.OPEN),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_each_act_has_a_screen(cast, officer, client_of, screen):
    who, posted, status = SCREENS[screen]
    agreement = make_agreement(cast.centre, officer, is_public=False)
    reported = {"reported_by_side": "a"} if status == CommitmentStatus.REPORTED else {}
    row = make_commitment(agreement, status=status, **reported)
    url = reverse(f"agreements:{screen}", args=[agreement.reference, row.number])
    client = client_of(cast.people[who])
    assert {
        "stranger": client_of(cast.people["official_ge"]).post(url, posted).status_code,
        "reader": client_of(cast.people["advisor_kr"]).post(url, posted).status_code,
        "shown": client.get(url).status_code,
        "done": client.post(url, posted).status_code,
    } == {"stranger": 404, "reader": 403, "shown": 200, "done": 302}


def test_what_was_reported_is_read_by_those_who_have_a_part_in_it(owed, director_by, client_of, director_kr):
    report_commitment(owed, by=director_by, report="Room 214 stands ready.")
    url = owed.get_absolute_url()
    seen = [b"Room 214" in client_of(who).get(url).content for who in (None, director_kr)]
    assert seen == [False, True]


def test_the_page_costs_little(owed, director_by, director_kr, client_of):
    report_commitment(owed, by=director_by, report="Done.")
    drop_commitment(owed, by=director_by, reason="Sold.")
    client, url = client_of(director_kr), owed.get_absolute_url()
    client.get(url)
    assert cost(client, url) <= 12
