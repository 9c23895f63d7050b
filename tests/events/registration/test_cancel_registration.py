"""A registration ends, and the seat passes on in the same breath."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.registering import cancel_registration
from tests.events.builders import make_delegation, make_participant
from tests.events.registration.conftest import come, fresh, make_forum, states, text_of


@pytest.fixture
def people(forum):
    """Two with a seat, two who wait."""
    return [come(forum, number) for number in range(4)]


def test_the_seat_goes_to_whoever_waits_longest(forum, people, heard, told):
    heard()
    cancelled = cancel_registration(people[0], by=None, reason="Ill")
    assert states(forum) == ["withdrawn", "accepted", "accepted", "waiting"]
    assert fresh(forum).seats_taken == 2
    assert heard() == [
        ("registration_cancelled", {"participant": cancelled, "by": None}),
        ("registration_promoted", {"participant": people[2], "by": None}),
    ]
    assert told(cancelled)[-1] == ("withdraw", "withdrawn", "", "Ill")
    assert told(people[2])[-1] == ("promote", "accepted", "", "")
    assert (fresh(people[2]).queued_at, fresh(people[2]).accepted_at is None) == (None, False)


def test_who_waits_leaves_the_list_and_frees_no_seat(forum, people):
    cancel_registration(people[2], by=None)
    assert states(forum) == ["accepted", "accepted", "withdrawn", "waiting"]


def test_nobody_is_promoted_into_an_event_that_is_called_off(forum, people):
    type(forum).objects.filter(pk=forum.pk).update(status="cancelled")
    cancel_registration(people[0], by=None)
    assert states(forum) == ["withdrawn", "accepted", "waiting", "waiting"]


def test_the_person_and_the_officers_alone(forum, officer, official_ge, official_by):
    mine = come(forum, 1, by=official_ge, email=official_ge.email)
    for user in (official_by,):
        with pytest.raises(PermissionDenied):
            cancel_registration(mine, by=user)
    assert cancel_registration(mine, by=official_ge).status == "withdrawn"
    assert cancel_registration(come(forum, 2), by=officer, reason="By telephone").status == "withdrawn"


def test_refused_when_there_is_nothing_left_to_cancel(forum, people):
    cancel_registration(people[0], by=None)
    with pytest.raises(RefusedError, match="no longer possible"):
        cancel_registration(people[0], by=None)


def test_refused_after_the_event(forum, people):
    after = timezone.now() + timedelta(days=60)
    with time_machine.travel(after), pytest.raises(RefusedError, match="The event is over"):
        cancel_registration(people[0], by=None)


def test_a_delegate_is_withdrawn_by_the_delegation(centre, cast):
    event = make_forum(centre)
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    with pytest.raises(RefusedError, match="focal point of the delegation"):
        cancel_registration(make_participant(event, delegation=delegation), by=None)


def test_the_letter_takes_the_entry_out_of_the_calendar(forum, people, letters):
    letters()
    cancel_registration(people[0], by=None)
    assert letters() == [
        ("dana0@kr.example", f"{forum.reference}: Your registration is cancelled"),
        ("dana2@kr.example", f"{forum.reference}: A seat has become free for you"),
    ]
    kinds = [[part[1] for part in sent.alternatives if "calendar" in part[1]] for sent in letters.last]
    assert kinds == [["text/calendar; method=CANCEL"], ["text/calendar; method=REQUEST"]]


def test_the_screen(people, screen):
    secret = people[0].secret
    page = screen("", "cancel_registration", secret)
    assert (page.status_code, page["X-Robots-Tag"], page["Referrer-Policy"]) == (200, "noindex", "same-origin")
    assert page["Cache-Control"] == "private, no-store"
    assert fresh(people[0]).status == "accepted"  # opening the link does nothing: mail programs open links
    sent = screen("", "cancel_registration", secret, reason="Ill")
    assert (sent.status_code, sent.url) == (302, reverse("events:registration", args=[secret]))
    again = screen("", "cancel_registration", secret, reason="Again and again")
    assert "no longer possible" in text_of(again)
    assert "Again and again" in again.content.decode()
    assert "can no longer be changed" in text_of(screen("", "cancel_registration", secret))


@pytest.mark.parametrize("name", ["registration", "change_registration", "cancel_registration"])
def test_a_guessed_link_leads_nowhere(people, screen, name):
    assert screen("", name, people[0].secret[:-1]).status_code == 404
    assert screen("", name, people[0].calendar_secret).status_code == 404
    type(people[0]).objects.filter(pk=people[0].pk).update(anonymised_at=timezone.now())
    assert screen("", name, people[0].secret).status_code == 404


def test_where_one_stands(forum, people, screen):
    said = [text_of(screen("", "registration", one.secret)) for one in people]
    assert ["A seat is kept for you." in one for one in said] == [True, True, False, False]
    assert [f"Place {number} on the waiting list" in said[number + 1] for number in (1, 2)] == [True, True]
