"""Two keys put a record into the register, and two keys end an agreement."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from agreements.actions.recording import (
    end,
    keep,
    propose,
    propose_end,
    record,
    return_agreement,
    take_back,
)
from agreements.enums import AgreementStatus, Ending
from agreements.models import Agreement
from core.models import Signature
from core.refusal import RefusedError
from people.models import User
from tests.agreements.builders import make_agreement, make_parties

pytestmark = pytest.mark.django_db
NOON = "2026-11-20T09:00:00Z"


def names(heard):
    return [name for name, _said in heard]


@pytest.fixture
def draft(cast, officer):
    row = make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT)
    make_parties(row, cast)
    return row


@pytest.fixture
def proposed(draft, officer):
    return propose(draft, by=officer)


def test_both_keys_put_it_into_the_register(draft, officer, director_by, director_kr, heard):
    row = propose(draft, by=officer, seen=draft.revision)
    assert (row.status, names(heard())) == (AgreementStatus.PROPOSED, ["agreement_proposed"])
    row = record(row, by=director_kr)
    told = heard()
    assert (row.status, names(told), told[0][1]["side"]) == (AgreementStatus.PROPOSED, ["agreement_key_turned"], "b")
    row = record(row, by=director_by)
    assert (row.status, names(heard()), row.recorded_at is not None) == (
        AgreementStatus.RECORDED,
        ["agreement_recorded"],
        True,
    )


def test_a_side_signs_once(proposed, director_by):
    record(proposed, by=director_by)
    with pytest.raises(RefusedError):
        record(proposed, by=director_by)


def test_officers_turn_no_key_and_co_directors_lay_nothing_before_themselves(draft, proposed, officer, director_by):
    with pytest.raises(PermissionDenied):
        record(proposed, by=officer)
    with pytest.raises(PermissionDenied):
        take_back(proposed, by=director_by)


def test_what_was_read_is_what_is_proposed(draft, officer):
    with pytest.raises(RefusedError):
        propose(draft, by=officer, seen=draft.revision + 1)


def test_returned_with_reasons_clears_the_keys(proposed, director_by, director_kr, heard):
    record(proposed, by=director_by)
    heard()
    with pytest.raises(RefusedError):
        return_agreement(proposed, by=director_kr, reason=" ")
    row = return_agreement(proposed, by=director_kr, reason="제3조가 다릅니다.")
    told = heard()
    assert (row.status, names(told), told[0][1]["reason"]) == (
        AgreementStatus.DRAFT,
        ["agreement_returned"],
        "제3조가 다릅니다.",
    )
    assert Signature.objects.about(row).filter(cleared_at=None).count() == 0


def test_taken_back_by_the_officer(proposed, officer):
    assert take_back(proposed, by=officer).status == AgreementStatus.DRAFT


@time_machine.travel(NOON)
def test_the_successor_ends_what_it_supersedes(cast, officer, director_by, director_kr, heard):
    earlier = make_agreement(cast.centre, officer)
    later = make_agreement(
        cast.centre,
        officer,
        status=AgreementStatus.PROPOSED,
        supersedes=earlier,
        signed_on=date(2026, 11, 1),
        in_force_on=date(2026, 11, 10),
    )
    for director in (director_by, director_kr):
        record(later, by=director)
    earlier.refresh_from_db()
    assert (earlier.status, earlier.end_kind, earlier.ended_on) == (
        AgreementStatus.ENDED,
        Ending.SUPERSEDED,
        date(2026, 11, 9),
    )
    assert names(heard()) == ["agreement_key_turned", "agreement_recorded", "agreement_ended"]


@time_machine.travel(NOON)
def test_an_end_is_proposed_and_both_sides_confirm(cast, officer, director_by, director_kr, heard):
    row = make_agreement(cast.centre, officer)
    row = propose_end(row, by=officer, end_kind=Ending.TERMINATED, ended_on=date(2026, 12, 31), reason="Notice given.")
    end(row, by=director_by)
    row = end(row, by=director_kr)
    assert (row.status, row.ended_on, names(heard())) == (
        AgreementStatus.ENDED,
        date(2026, 12, 31),
        ["agreement_end_proposed", "agreement_key_turned", "agreement_ended"],
    )


def test_either_side_keeps_it(cast, officer, director_kr, heard):
    row = make_agreement(cast.centre, officer)
    row = propose_end(row, by=officer, end_kind=Ending.FULFILLED, ended_on=date(2020, 1, 1), reason="Done.")
    with pytest.raises(RefusedError):
        keep(row, by=director_kr, reason="")
    row = keep(row, by=director_kr, reason="Article 4 is open.")
    assert (row.status, row.end_kind, row.ended_on, row.end_reason) == (AgreementStatus.RECORDED, "", None, "")
    assert names(heard()) == ["agreement_end_proposed", "agreement_kept"]


@pytest.mark.parametrize(
    "asked",
    [
        {"end_kind": Ending.EXPIRED, "ended_on": date(2020, 1, 1), "reason": "R"},
        {"end_kind": Ending.TERMINATED, "ended_on": date(2016, 9, 8), "reason": "R"},
        {"end_kind": Ending.TERMINATED, "ended_on": date(2030, 1, 1), "reason": "R"},
        {"end_kind": Ending.TERMINATED, "ended_on": date(2020, 1, 1), "reason": "  "},
    ],
)
def test_an_end_that_cannot_be_is_refused(cast, officer, asked):
    row = make_agreement(cast.centre, officer, ends_on=date(2026, 12, 31))
    with pytest.raises(RefusedError):
        propose_end(row, by=officer, **asked)


STEPS = {
    "propose": (AgreementStatus.DRAFT, "officer", {"seen": 1}),
    "record": (AgreementStatus.PROPOSED, "director_by", {}),
    "return": (AgreementStatus.PROPOSED, "director_by", {"reason": "Article 3 differs."}),
    "take_back": (AgreementStatus.PROPOSED, "officer", {}),
    "propose_end": (
        AgreementStatus.RECORDED,
        "officer",
        {"end_kind": "terminated", "ended_on": "2026-12-31", "reason": "Notice."},
    ),
    "end": (AgreementStatus.ENDING, "director_by", {}),
    "keep": (AgreementStatus.ENDING, "director_by", {"reason": "Still needed."}),
}


def in_state(cast, status):
    ending = {"end_kind": "terminated", "ended_on": date(2026, 12, 31)} if status == AgreementStatus.ENDING else {}
    row = make_agreement(cast.centre, cast.people["officer"], status=status, is_public=False, **ending)
    make_parties(row, cast)
    return row


@pytest.mark.parametrize("step", STEPS)
def test_each_step_has_a_screen_for_those_who_may_take_it(cast, client_of, step):
    """Strangers meet 404, readers 403, the wrong moment a sentence; whoever may, takes it."""
    status, who, posted = STEPS[step]
    row = in_state(cast, status)
    url = reverse(f"agreements:{step}", args=[row.reference])
    wrong_one = "director_by" if who == "officer" else "officer"
    client = client_of(cast.people[who])
    assert {
        "visitor": client_of().post(url, posted).status_code,
        "stranger": client_of(cast.people["official_ge"]).post(url, posted).status_code,
        "reader": client_of(cast.people[wrong_one]).post(url, posted).status_code,
        "shown": client.get(url).status_code,
        "taken": client.post(url, posted).status_code,
        "again": client.post(url, posted).status_code,
    } == {"visitor": 302, "stranger": 404, "reader": 403, "shown": 200, "taken": 302, "again": AGAIN.get(step, 409)}


AGAIN = {"record": 200, "end": 200}  # the key is turned: said where one turned it


def test_a_refused_reason_keeps_what_was_typed(cast, client_of, officer):
    User.objects.update(language="en")
    row = in_state(cast, AgreementStatus.RECORDED)
    answer = client_of(officer).post(
        reverse("agreements:propose_end", args=[row.reference]),
        {"end_kind": "terminated", "ended_on": "2010-01-01", "reason": "Notice was given in June."},
    )
    page = answer.content.decode()
    assert "An agreement cannot end before it is signed." in page
    assert "Notice was given in June." in page


def test_the_keys_and_the_buttons_are_seen_by_their_people(proposed, client_of, director_by, officer):
    url, sign = proposed.get_absolute_url(), reverse("agreements:record", args=[proposed.reference])
    seen = {who.email: sign in client_of(who).get(url).content.decode() for who in (director_by, officer)}
    assert seen == {"director@by.example": True, "officer@centre.example": False}


def test_the_history_says_each_act(proposed, director_by, director_kr, client_of, officer):
    record(proposed, by=director_by)
    record(proposed, by=director_kr)
    answer = client_of(officer).get(proposed.get_absolute_url())
    said = [line.words for line in answer.context["history"]]
    assert len(said) == 4
    assert Agreement.objects.get(pk=proposed.pk).status == AgreementStatus.RECORDED
