"""Questions are changed in a draft, by officers; from the opening on they are frozen."""

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

NEW = {"key": "food", "kind": "scale", "text": LocalisedText(en="How was the food?"), "is_required": False}


def keys(row):
    return list(row.questions.order_by("position").values_list("key", flat=True))


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
