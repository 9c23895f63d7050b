"""A step that needs the keys of two desks: turned one by one, taken back, cleared, and signed for by silence."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from core.models import JournalEntry, Signature, Silence
from core.refusal import RefusedError
from tests.core.toy.models import Paper, papers

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
TWO_HOURS = timedelta(hours=2)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NINE, tick=False) as moment:
        yield moment


def keys(paper):
    """Step and key of every signature, who signed, and what became of it."""
    fate = {(True, True): "live", (False, True): "settled", (True, False): "cleared"}
    return [
        (one.step, one.key, one.by_name, fate[one.settled_at is None, one.cleared_at is None])
        for one in Signature.objects.about(paper).order_by("pk")
    ]


def told(paper):
    return list(JournalEntry.objects.about(paper).order_by("pk").values_list("verb", "key", "actor_name", "reason"))


def test_the_step_happens_when_the_last_key_turns(sent, left, right):
    row = papers.take(sent, "agree", by=left, reason="Good.", note="not yet")
    assert (row.status, row.note, Paper.objects.get().note) == ("sent", "", "")
    assert keys(sent) == [("agree", "left", "Lena Left", "live")]
    row = papers.take(sent, "agree", by=right, reason="Good indeed.", note="now")
    assert (row.status, Paper.objects.values_list("status", "note").get()) == ("agreed", ("agreed", "now"))
    assert keys(sent) == [("agree", "left", "Lena Left", "settled"), ("agree", "right", "Ruslan Right", "settled")]
    assert told(sent)[1:] == [
        ("agree:key", "left", "Lena Left", "Good."),
        ("agree:key", "right", "Ruslan Right", "Good indeed."),
        ("agree", "", "", ""),
    ]


def test_a_key_is_turned_once(sent, left):
    papers.take(sent, "agree", by=left)
    with pytest.raises(RefusedError, match="Your side has already signed"):
        papers.take(sent, "agree", by=left)
    assert keys(sent) == [("agree", "left", "Lena Left", "live")]


def test_who_holds_no_key_turns_none(sent, owner, stranger):
    for person in (owner, stranger):
        with pytest.raises(PermissionDenied, match=r"toy\.sign"):
            papers.take(sent, "agree", by=person)
    assert keys(sent) == []


def test_who_holds_both_keys_turns_both(owner, left):
    paper = papers.take(Paper.objects.create(owner=owner.pk, left=left.pk, right=left.pk), "send", by=owner)
    assert papers.take(paper, "agree", by=left).status == "agreed"
    assert [key for _step, key, *_ in keys(paper)] == ["left", "right"]


def test_who_has_moved_to_the_other_desk_signs_once(sent, left, right):
    papers.take(sent, "agree", by=left)
    Paper.objects.update(left=right.pk, right=left.pk)
    with pytest.raises(RefusedError, match="You have signed for the other side already"):
        papers.take(sent, "agree", by=left)
    assert keys(sent) == [("agree", "left", "Lena Left", "live")]


def test_a_desk_may_change_its_mind_until_the_other_has_signed(sent, left, right):
    papers.take(sent, "agree", by=left)
    papers.take(sent, "refuse", by=left, reason="Not like this.")
    papers.take(sent, "refuse", by=right)
    assert Paper.objects.get().status == "refused"
    assert keys(sent) == [
        ("agree", "left", "Lena Left", "cleared"),
        ("refuse", "left", "Lena Left", "settled"),
        ("refuse", "right", "Ruslan Right", "settled"),
    ]


def test_two_desks_that_disagree_decide_nothing(sent, left, right):
    papers.take(sent, "agree", by=left)
    assert papers.take(sent, "refuse", by=right).status == "sent"
    assert papers.take(sent, "agree", by=right).status == "agreed"
    assert [fate for *_, fate in keys(sent)] == ["settled", "cleared", "settled"]


def test_going_back_clears_the_keys(sent, owner, left, right):
    papers.take(sent, "agree", by=left)
    papers.take(sent, "recall", by=owner)
    papers.take(sent, "send", by=owner)
    assert keys(sent) == [("agree", "left", "Lena Left", "cleared")]
    assert papers.take(sent, "agree", by=right).status == "sent"


def test_silence_signs_for_those_who_did_not_answer(sent, left, clock):
    papers.take(sent, "agree", by=left, reason="Good.")
    clock.shift(TWO_HOURS)
    assert papers.take(sent, "agree", by=None, note="by time").status == "agreed"
    assert [(one.key, one.by_id, one.by_silence) for one in Signature.objects.order_by("pk")] == [
        ("left", left.pk, False),
        ("right", None, True),
    ]
    assert told(sent)[2:] == [("agree:key", "right", "", ""), ("agree", "", "", "")]
    assert [one.by_clock for one in JournalEntry.objects.order_by("pk")[2:]] == [True, True]


def test_silence_of_both_desks_is_consent_of_both(sent, clock):
    clock.shift(TWO_HOURS)
    assert papers.take(sent, "agree", by=None).status == "agreed"
    assert keys(sent) == [("agree", "left", "", "settled"), ("agree", "right", "", "settled")]


def test_before_its_time_silence_says_nothing(sent, left, clock):
    """The clock may have read the row before the calendar gave it more time."""
    papers.take(sent, "agree", by=left)
    clock.shift(TWO_HOURS - timedelta(seconds=1))
    with pytest.raises(RefusedError, match="There is still time to answer"):
        papers.take(sent, "agree", by=None)
    assert keys(sent) == [("agree", "left", "Lena Left", "live")]


def test_an_objection_stops_the_silence(sent, left, clock):
    papers.take(sent, "refuse", by=left)
    clock.shift(TWO_HOURS)
    assert list(papers.silent()) == []
    with pytest.raises(RefusedError, match="silence no longer counts as consent"):
        papers.take(sent, "agree", by=None)
    assert Paper.objects.get().status == "sent"
    papers.take(sent, "agree", by=left)  # the objection is taken back, and the silence counts again
    assert [one.object_id for one in papers.silent()] == [sent.pk]


def test_silences_whose_time_has_come(owner, left, clock):
    made = [Paper.objects.create(owner=owner.pk, left=left.pk) for _ in range(3)]
    for paper in made:
        papers.take(paper, "send", by=owner)
        clock.shift(timedelta(hours=1))
    papers.take(made[1], "recall", by=owner)
    assert [one.object_id for one in papers.silent()] == [made[0].pk]
    assert [one.object_id for one in papers.silent(NINE + timedelta(hours=9))] == [made[0].pk, made[2].pk]


def test_a_running_silence_is_counted_anew(sent, left, right, clock):
    Silence.objects.update(due_at=NINE + timedelta(hours=5))
    papers.restart_silence(sent)
    assert Silence.objects.get().due_at == NINE + TWO_HOURS
    papers.take(sent, "agree", by=left)
    papers.take(sent, "agree", by=right)
    Silence.objects.update(due_at=NINE + timedelta(hours=5))
    papers.restart_silence(sent)
    assert Silence.objects.get().due_at == NINE + timedelta(hours=5)  # an ended one is history


def test_the_database_holds_one_live_signature_a_key(sent, left):
    papers.take(sent, "agree", by=left)
    twin = Signature.objects.get()
    twin.pk = None
    with pytest.raises(IntegrityError, match="one_live_signature_a_key"), transaction.atomic():
        twin.save()


def test_signatures_keep_the_name_of_the_day(sent, left):
    papers.take(sent, "agree", by=left)
    left.family_name = "Married"
    left.save()
    assert Signature.objects.get().by_name == "Lena Left"
