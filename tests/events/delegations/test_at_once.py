"""Many acting on one delegation at the same moment: threads, connections, real commits."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections, transaction

from core.models import Signature
from core.refusal import RefusedError, refusing
from events.actions.accepting import accept_list
from events.actions.handing_in import hand_in_paper
from events.actions.nominating import nominate, submit_nomination
from events.actions.replacing import confirm_participation, replace_participant, withdraw_participant
from events.models import Delegation, Event, Participant, ParticipantList, Seat
from tests.at_once import at_once
from tests.events.builders import make_participant, make_session, make_stop
from tests.events.delegations import builders as build

pytestmark = pytest.mark.usefixtures("real_commits")

ATTEMPTS = 200
HANDS = 40  # connections at a time: the server has a hundred, and other tests run beside


def crowd(act: Callable[[int], Any]) -> Counter[str]:
    """Two hundred attempts, forty of them at any moment; what became of them, by the name of what was given."""
    ready = Barrier(HANDS)

    def hand(first: int) -> list[str]:
        ready.wait(timeout=20)
        try:
            return [attempt(number) for number in range(first, ATTEMPTS, HANDS)]
        finally:
            connections.close_all()

    def attempt(number: int) -> str:
        try:
            return type(act(number)).__name__
        except (RefusedError, PermissionDenied) as refusal:
            return type(refusal).__name__

    with ThreadPoolExecutor(HANDS) as pool:
        return Counter(kind for kinds in pool.map(hand, range(HANDS)) for kind in kinds)


def kinds(answers):
    return sorted(type(answer).__name__ for answer in answers)


def test_a_quota_of_seven_is_seven_whoever_comes(cast, event, focal):
    row = build.invited(cast, event, quota=7)
    facts = {**build.FACTS}
    met = crowd(lambda number: nominate(row, by=focal, **facts, email=f"person{number}@ge.example"))
    assert met == {"Participant": 7, "RefusedError": 193}
    assert (Participant.objects.count(), build.fresh(row).nominees) == (7, 7)
    assert sorted(row.participants.values_list("order", flat=True)) == list(range(1, 8))


def test_the_database_keeps_the_quota_even_past_every_act(cast, event):
    """No lock, no question asked before: two hundred rows at once, and the check of the counter alone."""
    row = build.invited(cast, event, quota=7)

    def enter(_number: int) -> Participant:
        with refusing({"delegation_within_quota": "full"}):
            return make_participant(event, delegation=row, status="nominated")

    assert crowd(enter) == {"Participant": 7, "RefusedError": 193}
    assert build.fresh(row).nominees == 7


def test_the_seats_of_an_event_and_of_a_session_are_exact(event):
    Event.objects.filter(pk=event.pk).update(capacity=11)
    session = make_session(make_stop(event), seats=5)

    def come(_number: int) -> Participant:
        with refusing({"event_never_oversold": "full"}):
            return make_participant(event)

    assert crowd(come) == {"Participant": 11, "RefusedError": 189}
    people = list(Participant.objects.all())

    def sit(number: int) -> Any:
        with refusing({"session_never_oversold": "full"}):
            return Seat.objects.create(session=session, participant=people[number])

    answers = at_once(*[lambda number=number: _alone(sit, number) for number in range(11)], holding=_row_of(session))
    assert Counter(kinds(answers)) == {"Seat": 5, "RefusedError": 6}
    assert (build.fresh(session).seats_taken, build.fresh(event).seats_taken) == (5, 11)


def _alone(act: Callable[[int], Any], number: int) -> Any:
    with transaction.atomic():
        return act(number)


def _row_of(obj):
    return type(obj).objects.filter(pk=obj.pk).order_by()


def test_two_alternates_for_one_place(event, accepted, focal, officer):
    first, _second, alternate = build.people(accepted)
    other = make_participant(event, delegation=accepted, status="reserve", is_alternate=True)
    answers = at_once(
        lambda: replace_participant(first, by=focal, alternate=alternate, reason="x"),
        lambda: replace_participant(first, by=officer, alternate=other, reason="x"),
        holding=_row_of(event),
    )
    assert kinds(answers) == ["Participant", "RefusedError"]
    assert Counter(build.states(accepted)) == {"accepted": 2, "withdrawn": 1, "reserve": 1}
    assert (build.fresh(accepted).nominees, build.fresh(event).seats_taken) == (2, 2)


def test_one_alternate_for_two_places(event, accepted, focal, officer):
    first, second, alternate = build.people(accepted)
    answers = at_once(
        lambda: replace_participant(first, by=focal, alternate=alternate, reason="x"),
        lambda: replace_participant(second, by=officer, alternate=alternate, reason="x"),
        holding=_row_of(event),
    )
    assert kinds(answers) == ["Participant", "RefusedError"]
    assert Counter(build.states(accepted)) == {"accepted": 2, "withdrawn": 1}


def test_withdrawing_and_confirming_against_replacing(event, accepted, focal, officer):
    """Whatever comes first, one place passes over, and nobody waits in a ring."""
    first, _second, alternate = build.people(accepted)
    at_once(
        lambda: replace_participant(first, by=officer, alternate=alternate, reason="x"),
        lambda: withdraw_participant(first, by=focal, reason="x"),
        holding=_row_of(event),
    )
    at_once(
        lambda: confirm_participation(alternate, by=focal),
        lambda: confirm_participation(alternate, by=focal),
        holding=Delegation.objects.filter(pk=accepted.pk),
    )
    assert build.states(accepted) == ["withdrawn", "accepted", "attending"]
    assert build.fresh(event).seats_taken == 2


def test_two_co_directors_sign_exactly_once(event, proposed, director_by, director_kr):
    answers = at_once(
        lambda: accept_list(proposed, by=director_by),
        lambda: accept_list(proposed, by=director_kr),
        holding=_row_of(event),
    )
    assert sorted(answer.status for answer in answers) == ["accepted", "proposed"]
    assert (ParticipantList.objects.get().status, Signature.objects.count()) == ("accepted", 2)
    assert build.fresh(event).seats_taken == 2


def test_a_nomination_is_sent_once_and_nobody_enters_after_it(ready, focal, contact_ge):
    rows = Delegation.objects.filter(pk=ready.pk)
    answers = at_once(*[lambda: submit_nomination(ready, by=focal)] * 2, holding=rows)
    assert kinds(answers) == ["Delegation", "RefusedError"]
    assert build.fresh(ready).status == "submitted"


def test_two_papers_of_a_kind_leave_one_that_counts(accepted, focal):
    files = [build.paper_file(focal, f"{number}.pdf") for number in range(2)]
    answers = at_once(
        *(
            lambda file=file: hand_in_paper(accepted, by=focal, kind="slides", language="en", file=file)
            for file in files
        ),
        holding=Delegation.objects.filter(pk=accepted.pk),
    )
    assert kinds(answers) == ["DelegationPaper", "DelegationPaper"]
    standing = accepted.papers.filter(kind="slides").values_list("superseded_at", flat=True)
    assert sorted(at is None for at in standing) == [False, True]
