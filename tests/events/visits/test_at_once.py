"""Two hundred who come at one moment: as many get a seat as there are, and the counters are exact."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from core.refusal import RefusedError
from events.actions.booking import assign_group, book_seat
from events.models import Seat
from tests.at_once import at_once
from tests.events.builders import make_participant
from tests.events.visits.conftest import fresh, limited, make_group, taken

# Asked for before any other fixture: commits have to be real.
pytestmark = [pytest.mark.usefixtures("real_commits")]
PEOPLE, HANDS = 200, 25  # as many connections as one machine spares; each hand comes eight times without a pause


def test_two_hundred_for_forty_seats(real_commits, event, session, visit, officer):
    session = limited(session, 40)
    groups = [make_group(visit, seats=15), make_group(visit, seats=15), make_group(visit, seats=15)]
    people = [make_participant(event) for _number in range(PEOPLE)]
    start = Barrier(HANDS)

    def come(hand: int) -> list[str]:
        met = []
        start.wait()
        for number in range(hand, PEOPLE, HANDS):
            try:
                book_seat(session, people[number], by=officer, group=groups[number % 3])
                met.append("seated")
            except RefusedError as refusal:
                met.append(str(refusal.message))
        connections.close_all()
        return met

    with ThreadPoolExecutor(HANDS) as pool:
        met = [one for answer in pool.map(come, range(HANDS)) for one in answer]
    full = {"All seats are taken.", "All seats of this group are taken. Choose another one."}
    assert (len(met), met.count("seated"), set(met) - full) == (PEOPLE, 40, {"seated"})
    counted = [fresh(group).seats_taken for group in groups]
    assert (taken(session), sum(counted), max(counted) <= 15) == ((40, 40), 40, True)
    assert counted == [Seat.objects.filter(group=group).count() for group in groups]


def test_the_last_seat_of_a_group_and_an_officer_who_fills_it(real_commits, event, session, visit, officer):
    group = make_group(visit, seats=1)
    people = [make_participant(event) for _number in range(4)]
    answers = at_once(
        *(lambda one=one: book_seat(session, one, by=officer, group=group) for one in people[:3]),
        lambda: assign_group(session, people[3:], by=officer, group=group),
        holding=type(session).objects.filter(pk=session.pk).order_by("pk"),
    )
    assert [isinstance(one, RefusedError) for one in answers].count(False) == 1
    assert (taken(session), fresh(group).seats_taken) == ((1, 1), 1)
