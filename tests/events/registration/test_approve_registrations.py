"""Officers decide, on one or on many."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from events.actions import approving
from events.actions.approving import approve_registrations
from tests.events.builders import make_delegation, make_participant
from tests.events.registration.conftest import come, fresh, make_forum, states, text_of


@pytest.fixture
def forum(centre):
    """Two seats, given by approval."""
    return make_forum(centre, capacity=2, needs_approval=True)


@pytest.fixture
def people(forum):
    return [come(forum, number) for number in range(4)]


def test_seats_in_the_order_they_came_then_the_waiting_list(forum, people, officer, heard, told):
    heard()
    decided = approve_registrations(forum, [people[2], people[1], people[0]], by=officer)
    assert decided == ([people[0], people[1]], [people[2]], [])
    assert states(forum) == ["accepted", "accepted", "waiting", "applied"]
    assert heard() == [
        ("registration_approved", {"participant": people[0], "by": officer}),
        ("registration_approved", {"participant": people[1], "by": officer}),
        ("registration_received", {"participant": people[2], "by": officer}),
    ]
    assert told(people[0])[-1] == ("approve", "accepted", "officer@centre.example", "")
    assert told(people[2])[-1] == ("queue", "waiting", "officer@centre.example", "")


def test_whose_state_does_not_allow_it_is_passed_over(forum, people, officer):
    approve_registrations(forum, people[:1], by=officer)
    assert approve_registrations(forum, people[:2], by=officer) == ([people[1]], [], [people[0]])


def test_never_members_of_delegations_and_never_too_many(forum, people, officer, cast, monkeypatch):
    delegation = make_delegation(forum, cast.organisations["agency_ge"])
    nominee = make_participant(forum, delegation=delegation, status="nominated")
    assert approve_registrations(forum, [nominee], by=officer) == ([], [], [])
    with pytest.raises(RefusedError, match="at least one"):
        approve_registrations(forum, [], by=officer)
    monkeypatch.setattr(approving, "MOST", 3)
    with pytest.raises(RefusedError, match="at most 3 people"):
        approve_registrations(forum, people, by=officer)


def test_people_of_another_event_are_nobody_here(forum, people, centre, officer):
    other = make_forum(centre, needs_approval=True)
    assert approve_registrations(other, people, by=officer) == ([], [], [])


@pytest.mark.parametrize("who", ["director_by", "director_kr", "advisor_kr", "official_by", "contact_by"])
def test_officers_alone(forum, people, cast, who):
    with pytest.raises(PermissionDenied):
        approve_registrations(forum, people, by=cast.people[who])


def test_the_screen(forum, people, officer, client_of, knock):
    asked = f"?act=refuse&chosen={people[0].pk}&chosen={people[1].pk}&chosen=x"
    officer.language = "en"
    officer.save()
    url = reverse("events:decide_registrations", args=[forum.reference])
    met = knock("decide_registrations", forum.reference)
    assert (met["visitor"], met["official_by"], met["director_by"], met["officer"]) == (302, 403, 403, 404)
    browser = client_of(officer)
    look = browser.get(url + asked)
    assert [one.pk for one in look.context["people"]] == [people[0].pk, people[1].pk]
    assert states(forum) == ["applied"] * 4
    chosen = [people[0].pk, people[1].pk]
    empty = browser.post(url, {"act": "refuse", "chosen": chosen, "reason": ""})
    assert (empty.status_code, "reason" in empty.context["form"].errors) == (200, True)
    done = browser.post(url, {"act": "refuse", "chosen": chosen, "reason": "Full"}, follow=True)
    assert "Done for 2 people." in text_of(done)
    assert states(forum) == ["declined", "declined", "applied", "applied"]
    late = browser.post(url, {"act": "approve", "chosen": [people[0].pk, people[2].pk]}, follow=True)
    assert "Not possible in their present state: " in text_of(late)
    assert fresh(people[2]).status == "accepted"
