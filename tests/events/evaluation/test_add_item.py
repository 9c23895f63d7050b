import pytest

from core.localised import LocalisedText
from core.refusal import RefusedError
from events.actions.evaluation import (
    add_item,
    edit_item,
)
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
