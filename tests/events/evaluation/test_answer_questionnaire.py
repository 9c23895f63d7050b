"""Answered once, by whoever came, while it is open; and then nobody knows by whom."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.refusal import RefusedError
from events.actions import answering
from events.actions.answering import answer_questionnaire
from events.actions.evaluation import close_questionnaire
from events.models import Ballot, Questionnaire, Response
from tests.events.builders import make_event, make_participant

FULL = {"overall": 4, "again": "yes", "pace": "c2", "remarks": "Больше практики."}


def kept():
    return sorted((one.answers for one in Response.objects.all()), key=str)


def test_a_person_with_an_account_answers_once(questionnaire, came, official_ge):
    answer_questionnaire(questionnaire, participant=came, by=official_ge, answers=FULL)
    with pytest.raises(RefusedError, match="answered this questionnaire already"):
        answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 1})
    assert (kept(), Ballot.objects.count()) == ([FULL], 1)
    assert Response.objects.get().day == timezone.localdate()


def test_a_person_without_an_account_answers_once(questionnaire, stranger_came):
    answer_questionnaire(questionnaire, participant=stranger_came, answers={"overall": "na", "remarks": ""})
    with pytest.raises(RefusedError, match="answered this questionnaire already"):
        answer_questionnaire(questionnaire, participant=stranger_came, answers=FULL)
    assert kept() == [{"overall": "na"}]


def test_the_database_too_counts_one_ballot(questionnaire, came):
    Ballot.objects.create(questionnaire=questionnaire, participant=came)
    with pytest.raises(IntegrityError, match="answered_once"), transaction.atomic():
        Ballot.objects.create(questionnaire=questionnaire, participant=came)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"again": "yes"}, "Answer “How was it\\?”"),
        ({"overall": 6}, "cannot be answered so"),
        ({"overall": 3, "pace": "c9"}, "cannot be answered so"),
        ({"overall": 3, "again": "perhaps"}, "cannot be answered so"),
        ({"overall": 3, "remarks": "x" * 4001}, "cannot be answered so"),
    ],
)
def test_answers_fit_their_questions(questionnaire, came, official_ge, answers, words):
    with pytest.raises(RefusedError, match=words):
        answer_questionnaire(questionnaire, participant=came, by=official_ge, answers=answers)
    assert (Ballot.objects.count(), Response.objects.count()) == (0, 0)


def test_nothing_is_not_an_answer(questionnaire, came, official_ge):
    questionnaire.questions.update(is_required=False)
    with pytest.raises(RefusedError, match="at least one question"):
        answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"remarks": ""})


def test_only_while_it_is_open(questionnaire, draft, came, official_ge, officer):
    with pytest.raises(RefusedError, match="takes no more answers"):
        answer_questionnaire(draft, participant=came, by=official_ge, answers=FULL)
    Questionnaire.objects.filter(pk=questionnaire.pk).update(closes_at=timezone.now() + timedelta(hours=1))
    with time_machine.travel(timezone.now() + timedelta(hours=2)), pytest.raises(RefusedError, match="no more answers"):
        answer_questionnaire(questionnaire, participant=came, by=official_ge, answers=FULL)
    close_questionnaire(questionnaire, by=officer)
    with pytest.raises(RefusedError, match="takes no more answers"):
        answer_questionnaire(questionnaire, participant=came, by=official_ge, answers=FULL)
    assert Response.objects.count() == 0


def test_only_those_who_came_and_only_for_themselves(questionnaire, event, came, official_ge, official_by, centre):
    refused = (
        (came, official_by),  # somebody else's place
        (make_participant(event, user=official_by, status="withdrawn"), official_by),
        (make_participant(make_event(centre), user=official_by), official_by),  # another event
        (make_participant(event, status="reserve"), None),
    )
    for participant, by in refused:
        with pytest.raises(PermissionDenied):
            answer_questionnaire(questionnaire, participant=participant, by=by, answers=FULL)
    assert (Ballot.objects.count(), Response.objects.count()) == (0, 0)


def test_mixing_keeps_every_answer_and_its_day(questionnaire, event, monkeypatch):
    """Also where there are more answers than are mixed at a time."""
    monkeypatch.setattr(answering, "MIXED", 3)
    for number in range(8):
        day = timezone.now() - timedelta(days=8 - number)
        with time_machine.travel(day):
            answer_questionnaire(
                questionnaire, participant=make_participant(event), answers={"overall": 3, "remarks": str(number)}
            )
    today = timezone.localdate()
    found = sorted((one.answers["remarks"], (today - one.day).days) for one in Response.objects.all())
    assert found == [(str(number), 8 - number) for number in range(8)]
