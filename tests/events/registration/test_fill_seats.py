"""Free seats go to those who wait, first come first."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from events.actions.editions import edit_event
from events.actions.seats import fill_seats
from events.tasks.registration import fill_free_seats
from tests.events.registration.conftest import come, make_forum, states


def test_more_seats_serve_the_list_in_the_same_act(forum, officer, heard):
    people = [come(forum, number) for number in range(5)]
    heard()
    edit_event(forum, by=officer, seen=None, capacity=4)
    assert states(forum) == ["accepted"] * 4 + ["waiting"]
    assert [said["participant"] for name, said in heard() if name == "registration_promoted"] == people[2:4]


def test_where_seats_are_not_counted_any_more_everybody_comes(forum, officer):
    for number in range(4):
        come(forum, number)
    edit_event(forum, by=officer, seen=None, capacity=None)
    assert states(forum) == ["accepted"] * 4


def test_nobody_gets_a_seat_in_an_event_that_is_over(forum):
    for number in range(3):
        come(forum, number)
    type(forum).objects.update(capacity=3)
    with time_machine.travel(timezone.now() + timedelta(days=60)):
        assert (fill_seats(forum), fill_free_seats()) == ([], 0)
    type(forum).objects.update(status="closed")
    assert fill_seats(forum) == []
    type(forum).objects.update(status="announced")
    assert len(fill_seats(forum)) == 1


def test_free_seats_that_an_act_elsewhere_left_are_given(centre):
    forum = make_forum(centre, capacity=1)
    for number in range(3):
        come(forum, number)
    type(forum).objects.update(capacity=2)
    assert (fill_free_seats(), fill_free_seats()) == (1, 0)
    assert states(forum) == ["accepted", "accepted", "waiting"]
