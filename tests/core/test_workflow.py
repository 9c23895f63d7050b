"""The table: take, refuse, tell what is possible. Steps with keys have a file of their own."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.models import JournalEntry, Silence
from core.refusal import RefusedError
from core.workflow import Step, Workflow, workflows
from tests.core.toy.models import Paper, papers


def told(paper):
    return list(
        JournalEntry.objects.about(paper)
        .order_by("pk")
        .values_list("verb", "key", "from_state", "to_state", "actor_name", "reason")
    )


def test_take_saves_the_state_and_the_changes_and_writes_the_journal(paper, owner):
    row = papers.take(paper, "send", by=owner, reason="It is ready.", note="sent by post")
    assert Paper.objects.values("status", "note").get() == {"status": "sent", "note": "sent by post"}
    assert (row.status, row.note, row == paper, row is paper) == ("sent", "sent by post", True, False)
    assert told(paper) == [("send", "", "draft", "sent", "Olga Owner", "It is ready.")]


def test_changes_of_others_are_not_overwritten(paper, owner):
    Paper.objects.filter(pk=paper.pk).update(note="written meanwhile")
    assert papers.take(paper, "send", by=owner).note == "written meanwhile"
    assert Paper.objects.get().note == "written meanwhile"


def test_the_wrong_person_is_forbidden_whatever_the_state(paper, left):
    for status in ("draft", "sent", "agreed"):
        Paper.objects.update(status=status)
        with pytest.raises(PermissionDenied, match=r"toy\.send"):
            papers.take(paper, "send", by=left)
    assert told(paper) == []


def test_the_wrong_state_is_refused_in_words(paper, owner):
    papers.take(paper, "send", by=owner)
    with pytest.raises(RefusedError) as refused:
        papers.take(paper, "send", by=owner)
    assert str(refused.value.message) == "“Send” is no longer possible: the record is now in the state “Sent”."
    assert len(told(paper)) == 1


def test_a_step_that_has_to_wait_is_neither_offered_nor_taken(paper, owner):
    sent = papers.take(paper, "send", by=owner, note="read")
    assert papers.available(sent, owner) == []
    with pytest.raises(RefusedError) as refused:
        papers.take(sent, "recall", by=owner)
    assert str(refused.value.message) == "Somebody is reading it."
    Paper.objects.update(note="")
    sent.refresh_from_db()
    assert [step.name for step in papers.available(sent, owner)] == ["recall"]
    assert papers.take(sent, "recall", by=owner).status == "draft"


def test_a_stale_copy_does_not_help(paper, owner):
    """The row counts, not what the caller once read."""
    stale = Paper.objects.get()
    papers.take(paper, "send", by=owner)
    assert stale.status == "draft"
    with pytest.raises(RefusedError):
        papers.take(stale, "send", by=owner)


def test_the_clock_takes_only_what_the_table_gives_it(paper):
    with pytest.raises(ValueError, match="The clock may not take send"):
        papers.take(paper, "send", by=None)


def test_an_unknown_step_is_a_mistake(paper, owner):
    with pytest.raises(KeyError, match="burn"):
        papers.take(paper, "burn", by=owner)


def test_expect_asks_without_taking(paper, owner, left):
    assert papers.expect(paper, "send", by=owner) is papers.steps["send"]
    with pytest.raises(PermissionDenied):
        papers.expect(paper, "send", by=left)
    with pytest.raises(RefusedError):
        papers.expect(paper, "recall", by=owner)
    assert (Paper.objects.get().status, told(paper)) == ("draft", [])


def test_a_refused_act_leaves_nothing(paper, owner):
    """Changes go with the step or not at all."""
    with pytest.raises(RefusedError):
        papers.take(paper, "recall", by=owner, note="lost")
    assert Paper.objects.get().note == ""


def test_a_step_is_written_once_and_the_table_is_known():
    with pytest.raises(ValueError, match="A step of Paper is written twice"):
        Workflow(Paper, Step("a", [], "b", "toy.send", ""), Step("a", [], "c", "toy.send", ""))
    assert workflows[Paper] is papers
    assert papers.state_label("agreed") == "Agreed"


def test_entering_a_state_with_silence_starts_it_and_leaving_ends_it(paper, owner):
    papers.take(paper, "send", by=owner)
    running = Silence.objects.get()
    assert (running.step, running.ended_at) == ("agree", None)
    assert (running.due_at - running.started_at).total_seconds() == 7200
    papers.take(paper, "recall", by=owner)
    assert Silence.objects.get().ended_at is not None
    papers.take(paper, "send", by=owner)
    assert [one.ended_at is None for one in Silence.objects.order_by("pk")] == [False, True]


def test_available_lists_the_steps_of_each_reader(paper, owner, left, stranger):
    def buttons(row):
        return {
            name: [step.name for step in papers.available(row, person)]
            for name, person in {"owner": owner, "left": left, "stranger": stranger, "visitor": AnonymousUser()}.items()
        }

    assert buttons(paper) == {"owner": ["send"], "left": [], "stranger": [], "visitor": []}
    row = papers.take(paper, "send", by=owner)
    assert buttons(row) == {"owner": ["recall"], "left": ["agree", "refuse"], "stranger": [], "visitor": []}
    row = papers.take(row, "agree", by=left)
    assert buttons(row) == {"owner": ["recall"], "left": ["refuse"], "stranger": [], "visitor": []}


def states(owner, left, right):
    """A paper in each situation that the table knows: state, and keys turned in it."""
    for turned in (
        (),
        ("send",),
        ("send", "agree left"),
        ("send", "refuse left"),
        ("send", "agree left", "refuse right"),
        ("send", "agree left", "agree right"),
        ("send", "refuse left", "refuse right"),
        ("send", "agree left", "recall"),
    ):
        row = Paper.objects.create(owner=owner.pk, left=left.pk, right=right.pk)
        for act in turned:
            step, _, who = act.partition(" ")
            row = papers.take(row, step, by={"left": left, "right": right}.get(who, owner))
        yield turned, row.pk


def test_what_is_offered_can_be_taken_and_nothing_else(owner, left, right, stranger):
    """For every situation, person and step: the button is there exactly when `take` would agree."""
    for turned, pk in states(owner, left, right):
        for person in (owner, left, right, stranger):
            offered = {step.name for step in papers.available(Paper.objects.get(pk=pk), person)}
            taken = {name for name in papers.steps if is_taken(pk, name, person)}
            assert offered == taken, (turned, person)


def is_taken(pk, name, person):
    try:
        with transaction.atomic():
            papers.take(Paper.objects.get(pk=pk), name, by=person)
            transaction.set_rollback(True)
    except (PermissionDenied, RefusedError):
        return False
    return True


def test_whose_move_it_is(owner, left, right, stranger):
    """The owner is awaited in a draft; each desk until its key is turned, whichever way; nobody for a recall."""
    awaited = {}
    for turned, pk in states(owner, left, right):
        awaited[" · ".join(turned)] = "".join(
            letter
            for letter, person in zip("olrs", (owner, left, right, stranger), strict=True)
            if Paper.objects.filter(papers.awaiting(person), pk=pk).exists()
        )
    assert awaited == {
        "": "o",
        "send": "lr",
        "send · agree left": "r",
        "send · refuse left": "r",
        "send · agree left · refuse right": "",
        "send · agree left · agree right": "",
        "send · refuse left · refuse right": "",
        "send · agree left · recall": "o",
    }


def test_whose_move_it_is_costs_one_query_for_any_number_of_rows(owner, left, right, django_assert_num_queries):
    list(states(owner, left, right))
    with django_assert_num_queries(1):
        assert len(Paper.objects.filter(papers.awaiting(right))) == 3


def test_buttons_cost_few_queries(paper, sent, owner, left, django_assert_num_queries):
    with django_assert_num_queries(1):
        papers.available(sent, owner)
    with django_assert_num_queries(4):  # permissions, keys turned, and the keys held for each of the two steps
        papers.available(sent, left)
    with django_assert_num_queries(2):
        papers.available(sent, left, granted={"toy.sign"}, live=[])
