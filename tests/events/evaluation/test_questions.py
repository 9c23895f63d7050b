"""The builder: questions are added, changed, moved and taken out of a draft; from the opening on they are frozen."""

import pytest
from django.core.exceptions import PermissionDenied

from core.localised import LocalisedText
from core.refusal import RefusedError
from events.actions.evaluation import (
    add_item,
    add_standard_questions,
    delete_item,
    delete_questionnaire,
    edit_item,
    move_item,
    rename_questionnaire,
)
from events.models import Question, Questionnaire
from tests.events.evaluation.conftest import CHOICES

NEW = {"key": "food", "kind": "scale", "text": LocalisedText(en="How was the food?"), "is_required": False}


def keys(row):
    return list(row.questions.order_by("position").values_list("key", flat=True))


def test_a_question_of_ones_own_comes_last(draft, officer):
    add_item(draft, by=officer, **NEW)
    assert keys(draft) == ["overall", "again", "pace", "remarks", "food"]


def test_a_key_is_given_once(draft, officer):
    with pytest.raises(RefusedError, match="has this key"):
        add_item(draft, by=officer, **{**NEW, "key": "overall"})
    question = draft.questions.get(key="again")
    with pytest.raises(RefusedError, match="has this key"):
        edit_item(question, by=officer, **{**NEW, "key": "overall"})
    assert keys(draft) == ["overall", "again", "pace", "remarks"]


def test_one_choice_is_no_choice(draft, officer):
    for choices in ([], CHOICES[:1]):
        with pytest.raises(RefusedError, match="at least two choices"):
            add_item(draft, by=officer, **{**NEW, "kind": "choice", "choices": choices})


def test_standard_questions_are_added_once(draft, officer, bank):
    assert (add_standard_questions(draft, by=officer), keys(draft)[4:]) == (1, ["goals"])
    assert (add_standard_questions(draft, by=officer), keys(draft)[4:]) == (0, ["goals"])


def test_questions_move_and_stay_at_the_ends(draft, officer):
    first, last = draft.questions.get(key="overall"), draft.questions.get(key="remarks")
    move_item(first, by=officer, up=True)
    move_item(last, by=officer, up=False)
    assert keys(draft) == ["overall", "again", "pace", "remarks"]
    move_item(last, by=officer, up=True)
    move_item(first, by=officer, up=False)
    assert keys(draft) == ["again", "overall", "remarks", "pace"]


def test_a_question_is_changed_and_taken_out(draft, officer):
    question = draft.questions.get(key="again")
    edit_item(question, by=officer, **NEW)
    delete_item(draft.questions.get(key="pace"), by=officer)
    assert keys(draft) == ["overall", "food", "remarks"]
    assert Question.objects.get(pk=question.pk).text == {"en": "How was the food?"}


def test_a_draft_is_renamed_and_thrown_away(draft, officer):
    rename_questionnaire(draft, by=officer, title={"en": "End of the course"})
    assert Questionnaire.objects.get().title == {"en": "End of the course"}
    delete_questionnaire(draft, by=officer)
    assert Questionnaire.objects.count() == 0


def acts(row, by):
    question = row.questions.get(key="again")
    yield lambda: add_item(row, by=by, **NEW)
    yield lambda: edit_item(question, by=by, **NEW)
    yield lambda: delete_item(question, by=by)
    yield lambda: move_item(question, by=by, up=True)
    yield lambda: add_standard_questions(row, by=by)
    yield lambda: rename_questionnaire(row, by=by, title={"en": "X"})
    yield lambda: delete_questionnaire(row, by=by)


def test_what_was_opened_is_frozen(questionnaire, officer):
    for act in acts(questionnaire, officer):
        with pytest.raises(RefusedError, match="frozen"):
            act()
    assert keys(questionnaire) == ["overall", "again", "pace", "remarks"]


def test_only_officers(draft, cast):
    for who in ("director_kr", "official_ge", "advisor_kr"):
        for act in acts(draft, cast.people[who]):
            with pytest.raises(PermissionDenied):
                act()
