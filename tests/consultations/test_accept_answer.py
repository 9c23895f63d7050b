import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from consultations.actions.closing import accept_answer
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk
from tests.factories import appoint


def test_the_request_is_closed(answered, official_by, heard, told):
    heard()
    with time_machine.travel(minsk(16, 10, month=4), tick=False):
        row = build.fresh(accept_answer(answered, by=official_by, usefulness=4, feedback="Пригодится."))
    assert (row.status, row.usefulness, row.feedback, row.closed_at, row.due_at) == (
        "closed",
        4,
        "Пригодится.",
        minsk(16, 10, month=4),
        None,
    )
    assert row.clocks.filter(ended_at=None).count() == 0
    assert heard() == [("answer_accepted", {"consultation": row, "by": official_by})]
    assert told(row)[-1] == ("accept_answer", "answered", "closed", "official@by.example", "")


def test_the_asking_body_accepts_and_only_once(cast, answered, official_by, officer, contact_by, contact_ge):
    for person in (officer, contact_by):
        with pytest.raises(PermissionDenied):
            accept_answer(answered, by=person)
    appoint(contact_ge, "focal_point", answered.organisation)
    accept_answer(answered, by=contact_ge)
    with pytest.raises(RefusedError, match="“Accept the answer” is no longer possible"):
        accept_answer(answered, by=official_by)


def test_usefulness_is_one_to_five(answered, official_by):
    for wrong in (0, 6):
        with pytest.raises(IntegrityError, match="usefulness_1_to_5"), transaction.atomic():
            accept_answer(answered, by=official_by, usefulness=wrong)


def test_who_left_the_body_accepts_no_more(cast, answered, official_by):
    cast.appointments["official_by"].ends_on = minsk(1).date().replace(year=2025)
    cast.appointments["official_by"].save()
    official_by.refresh_from_db()
    with pytest.raises(PermissionDenied):
        accept_answer(answered, by=official_by)


def test_the_screen(answered, closed, knock, screen):
    readers = ("officer", "contact_by", "advisor_kr", "director_by", "director_kr")
    assert knock("accept_answer", answered) == doors(**dict.fromkeys(readers, 403), official_by=200)
    assert screen("official_by", "accept_answer", closed).status_code == 409
    empty = screen("official_by", "accept_answer", answered, feedback="Долгий отзыв")
    assert (list(empty.context["form"].errors), empty.context["form"]["feedback"].value()) == (
        ["usefulness"],
        "Долгий отзыв",
    )
    answer = screen("official_by", "accept_answer", answered, usefulness=5)
    assert (answer["Location"], build.fresh(answered).usefulness) == (answered.get_absolute_url(), 5)
