"""Two people at the same moment, on PostgreSQL with commits that are real: nothing lost, nothing done twice."""

import pytest

from core.models import JournalEntry, Signature
from core.refusal import RefusedError
from tests.at_once import at_once
from tests.core.toy.models import Paper, papers

pytestmark = pytest.mark.usefixtures("real_commits")


def verbs():
    return sorted(JournalEntry.objects.values_list("verb", flat=True))


def test_one_step_taken_twice_happens_once(paper, owner):
    answers = at_once(*[lambda: papers.take(paper, "send", by=owner)] * 4, holding=Paper.objects.all())
    assert sorted(type(answer).__name__ for answer in answers) == ["Paper", *["RefusedError"] * 3]
    assert (Paper.objects.get().status, verbs()) == ("sent", ["send"])


def test_two_keys_turned_together_decide_once(sent, left, right):
    answers = at_once(
        lambda: papers.take(sent, "agree", by=left),
        lambda: papers.take(sent, "agree", by=right),
        holding=Paper.objects.all(),
    )
    assert sorted(answer.status for answer in answers) == ["agreed", "sent"]
    assert Signature.objects.exclude(settled_at=None).count() == 2
    assert verbs() == ["agree", "agree:key", "agree:key", "send"]


def test_one_key_turned_twice_counts_once(sent, left):
    answers = at_once(*[lambda: papers.take(sent, "agree", by=left)] * 2, holding=Paper.objects.all())
    assert sorted(type(answer).__name__ for answer in answers) == ["Paper", "RefusedError"]
    assert (Paper.objects.get().status, Signature.objects.count()) == ("sent", 1)


def test_a_recall_and_a_last_key(sent, owner, left, right):
    """Whoever comes first is served; the other is told how the record stands now."""
    papers.take(sent, "agree", by=left)
    answers = at_once(
        lambda: papers.take(sent, "recall", by=owner),
        lambda: papers.take(sent, "agree", by=right),
        holding=Paper.objects.all(),
    )
    [refused] = [answer for answer in answers if isinstance(answer, RefusedError)]
    status = Paper.objects.get().status
    assert (
        str(refused.message)
        == {
            "draft": "“Agree” is no longer possible: the record is now in the state “Draft”.",
            "agreed": "“Recall” is no longer possible: the record is now in the state “Agreed”.",
        }[status]
    )
    live = Signature.objects.filter(settled_at=None, cleared_at=None)
    assert (live.count(), Signature.objects.count()) == (0, {"draft": 1, "agreed": 2}[status])
