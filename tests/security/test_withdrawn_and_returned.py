"""A request that has ended moves no further, and one that is being revised is not read by everybody."""

import pytest

from consultations.actions import answering, closing, drafting
from consultations.models import Consultation
from core.refusal import RefusedError
from people.enums import Function
from people.models import Appointment, User
from tests.consultations import builders as build

pytestmark = pytest.mark.django_db


def test_the_answer_to_a_withdrawn_request_stays_where_it_was(cast, officer, official_by):
    row = build.in_translation(cast)
    closing.withdraw(row, by=official_by, reason="Solved.")
    answer, translated = build.version(row), build.texts(row, build.TRANSLATED)
    for act in (
        lambda: answering.translate_answer(answer, by=officer, language="ru", texts=translated),
        lambda: answering.hand_over_answer(answer, by=officer),
        lambda: answering.send_back_answer(answer, by=officer, reason="Late."),
    ):
        with pytest.raises(RefusedError, match="while the request is with the advisors"):
            act()
    row = build.fresh(row)
    assert (row.status, row.answer_state, build.version(row).state) == ("withdrawn", "translation", "translation")


@pytest.mark.parametrize("function", [Function.EVALUATOR, Function.OBSERVER])
def test_a_returned_request_is_not_reviewed_while_it_is_revised(cast, officer, advisor2_kr, official_by, function):
    Appointment.objects.filter(user=advisor2_kr).update(function=function)
    reviewer = User.objects.get(pk=advisor2_kr.pk)
    row = build.registered(cast)
    assert list(Consultation.objects.visible_to(reviewer)) == [row]
    row = drafting.return_request(row, by=officer, reason="Clarify.")
    assert list(Consultation.objects.visible_to(reviewer)) == []
    row = drafting.submit(row, by=official_by)
    assert list(Consultation.objects.visible_to(reviewer)) == [row]
