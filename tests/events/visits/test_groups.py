"""Officers divide the visitors into groups: by hand, or evenly by language."""

import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.booking import assign_group, balance_groups, book_seat
from events.actions.visits import remove_group, save_group
from events.models import Seat
from tests.events.builders import make_participant
from tests.events.visits.conftest import fresh, journal, limited, make_group, taken


def people(event, *languages):
    return [
        make_participant(event, needs_language=language, family_name=f"P{n}") for n, language in enumerate(languages)
    ]


def groups_of(session):
    return {seat.participant.family_name: seat.group_id for seat in Seat.objects.filter(session=session)}


def test_people_are_put_into_a_group_with_or_without_a_seat(event, session, visit, officer):
    one, two = make_group(visit), make_group(visit)
    first, second = people(event, "ru", "ru")
    book_seat(session, first, by=officer, group=one)
    assert assign_group(session, [first, second], by=officer, group=two) == 2
    assert (groups_of(session), fresh(two).seats_taken) == ({"P0": two.pk, "P1": two.pk}, 2)
    assert journal(session)[-1] == ("assign_group", officer.email)


def test_a_group_takes_no_more_than_it_has_seats(event, session, visit, officer):
    group = make_group(visit, seats=1)
    with pytest.raises(RefusedError, match="All seats of this group are taken"):
        assign_group(session, people(event, "ru", "ru"), by=officer, group=group)
    assert taken(session) == (0, 0)


def test_visitors_are_divided_by_language_and_then_evenly(event, session, visit, officer):
    russian, english = make_group(visit, language="ru", seats=3), make_group(visit, language="en")
    people(event, "ru", "ru", "ru", "ru", "en", "ko")
    assert balance_groups(session, by=officer) == 6
    found = groups_of(session)
    assert [found[f"P{n}"] for n in range(4)].count(russian.pk) == 3
    assert (found["P4"], found["P5"], taken(session)) == (english.pk, english.pk, (6, 6))
    assert (fresh(russian).seats_taken, fresh(english).seats_taken) == (3, 3)
    assert balance_groups(session, by=officer) == 6


def test_where_seats_are_counted_only_those_with_a_seat_are_divided(event, session, visit, officer):
    session = limited(session, 5)
    group = make_group(visit)
    first, _second = people(event, "ru", "ru")
    book_seat(session, first, by=officer, group=group)
    assert (balance_groups(session, by=officer), taken(session)) == (1, (1, 1))


def test_groups_with_too_few_seats_are_refused_and_nothing_moves(event, session, visit, officer):
    group = make_group(visit, seats=1)
    first, _second = people(event, "ru", "ru")
    book_seat(session, first, by=officer, group=group)
    with pytest.raises(RefusedError, match="fewer seats than there are visitors"):
        balance_groups(session, by=officer)
    assert (groups_of(session), fresh(group).seats_taken) == ({"P0": group.pk}, 1)


def test_a_group_is_changed_and_taken_away(event, session, visit, officer):
    group = save_group(session, by=officer, name={"en": "Russian"}, language="ru", seats=2)
    assign_group(session, people(event, "ru", "ru"), by=officer, group=group)
    with pytest.raises(RefusedError, match="More people are in the group"):
        save_group(session, by=officer, group=fresh(group), name={"en": "Russian"}, seats=1)
    save_group(session, by=officer, group=fresh(group), name={"en": "Russian"}, seats=None)
    assert (fresh(group).seats, fresh(group).seats_taken) == (None, 2)
    remove_group(fresh(group), by=officer)
    assert (groups_of(session), taken(session)) == ({"P0": None, "P1": None}, (2, 2))


def test_only_officers(event, session, visit, nino, official_ge, director_kr):
    group = make_group(visit)
    for person in (official_ge, director_kr):
        for act in (
            lambda person=person: assign_group(session, [nino], by=person, group=group),
            lambda person=person: balance_groups(session, by=person),
            lambda person=person: save_group(session, by=person, name={"en": "X"}),
            lambda person=person: remove_group(group, by=person),
        ):
            with pytest.raises(PermissionDenied):
                act()
