"""A seat is taken and given back by the person, and never given twice."""

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.booking import book_seat, give_back_seat
from events.actions.replacing import withdraw_participant
from events.enums import EventStatus, ParticipantStatus
from events.models import Participant, Seat, Session
from tests.events.builders import at, make_event, make_participant, make_session, make_stop
from tests.events.visits.conftest import FIRST, fresh, journal, limited, make_group, taken


def test_the_person_takes_a_seat_and_gives_it_back(session, nino, official_ge):
    session = limited(session, 1)
    book_seat(session, nino, by=official_ge)
    assert (taken(session), journal(session)) == ((1, 1), [])
    give_back_seat(session, nino, by=official_ge)
    give_back_seat(session, nino, by=official_ge)
    assert taken(session) == (0, 0)


def test_an_officer_does_it_for_somebody_and_the_journal_says_so(session, nino, officer):
    session = limited(session, 1)
    book_seat(session, nino, by=officer)
    give_back_seat(session, nino, by=officer)
    assert journal(session) == [("book_seat", officer.email), ("give_back_seat", officer.email)]


def test_the_last_seat_is_given_once(event, session, nino, official_ge, officer):
    session = limited(session, 1)
    book_seat(session, make_participant(event), by=officer)
    with pytest.raises(RefusedError, match="All seats are taken"):
        book_seat(session, nino, by=official_ge)
    assert taken(session) == (1, 1)


def test_one_seat_a_person(session, nino, official_ge):
    session = limited(session, 5)
    book_seat(session, nino, by=official_ge)
    with pytest.raises(RefusedError, match="one a person"):
        book_seat(session, nino, by=official_ge)
    assert taken(session) == (1, 1)


def test_where_there_are_groups_one_is_chosen_and_may_be_changed(event, session, visit, nino, official_ge, officer):
    russian, english = make_group(visit, seats=1), make_group(visit, seats=1)
    with pytest.raises(RefusedError, match="Choose a group"):
        book_seat(session, nino, by=official_ge)
    book_seat(session, nino, by=official_ge, group=russian)
    book_seat(session, nino, by=official_ge, group=english)
    assert (fresh(russian).seats_taken, fresh(english).seats_taken, taken(session)) == (0, 1, (1, 1))
    with pytest.raises(RefusedError, match="All seats of this group are taken"):
        book_seat(session, make_participant(event), by=officer, group=english)


def test_a_group_of_another_visit_is_no_group_here(session, visit, nino, official_ge, cast):
    make_group(visit)
    other = make_event(cast.centre)
    elsewhere = make_session(make_stop(other), kind="visit")
    foreign = make_group(type(visit).objects.create(session=elsewhere))
    with pytest.raises(RefusedError, match="Choose a group"):
        book_seat(session, nino, by=official_ge, group=foreign)


def test_nobody_books_for_another(session, nino, official_by, contact_ge, director_by):
    session = limited(session, 1)
    for person in (official_by, contact_ge, director_by):
        with pytest.raises(PermissionDenied):
            book_seat(session, nino, by=person)
    assert not Seat.objects.exists()


def test_who_holds_no_place_gets_no_seat(session, nino, official_ge):
    session = limited(session, 1)
    Participant.objects.update(status=ParticipantStatus.RESERVE)
    with pytest.raises(PermissionDenied):
        book_seat(session, nino, by=official_ge)


@pytest.mark.parametrize(
    ("model", "values", "sentence"),
    [
        ("session", {"is_released": False}, "once the programme is released"),
        ("session", {"cancelled_at": at(FIRST, 1)}, "no longer held"),
        ("session", {"seats": None}, "everybody comes"),
        ("event", {"status": EventStatus.CLOSED}, "once the programme is released"),
    ],
)
def test_not_now(event, session, nino, official_ge, model, values, sentence):
    session = limited(session, 5)
    row = {"session": session, "event": event}[model]
    type(row).objects.filter(pk=row.pk).update(**values)
    with pytest.raises(RefusedError, match=sentence):
        book_seat(session, nino, by=official_ge)


def test_once_it_has_begun_nothing_moves(session, nino, official_ge):
    session = limited(session, 5)
    book_seat(session, nino, by=official_ge)
    with time_machine.travel(session.starts_at), pytest.raises(RefusedError, match="It has begun"):
        give_back_seat(session, nino, by=official_ge)
    assert taken(session) == (1, 1)


def test_who_withdraws_leaves_the_seat_to_others(session, nino, official_ge):
    session = limited(session, 1)
    book_seat(session, nino, by=official_ge)
    withdraw_participant(nino, by=official_ge, reason="Ill.")
    assert taken(session) == (0, 0)


def test_seats_of_an_event_are_for_its_people(cast, session, officer):
    session = limited(session, 5)
    with pytest.raises(RefusedError, match="everybody comes"):
        book_seat(session, make_participant(make_event(cast.centre)), by=officer)
    assert Session.objects.get(pk=session.pk).seats_taken == 0
