"""The yearly question: asked by the clock once, answered by each side, asked again once."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from core.refusal import RefusedError
from practices.actions import asking_adopters
from practices.enums import StillSo
from practices.models import AdoptionAnswer
from practices.tasks.adoptions import ask_adopters, remind_adopters


@pytest.fixture
def later(adoption):
    """A year and a day after the confirmation."""
    moment = datetime.combine(adoption.ask_on + timedelta(days=1), datetime.min.time(), tzinfo=UTC)
    with time_machine.travel(moment + timedelta(hours=9), tick=False) as traveller:
        yield traveller


def test_both_sides_are_asked_once(adoption, later, heard):
    heard()
    assert (ask_adopters(), ask_adopters()) == (2, 0)
    assert sorted(AdoptionAnswer.objects.values_list("side", flat=True)) == ["adopter", "owner"]
    assert [name for name, _said in heard()] == ["adoption_asked", "adoption_asked"]
    adoption.refresh_from_db()
    assert adoption.ask_on > adoption.stage_since


def test_nothing_is_asked_before_the_year_is_over(adoption):
    assert ask_adopters() == 0


def test_whoever_does_not_answer_is_asked_once_more(adoption, later, heard, focal_kr):
    ask_adopters()
    later.shift(timedelta(days=60))
    asking_adopters.answer_question(AdoptionAnswer.objects.get(side="owner"), by=focal_kr, still=StillSo.YES)
    heard()
    assert (remind_adopters(), remind_adopters()) == (1, 0)
    assert [(name, said["answer"].side) for name, said in heard()] == [("adoption_reminded", "adopter")]


def test_a_change_needs_a_word(adoption, later, focal_kr):
    ask_adopters()
    answer = AdoptionAnswer.objects.get(side="owner")
    with pytest.raises(RefusedError, match="what has changed"):
        asking_adopters.answer_question(answer, by=focal_kr, still=StillSo.CHANGED, comment=" ")
