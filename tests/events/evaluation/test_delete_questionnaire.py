import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.evaluation import delete_questionnaire
from events.models import Question, Questionnaire


def test_a_draft_goes_with_its_questions(draft, officer):
    delete_questionnaire(draft, by=officer)
    assert (Questionnaire.objects.count(), Question.objects.count()) == (0, 0)


def test_what_was_opened_stays(questionnaire, officer):
    with pytest.raises(RefusedError, match="frozen"):
        delete_questionnaire(questionnaire, by=officer)
    assert Questionnaire.objects.count() == 1


def test_only_officers(draft, cast):
    for who in ("director_kr", "official_ge"):
        with pytest.raises(PermissionDenied):
            delete_questionnaire(draft, by=cast.people[who])
