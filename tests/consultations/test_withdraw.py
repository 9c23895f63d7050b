import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.closing import withdraw
from consultations.models import Consultation
from core.models import Signature, Silence
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.factories import appoint

OPEN = ["submitted", "returned", "registered", "accepted", "in_progress", "waiting", "in_check", "answered"]


@pytest.mark.parametrize("state", OPEN)
def test_from_every_open_state(cast, official_by, state, heard, told):
    row = build.STATES[state](cast)
    before = row.status
    heard()
    row = build.fresh(withdraw(row, by=official_by, reason="Решили сами."))
    assert (row.status, row.due_at) == ("withdrawn", None)
    assert row.clocks.filter(ended_at=None).count() == 0
    assert Silence.objects.filter(ended_at=None).count() == 0
    assert heard() == [("consultation_withdrawn", {"consultation": row, "by": official_by, "reason": "Решили сами."})]
    assert told(row)[-1] == ("withdraw", before, "withdrawn", "official@by.example", "Решили сами.")


def test_a_draft_that_nobody_had_tells_nobody(cast, draft, official_by, heard):
    heard()
    assert withdraw(draft, by=official_by).status == "withdrawn"
    assert heard() == []
    seers = {who for who, person in cast.people.items() if Consultation.objects.visible_to(person).exists()}
    assert seers == {"official_by"}


def test_keys_turned_for_it_are_cleared(registered, director_by, official_by):
    build.deciding.decide(registered, by=director_by, accepts=True)
    withdraw(registered, by=official_by, reason="x")
    assert Signature.objects.get().cleared_at is not None


@pytest.mark.parametrize("state", ["closed", "declined", "withdrawn"])
def test_what_has_ended_is_not_withdrawn(cast, official_by, state):
    with pytest.raises(RefusedError, match="“Withdraw” is no longer possible"):
        withdraw(build.STATES[state](cast), by=official_by, reason="x")


def test_requester_and_focal_points_alone(cast, in_progress, contact_ge):
    for who in ("contact_by", "officer", "advisor_kr", "director_by"):
        with pytest.raises(PermissionDenied):
            withdraw(in_progress, by=cast.people[who], reason="x")
    appoint(contact_ge, "focal_point", in_progress.organisation)
    assert withdraw(in_progress, by=contact_ge, reason="x").status == "withdrawn"


def test_the_screen(draft, in_progress, closed, knock, screen):
    readers = ("officer", "contact_by", "advisor_kr", "director_by", "director_kr")
    assert knock("withdraw", in_progress) == doors(**dict.fromkeys(readers, 403), official_by=200)
    assert screen("official_by", "withdraw", closed).status_code == 409
    empty = screen("official_by", "withdraw", in_progress, reason=" ")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["reason"])
    answer = screen("official_by", "withdraw", in_progress, reason="Решили сами.")
    assert answer["Location"] == in_progress.get_absolute_url()
    answer = screen("official_by", "withdraw", draft, reason="")  # of a draft nobody asks for reasons
    assert (answer["Location"], build.fresh(draft).status) == (draft.get_absolute_url(), "withdrawn")


def test_once_sent_it_is_refused_without_reasons(cast, official_by):
    row = build.submitted(cast)
    with pytest.raises(RefusedError, match="reasons"):
        withdraw(row, by=official_by, reason="  ")
    assert build.fresh(row).status == "submitted"
