from datetime import timedelta

import time_machine

from core.models import Signature, Silence
from events.actions.accepting import accept_list, propose_list, withdraw_list
from events.actions.replacing import withdraw_participant
from events.models import Event
from events.tasks.delegations import sign_lists_for_silence
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def people_of(made):
    return [entry.participant for entry in made.entries.select_related("participant").order_by("pk")]


def test_one_key_moves_nobody(proposed, director_kr, heard):
    heard()
    row = accept_list(proposed, by=director_kr)
    assert (row.status, [one.status for one in people_of(row)]) == ("proposed", ["checked"] * 3)
    assert heard() == [("list_key_turned", {"list": row, "side": "b", "by": director_kr})]


def test_both_keys_move_everybody_and_each_is_told(proposed, director_by, director_kr, heard):
    accept_list(proposed, by=director_kr)
    heard()
    row = accept_list(proposed, by=director_by)
    first, second, alternate = people_of(row)
    assert (row.status, row.accepted_at is not None) == ("accepted", True)
    assert [(one.status, one.verdict, one.accepted_at is not None) for one in (first, second, alternate)] == [
        ("accepted", "accept", True),
        ("accepted", "accept", True),
        ("reserve", "reserve", False),
    ]
    assert heard() == [
        ("participant_accepted", {"participant": first, "by": None}),
        ("participant_accepted", {"participant": second, "by": None}),
        ("participant_reserved", {"participant": alternate, "by": None}),
        ("list_accepted", {"list": row, "by": director_by}),
    ]
    assert journal(row)[-1] == ("accept", "proposed", "accepted", "", "")
    assert journal(first)[-1] == ("accept", "checked", "accepted", "", "")
    assert Event.objects.get(pk=row.event_id).seats_taken == 2


def test_who_is_not_accepted_is_told_why(cast, event, checked, officer, heard):
    first, second, _alternate = build.people(checked)
    made = propose_list(event, by=officer, lines={first: ("decline", "Too junior."), second: ("accept", "")})
    for who in ("director_by", "director_kr"):
        accept_list(made, by=cast.people[who])
    first = build.fresh(first)
    assert (first.status, first.verdict_reason) == ("declined", "Too junior.")
    assert ("participant_declined", {"participant": first, "reason": "Too junior.", "by": None}) in heard()
    assert build.states(checked) == ["declined", "accepted", "checked"]


def test_who_withdrew_meanwhile_stays_withdrawn(cast, proposed, officer):
    first = people_of(proposed)[0]
    withdraw_participant(first, by=officer, reason="Ill.")
    for who in ("director_by", "director_kr"):
        accept_list(proposed, by=cast.people[who])
    assert [one.status for one in people_of(proposed)] == ["withdrawn", "accepted", "reserve"]


def test_silence_signs_for_whoever_does_not_answer(proposed, director_kr, heard):
    accept_list(proposed, by=director_kr)
    due = Silence.objects.get().due_at
    with time_machine.travel(due - timedelta(minutes=1)):
        assert sign_lists_for_silence() == 0
    with time_machine.travel(due):
        assert (sign_lists_for_silence(), sign_lists_for_silence()) == (1, 0)
    assert [one.status for one in people_of(proposed)] == ["accepted", "accepted", "reserve"]
    assert [(one.key, one.by_silence) for one in Signature.objects.order_by("key")] == [("a", True), ("b", False)]


def test_a_list_sent_back_is_not_signed_for(proposed, director_by):
    due = Silence.objects.get().due_at
    withdraw_list(proposed, by=director_by, reason="Too many of one body.")
    with time_machine.travel(due):
        assert sign_lists_for_silence() == 0
    assert [one.status for one in people_of(proposed)] == ["checked"] * 3


def test_not_more_people_than_seats(cast, event, proposed, director_by, director_kr):
    Event.objects.filter(pk=event.pk).update(capacity=1)
    accept_list(proposed, by=director_by)
    assert refusal(accept_list, proposed, by=director_kr) == (
        "The list accepts more people than the event has seats left. Withdraw it and put some on the reserve list."
    )
    assert [one.status for one in people_of(proposed)] == ["checked"] * 3
    assert Signature.objects.count() == 1  # the key that could not turn is not turned
    with time_machine.travel(Silence.objects.get().due_at):
        assert sign_lists_for_silence() == 0


def test_each_side_signs_once(proposed, director_by):
    accept_list(proposed, by=director_by)
    assert refusal(accept_list, proposed, by=director_by) == "Your side has already signed."


def test_co_directors_only(cast, proposed, focal):
    others = [person for who, person in cast.people.items() if not who.startswith("director")]
    assert forbidden(accept_list, proposed, people=others) == [one.email for one in others]


def test_the_screen(event, proposed, knock, screen):
    assert knock("accept_list", event, proposed.number) == doors(director_by=200, director_kr=200, officer=403)
    assert "No key of two." in words(screen("director_kr", "participant_list", event, proposed.number))
    assert screen("director_kr", "accept_list", event, proposed.number, sure="1").status_code == 302
    page = words(screen("director_by", "participant_list", event, proposed.number))
    assert ("One key of two." in page, "List laid before both sides" in page) == (True, True)
    assert screen("director_by", "accept_list", event, proposed.number, sure="1").status_code == 302
    assert "Both keys. It is in force." in words(screen("officer", "participant_list", event, proposed.number))
    assert screen("director_by", "accept_list", event, proposed.number).status_code == 409
