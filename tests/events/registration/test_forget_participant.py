"""When an account is anonymised the name goes from events; that somebody came stays."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import JournalEntry
from events.actions.attendance import Occasion, mark_present
from events.models import Participant
from notifications.models import Notification
from people import export
from people.actions.privacy import anonymise
from tests.events.builders import make_delegation, make_event, make_participant
from tests.events.registration.conftest import come, fresh, states

PLANTED = "Plantedname"


@pytest.fixture
def leaver(official_ge):
    """Without a post."""
    official_ge.appointments.all().delete()
    official_ge.__dict__.pop("standing", None)
    return official_ge


def everything() -> str:
    """All that the database holds of participants and their journal."""
    rows = [*Participant.objects.values(), *JournalEntry.objects.values(), *Notification.objects.values()]
    return json.dumps(rows, default=str, ensure_ascii=False)


def test_the_name_goes_everywhere(forum, leaver, admin_user, officer, centre):
    words = {"family_name": PLANTED, "post": PLANTED, "answers": {"diet": PLANTED}}
    past = make_event(centre, starts_on=timezone.localdate() - timedelta(days=1))
    there = make_participant(past, user=leaver, email=f"{PLANTED}@ge.example", **words)
    mark_present(past, [there], by=officer, at=Occasion(past.starts_on))
    coming = come(forum, 1, by=leaver, email=leaver.email, **words)
    unclaimed = make_participant(past, email=leaver.email.upper(), **words)
    secret = coming.secret
    anonymise(leaver, by=admin_user, reason="Asked for it.")
    assert PLANTED.lower() not in everything().lower()
    row = fresh(there)
    assert (row.status, row.country_id, row.attendances.count()) == ("attended", "GE", 1)
    assert (str(row), row.anonymised_at is None) == (f"Former participant {row.pk}", False)
    assert fresh(unclaimed).anonymised_at is not None
    assert fresh(coming).secret != secret


def test_a_seat_that_is_still_to_come_passes_on(forum, leaver, admin_user):
    come(forum, 1, by=leaver, email=leaver.email)
    for number in (2, 3):
        come(forum, number)
    assert states(forum) == ["accepted", "accepted", "waiting"]
    anonymise(leaver, by=admin_user, reason="x")
    assert states(forum) == ["withdrawn", "accepted", "accepted"]


def test_a_delegate_stays_with_the_delegation(centre, cast, leaver, admin_user):
    event = make_event(centre)
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    one = make_participant(event, delegation=delegation, user=leaver, superior_email="boss@ge.example")
    anonymise(leaver, by=admin_user, reason="x")
    assert (fresh(one).status, fresh(one).superior_email, fresh(one).delegation) == ("accepted", "", delegation)


def test_ones_own_data_hold_what_one_wrote(forum, official_ge):
    come(forum, 1, by=official_ge, email=official_ge.email, answers={"diet": "Fish"})
    document = json.loads("".join(export.document(official_ge)))
    [row] = document["event_participations"]
    assert (row["event"], row["status"], row["answers"]) == (forum.reference, "accepted", {"diet": "Fish"})
    assert "secret" not in row
