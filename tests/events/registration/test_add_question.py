"""A question more is asked."""

import pytest

from core.localised import LocalisedText
from core.refusal import RefusedError
from events.actions import questions as acts
from events.actions.questions import add_question
from tests.events.registration.conftest import BUS, TRAIN, WORDS, label


def test_add_question(forum, officer, diet, way, told):
    again = add_question(forum, by=officer, kind="text", label=label("Diet"), **WORDS)
    korean = add_question(forum, by=officer, kind="text", label=LocalisedText({"ko": "식사"}), **WORDS)
    assert [one.key for one in (diet, way, again, korean)] == ["diet", "way", "diet-2", "question"]
    assert [one.position for one in (diet, way, again, korean)] == [1, 2, 3, 4]
    assert way.choices == [{"key": "bus", "text": BUS["text"]}, {"key": "train", "text": TRAIN["text"]}]
    assert [entry[0] for entry in told(forum)] == ["add_question"] * 4


def test_a_choice_needs_choices_and_a_form_an_end(forum, officer, diet, monkeypatch):
    with pytest.raises(RefusedError, match="at least two choices"):
        add_question(forum, by=officer, kind="choice", label=label("Way"), choices=[BUS], **WORDS)
    monkeypatch.setattr(acts, "MOST", 1)
    with pytest.raises(RefusedError, match="at most 1 questions"):
        add_question(forum, by=officer, kind="line", label=label("More"), **WORDS)
