"""The yearly question is answered once by each side."""

import pytest
from django.urls import reverse

from core.refusal import RefusedError
from practices.actions import asking_adopters
from practices.enums import Answerer, StillSo
from practices.models import AdoptionAnswer
from practices.tasks.adoptions import ask_adopters


def at(name, adoption, *more):
    return reverse(f"practices:{name}", args=[adoption.practice.reference, adoption.pk, *more])


def test_the_yearly_answer_is_given_once(client_of, adoption, focal_kr, focal_by):
    focal_kr.language = "en"
    focal_kr.save()
    asked = AdoptionAnswer.objects.create(adoption=adoption, year=2027, side=Answerer.OWNER)
    address = at("answer_adoption", adoption, asked.pk)
    assert client_of(focal_by).get(address).status_code == 403
    assert client_of(focal_kr).post(address, {"still": "changed"}).status_code == 200  # a word of reason is missing
    assert client_of(focal_kr).post(address, {"still": "yes"}).status_code == 302
    again = client_of(focal_kr).post(address, {"still": "stopped", "comment": "Ended."})
    assert "answered already" in again.content.decode()
    asked.refresh_from_db()
    assert asked.answer == "yes"


def test_a_stop_leads_the_adopter_to_the_report(client_of, adoption, focal_by):
    asked = AdoptionAnswer.objects.create(adoption=adoption, year=2027, side=Answerer.ADOPTER)
    answer = client_of(focal_by).post(
        at("answer_adoption", adoption, asked.pk), {"still": "stopped", "comment": "Заменено."}
    )
    assert answer.url == at("begin_report", adoption) + "?stage=stopped"


def test_a_change_needs_a_word(adoption, later, focal_kr):
    ask_adopters()
    answer = AdoptionAnswer.objects.get(side="owner")
    with pytest.raises(RefusedError, match="what has changed"):
        asking_adopters.answer_question(answer, by=focal_kr, still=StillSo.CHANGED, comment=" ")
