"""Two hundred come at the same moment, and some go: no seat too many, none lost, nobody passes the waiting list."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from core.refusal import RefusedError
from events.actions.approving import approve_registrations
from events.actions.editions import edit_event
from events.actions.registering import cancel_registration, register
from events.models import Event, Participant
from events.tasks.registration import fill_free_seats
from notifications.models import Notification
from tests.at_once import at_once
from tests.events.registration.conftest import come, make_forum, states, words_of

pytestmark = pytest.mark.usefixtures("real_commits")
SEATS, COMERS, THREADS = 50, 200, 40


def all_of(acts):
    """What each gave, a refusal included; as many at once as there are connections for."""

    def alone(act):
        try:
            return act()
        except RefusedError as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(alone, acts))


def in_order(forum):
    """Those who came, as the waiting list counts: those with a seat all came before those who wait."""
    rows = forum.participants.order_by("created_at", "pk").values_list("status", flat=True)
    return [status for status in rows if status != "withdrawn"]


def test_two_hundred_for_fifty_seats(centre):
    forum = make_forum(centre, capacity=SEATS)
    words = words_of(1)
    come_one = [
        lambda number=number: register(forum, by=None, email=f"guest{number}@kr.example", **words)
        for number in range(COMERS)
    ]
    answers = all_of(come_one)
    assert [type(one).__name__ for one in answers] == ["Registered"] * COMERS
    assert sorted(states(forum)) == ["accepted"] * SEATS + ["waiting"] * (COMERS - SEATS)
    assert Event.objects.get().seats_taken == SEATS
    assert in_order(forum) == ["accepted"] * SEATS + ["waiting"] * (COMERS - SEATS)
    assert Notification.objects.filter(kind="registration_received").count() == COMERS


def test_some_come_while_others_go(centre):
    forum = make_forum(centre, capacity=SEATS)
    early = [come(forum, number) for number in range(SEATS + 10)]
    words = words_of(1)
    gone = early[::2]
    acts = []
    for number, one in enumerate(gone):
        acts += [lambda one=one: cancel_registration(one, by=None)] * 2  # a double click
        acts.append(
            lambda number=number: register(forum, by=None, email=f"late{number}@kr.example", **words),
        )
    answers = all_of(acts)
    assert sum(isinstance(one, RefusedError) for one in answers) == len(gone)
    forum.refresh_from_db()
    seated = forum.participants.seated().count()
    waiting = forum.participants.waiting().count()
    assert (seated, forum.seats_taken) == (SEATS, SEATS)
    assert seated + waiting == len(early)  # as many came as went
    assert in_order(forum) == ["accepted"] * SEATS + ["waiting"] * waiting


def test_one_address_sent_twice_at_once(centre):
    forum = make_forum(centre, capacity=2)
    words = words_of(1)
    twice = [lambda: register(forum, by=None, email="dana@kr.example", **words)] * 2
    answers = at_once(*twice, holding=Event.objects.all())
    assert sorted(one.is_new for one in answers) == [False, True]
    assert Participant.objects.count() == 1


def test_more_seats_while_people_come(centre, officer):
    forum = make_forum(centre, capacity=1)
    for number in range(4):
        come(forum, number)
    words = words_of(1)
    all_of(
        [
            lambda: edit_event(forum, by=officer, seen=None, capacity=4),
            lambda: register(forum, by=None, email="late@kr.example", **words),
            fill_free_seats,
        ]
    )
    assert in_order(forum) == ["accepted"] * 4 + ["waiting"]


def test_two_officers_approve_the_same_people(centre, officer, cast):
    forum = make_forum(centre, capacity=2, needs_approval=True)
    people = [come(forum, number) for number in range(3)]
    answers = at_once(*[lambda: approve_registrations(forum, people, by=officer)] * 2, holding=Event.objects.all())
    assert sorted(tuple(map(len, one)) for one in answers) == [(0, 0, 3), (2, 1, 0)]
    assert states(forum) == ["accepted", "accepted", "waiting"]
