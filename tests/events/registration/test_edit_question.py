"""Worded better; what was answered keeps its meaning."""

import pytest

from core.refusal import RefusedError
from events.actions.questions import edit_question, remove_question
from tests.events.registration.conftest import BUS, TRAIN, WORDS, come, fresh, label


def test_edit_question(officer, diet, way):
    edit_question(diet, by=officer, kind="text", label=label("What you eat"), **WORDS)
    assert (fresh(diet).key, fresh(diet).kind, str(fresh(diet).label)) == ("diet", "text", "What you eat")
    kept = [{"key": "train", "text": {"en": "By train"}}, BUS]
    edit_question(way, by=officer, kind="choices", label=way.label, choices=kept, **WORDS)
    assert [one["key"] for one in fresh(way).choices] == ["train", "bus"]


def test_what_was_answered_stays(forum, officer, diet, way):
    come(forum, 1, answers={"diet": "Fish", "way": ["train"]})
    with pytest.raises(RefusedError, match="what it takes stays"):
        edit_question(diet, by=officer, kind="text", label=diet.label, **WORDS)
    with pytest.raises(RefusedError, match="Somebody has chosen this already, so it stays: Train"):
        edit_question(way, by=officer, kind="choices", label=way.label, choices=[way.choices[0], BUS], **WORDS)
    edit_question(way, by=officer, kind="choices", label=way.label, choices=[way.choices[1], TRAIN], **WORDS)
    for question in (diet, way):
        with pytest.raises(RefusedError, match="has answered this question, so it stays"):
            remove_question(question, by=officer)
