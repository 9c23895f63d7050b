"""Whoever does not answer is asked once more."""

from datetime import timedelta

from practices.actions import asking_adopters
from practices.enums import StillSo
from practices.models import AdoptionAnswer
from practices.tasks.adoptions import ask_adopters, remind_adopters


def test_whoever_does_not_answer_is_asked_once_more(adoption, later, heard, focal_kr):
    ask_adopters()
    later.shift(timedelta(days=60))
    asking_adopters.answer_question(AdoptionAnswer.objects.get(side="owner"), by=focal_kr, still=StillSo.YES)
    heard()
    assert (remind_adopters(), remind_adopters()) == (1, 0)
    assert [(name, said["answer"].side) for name, said in heard()] == [("adoption_reminded", "adopter")]
