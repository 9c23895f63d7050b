"""Who is told of agreements and commitments, in which language, with which link."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from agreements.actions.committing import (
    confirm_commitment,
    drop_commitment,
    refuse_commitment,
    report_commitment,
)
from agreements.actions.recording import end, keep, propose, propose_end, record, return_agreement
from agreements.enums import AgreementStatus, Ending
from agreements.tasks.register import chase_commitments, end_or_prolong, warn_of_ends
from people.enums import Function
from tests.agreements.builders import make_agreement, make_commitment, make_parties
from tests.factories import appoint, make_user

DIRECTORS = ["director@by.example", "director@kr.example"]
STAFF = [*DIRECTORS, "officer@centre.example"]
NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def draft(cast, officer):
    row = make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT, title={"en": "On the centre"})
    make_parties(row, cast)
    return row


@pytest.fixture
def recorded(cast, officer):
    row = make_agreement(cast.centre, officer, title={"en": "On the centre"})
    make_parties(row, cast)
    return row


@pytest.fixture
def owed(recorded, cast):
    return make_commitment(recorded, due_on=date(2026, 12, 15), organisation=cast.organisations["ministry_by"])


def test_both_sides_are_asked_then_the_other_one(draft, officer, director_by, told, quiet, letters):
    propose(draft, by=officer)
    assert told() == {"agreement_proposed": DIRECTORS}
    assert "On the centre" in letters()["director@kr.example"].body
    quiet()
    record(draft, by=director_by)
    assert told() == {"agreement_key_turned": ["director@kr.example"]}


def test_the_bodies_that_signed_hear_that_it_is_recorded(draft, officer, director_by, director_kr, told, quiet):
    propose(draft, by=officer)
    record(draft, by=director_by)
    quiet()
    record(draft, by=director_kr)
    assert told() == {
        "agreement_recorded": [
            "advisor2@kr.example",
            "advisor@kr.example",
            "contact@by.example",
            "director@by.example",
            "officer@centre.example",
        ]
    }


def test_reasons_go_to_the_officer(draft, officer, director_kr, told, quiet, letters):
    propose(draft, by=officer)
    quiet()
    return_agreement(draft, by=director_kr, reason="제3조가 다릅니다.")
    assert told() == {"agreement_returned": ["officer@centre.example"]}
    assert "제3조가 다릅니다." in letters()["officer@centre.example"].body


def test_an_end_that_is_proposed_confirmed_or_not(recorded, cast, officer, director_by, director_kr, told, quiet):
    focal = appoint(make_user(email="focal@by.example"), Function.FOCAL_POINT, cast.organisations["ministry_by"]).user
    asked = {"end_kind": Ending.TERMINATED, "ended_on": date(2026, 12, 31), "reason": "Notice was given."}
    propose_end(recorded, by=officer, **asked)
    assert told() == {"agreement_end_proposed": DIRECTORS}
    quiet()
    keep(recorded, by=director_kr, reason="It is needed.")
    assert told() == {"agreement_kept": ["director@by.example", "officer@centre.example"]}
    propose_end(recorded, by=officer, **asked)
    end(recorded, by=director_by)
    quiet()
    end(recorded, by=director_kr)
    assert told() == {"agreement_ended": ["director@by.example", focal.email, "officer@centre.example"]}


def test_what_nobody_may_see_is_told_to_nobody(cast, officer, director_by, director_kr, official_ge, told, quiet):
    """A body that did not sign hears nothing of an agreement that is not public."""
    row = make_agreement(cast.centre, officer, is_public=False, status=AgreementStatus.DRAFT)
    make_parties(row, cast)
    propose(row, by=officer)
    record(row, by=director_by)
    quiet()
    record(row, by=director_kr)
    assert official_ge.email not in told()["agreement_recorded"]


@time_machine.travel(NOON, tick=False)
def test_the_clock_warns_officers_and_both_co_directors(cast, officer, told, letters):
    row = make_agreement(cast.centre, officer, title={"en": "On the centre"}, ends_on=date(2027, 2, 1))
    warn_of_ends()
    assert told() == {"agreement_alert": STAFF}
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=UTC), tick=False):
        assert "On the centre" in letters()["director@by.example"].body
    assert row.alerts.count() == 1


@time_machine.travel(NOON, tick=False)
def test_a_warning_that_no_longer_holds_is_not_sent(cast, officer, letters):
    row = make_agreement(cast.centre, officer, ends_on=date(2027, 2, 1))
    warn_of_ends()
    row.ends_on = date(2032, 2, 1)
    row.save()
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=UTC), tick=False):
        assert letters() == {}


@time_machine.travel(NOON, tick=False)
def test_prolonged_and_expired(cast, officer, told, quiet):
    make_agreement(cast.centre, officer, ends_on=date(2026, 11, 1), renewal_months=12)
    end_or_prolong()
    assert told() == {"agreement_prolonged": STAFF}
    quiet()
    make_agreement(cast.centre, officer, ends_on=date(2026, 11, 1))
    end_or_prolong()
    assert told() == {"agreement_ended": STAFF}


def test_a_commitment_goes_between_the_sides(owed, director_by, director_kr, told, quiet, letters):
    report_commitment(owed, by=director_by, report="Done.")
    assert told() == {"commitment_reported": ["director@kr.example"]}
    quiet()
    refuse_commitment(owed, by=director_kr, reason="Three were promised.")
    assert told() == {"commitment_refused": ["director@by.example"]}
    assert "Three were promised." in letters()["director@by.example"].body
    report_commitment(owed, by=director_by, report="Three are there.")
    quiet()
    confirm_commitment(owed, by=director_kr)
    assert told() == {"commitment_confirmed": ["director@by.example"]}


def test_a_commitment_is_dropped_between_the_sides(owed, director_by, director_kr, told, quiet):
    drop_commitment(owed, by=director_by, reason="The house was sold.")
    assert told() == {"commitment_key_turned": ["director@kr.example"]}
    quiet()
    drop_commitment(owed, by=director_kr, reason="Agreed.")
    assert told() == {"commitment_dropped": ["director@by.example", "officer@centre.example"]}


def test_the_side_that_owes_it_is_reminded(owed, cast, told):
    appoint(make_user(email="focal@by.example"), Function.FOCAL_POINT, cast.organisations["ministry_by"])
    with time_machine.travel(datetime(2026, 12, 14, 9, tzinfo=UTC), tick=False):
        assert chase_commitments() == 1
        assert told() == {"commitment_due": ["director@by.example", "focal@by.example"]}
