"""Two tabs, a double click, two people: what was answered counts once, and no answer is lost."""

import pytest

from core.refusal import RefusedError
from events.actions.answering import answer_questionnaire
from events.actions.evaluation import close_questionnaire
from events.models import Ballot, Questionnaire, Response
from tests.at_once import at_once
from tests.events.builders import make_participant

pytestmark = pytest.mark.usefixtures("real_commits")


def test_two_tabs(cast, officer, questionnaire, came, official_ge):
    answers = at_once(
        lambda: answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 5}),
        lambda: answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 1}),
        holding=Questionnaire.objects.filter(pk=questionnaire.pk),
    )
    assert sorted(type(one).__name__ for one in answers) == ["NoneType", "RefusedError"]
    assert (Ballot.objects.count(), Response.objects.count()) == (1, 1)


def test_ten_people(cast, officer, questionnaire, event):
    people = [make_participant(event) for _number in range(10)]
    acts = [
        lambda one=one, number=number: answer_questionnaire(
            questionnaire, participant=one, answers={"overall": 3, "remarks": str(number)}
        )
        for number, one in enumerate(people)
    ]
    assert at_once(*acts, holding=Questionnaire.objects.all()) == [None] * 10
    assert sorted(one.answers["remarks"] for one in Response.objects.all()) == [str(number) for number in range(10)]


def test_answering_against_closing(cast, officer, questionnaire, came, official_ge):
    answer, closed = at_once(
        lambda: answer_questionnaire(questionnaire, participant=came, by=official_ge, answers={"overall": 5}),
        lambda: close_questionnaire(questionnaire, by=officer),
        holding=Questionnaire.objects.all(),
    )
    assert closed.status == "closed"
    assert Response.objects.count() == Ballot.objects.count() == (0 if isinstance(answer, RefusedError) else 1)
