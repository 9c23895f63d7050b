"""The register and the committees, as those meet them who are after what is not theirs: each attack comes to nothing."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements.actions import acting, committing, deciding, recording, registering
from agreements.enums import AgreementStatus, CommitmentStatus, DecisionStatus, MinutesState
from agreements.models import Agreement, Decision, SessionMinutes
from core.refusal import RefusedError
from people.models import User
from tests.agreements.builders import make_agreement, make_commitment, make_parties
from tests.agreements.committees.builders import make_committee, make_session
from tests.cast import Cast, sign_in

pytestmark = pytest.mark.django_db
CHANGED = "changed since you read it"
TEXT = {"en": "The committee approves the budget.", "ru": "Комитет утверждает бюджет."}


def client_of(user: User) -> Client:
    return sign_in(user)


def field(client: Client, url: str) -> str:
    """The mark of what the page shows, as the browser sends it."""
    found = re.search(r'name="seen"[^>]*value="([^"]+)"', client.get(url).content.decode())
    assert found
    return found[1]


@pytest.fixture
def decision(cast: Cast, officer: User) -> Decision:
    """Laid before both sides."""
    session = make_session(make_committee(cast.centre), officer)
    draft = deciding.write_decision(session, by=officer, kind="budget", title=TEXT, text=TEXT)
    return deciding.propose_decision(draft, by=officer)


@pytest.fixture
def proposed(cast: Cast, officer: User) -> Agreement:
    """A record that waits for both keys."""
    row = make_agreement(cast.centre, officer, status=AgreementStatus.DRAFT)
    make_parties(row, cast)
    return recording.propose(row, by=officer)


# --- What is signed is what was read ---------------------------------------------------------------------------------


def test_nobody_countersigns_a_decision_other_than_the_one_he_has_read(decision, officer, director_by, director_kr):
    User.objects.update(language="en")
    client, url = client_of(director_by), f"{decision.get_absolute_url()}countersign/"
    seen = field(client, url)
    draft = deciding.return_decision(decision, by=director_kr, reason="예산이 다릅니다.")
    worded = {"kind": "budget", "title": TEXT, "text": {"en": "Ten times as much.", "ru": "В десять раз больше."}}
    draft = deciding.edit_decision(draft, by=officer, seen=draft.revision, **worded)
    deciding.propose_decision(draft, by=officer)
    page = client.post(url, {"verdict": "for", "seen": seen})
    assert CHANGED in page.content.decode()
    assert deciding.deciding.live(decision) == []
    assert client.post(url, {"verdict": "for", "seen": field(client, url)}).status_code == 302


def test_nobody_signs_for_actions_that_were_added_after_he_read(decision, officer, director_by, director_kr):
    seen = deciding.mark_of(decision)
    draft = deciding.return_decision(decision, by=director_kr, reason="조치가 없습니다.")
    acting.write_action(draft, by=officer, text={"en": "Pay."}, owner="a", due_on=date(2026, 9, 1))
    deciding.propose_decision(draft, by=officer)
    with pytest.raises(RefusedError, match=CHANGED):
        deciding.countersign(decision, by=director_by, accepts=True, seen=seen)
    assert Decision.objects.get(pk=decision.pk).status == DecisionStatus.PROPOSED


def test_nobody_confirms_a_record_other_than_the_one_he_has_read(proposed, officer, director_by):
    User.objects.update(language="en")
    client, url = client_of(director_by), f"{proposed.get_absolute_url()}record/"
    seen = field(client, url)
    draft = recording.take_back(proposed, by=officer)
    draft = registering.edit_agreement(draft, by=officer, seen=draft.revision, title={"en": "Another title"})
    recording.propose(draft, by=officer)
    assert CHANGED in client.post(url, {"seen": seen}).content.decode()
    assert recording.recording.live(proposed) == []
    assert client.post(url, {"seen": field(client, url)}).status_code == 302


def test_nobody_ends_an_agreement_on_another_day_than_he_has_read(cast, officer, director_by, director_kr):
    row = make_agreement(cast.centre, officer)
    ends = {"end_kind": "terminated", "reason": "It is over."}
    row = recording.propose_end(row, by=officer, ended_on=date(2030, 1, 1), **ends)
    seen = recording.mark_of(row)
    row = recording.keep(row, by=director_kr, reason="너무 이릅니다.")
    recording.propose_end(row, by=officer, ended_on=date(2026, 1, 1), **ends)
    with pytest.raises(RefusedError, match=CHANGED):
        recording.end(row, by=director_by, seen=seen)
    assert Agreement.objects.get(pk=row.pk).status == AgreementStatus.ENDING


def test_a_key_of_the_other_side_makes_no_page_stale(proposed, decision, director_by, director_kr):
    of_record, of_decision = recording.mark_of(proposed), deciding.mark_of(decision)
    for by in (director_by, director_kr):
        row = recording.record(proposed, by=by, seen=of_record)
        signed = deciding.countersign(decision, by=by, accepts=True, seen=of_decision)
    assert (row.status, signed.status) == (AgreementStatus.RECORDED, DecisionStatus.ADOPTED)


def test_nobody_confirms_another_report_of_a_commitment_than_he_has_read(cast, officer, director_by, director_kr):
    owed = make_commitment(make_agreement(cast.centre, officer))
    reported = committing.report_commitment(owed, by=director_by, report="The order was signed.")
    seen = committing.mark_of(reported)
    committing.refuse_commitment(owed, by=director_kr, reason="번호가 없습니다.")
    committing.report_commitment(owed, by=director_by, report="Something else was done.")
    with pytest.raises(RefusedError, match=CHANGED):
        committing.confirm_commitment(owed, by=director_kr, seen=seen)
    owed.refresh_from_db()
    assert owed.status == CommitmentStatus.REPORTED


# --- Days that break what is worked out from them --------------------------------------------------------------------


@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31", "9999-12-31"])
def test_an_agreement_is_signed_on_a_day_that_can_be(cast, officer, day):
    page = client_of(officer).post(
        "/agreements/new/", {"centre": cast.centre.pk, "kind": "agreement", "title_en": "X", "signed_on": day}
    )
    assert (page.status_code, list(page.context["form"].errors)) == (200, ["signed_on"])
    assert not Agreement.objects.exists()


# --- What costs much --------------------------------------------------------------------------------------------------


def test_nobody_draws_the_minutes_without_end(cast, officer, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "paper": "2/m/ip"}
    session = make_session(make_committee(cast.centre), officer)
    agreed = {"state": MinutesState.AGREED, "agreed_at": timezone.now()}
    SessionMinutes.objects.create(session=session, version=1, text={"en": "It was agreed."}, by=officer, **agreed)
    url = reverse("agreements:minutes_pdf", args=[session.reference, 1])
    assert [client.get(url).status_code for _ in range(3)] == [200, 200, 429]
