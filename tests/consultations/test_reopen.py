from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from consultations.actions.closing import reopen
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import seoul


def test_it_goes_back_to_the_advisors_with_five_days(answered, official_by, heard, told):
    heard()
    with time_machine.travel(seoul(19, 15, month=5), tick=False) as clock:
        answered.answered_at = seoul(18, month=5)
        answered.save()
        clock.move_to(seoul(19, 15, month=5))
        row = build.fresh(reopen(answered, by=official_by, reason="Вопрос 2 остался."))
    assert (row.status, row.answer_state) == ("in_progress", "")
    # Five days of Seoul after the 19th: 20, 21, 22, 26, 27; the 25th is a substitute holiday.
    assert {one.kind: (one.country_id, one.due_at) for one in row.clocks.filter(ended_at=None)} == {
        "answer": ("KR", seoul(27, month=5))
    }
    assert row.due_at == seoul(27, month=5)
    assert heard() == [("answer_reopened", {"consultation": row, "by": official_by, "reason": "Вопрос 2 остался."})]
    assert told(row)[-1] == ("reopen", "answered", "in_progress", "official@by.example", "Вопрос 2 остался.")


def test_for_thirty_days(answered, official_by):
    sent = answered.answered_at
    with (
        time_machine.travel(sent + timedelta(days=30, seconds=1), tick=False),
        pytest.raises(RefusedError, match="for thirty days"),
    ):
        reopen(answered, by=official_by, reason="x")
    with time_machine.travel(sent + timedelta(days=30), tick=False):
        assert reopen(answered, by=official_by, reason="x").status == "in_progress"


def test_the_asking_body_reopens_and_only_an_answer(cast, answered, closed, in_progress, official_by):
    for who in ("officer", "advisor_kr", "contact_by", "director_by"):
        with pytest.raises(PermissionDenied):
            reopen(answered, by=cast.people[who], reason="x")
    for row in (closed, in_progress):
        with pytest.raises(RefusedError, match="“Reopen with reasons” is no longer possible"):
            reopen(row, by=official_by, reason="x")


def test_when_the_advisor_has_left_the_clock_is_that_of_his_side(cast, answered, official_by):
    for who in ("advisor_kr", "advisor2_kr"):
        cast.appointments[who].delete()
    row = reopen(answered, by=official_by, reason="x")
    assert row.clocks.get(ended_at=None).country_id == "KR"


def test_the_sent_version_stays_readable(answered, official_by, screen):
    reopen(answered, by=official_by, reason="x")
    shown = screen("official_by", "detail", answered).context
    assert (shown["answer"].answer.version, shown["answer"].in_preparation) == (1, None)


def test_the_screen(answered, closed, knock, screen):
    readers = ("officer", "contact_by", "advisor_kr", "director_by", "director_kr")
    assert knock("reopen", answered) == doors(**dict.fromkeys(readers, 403), official_by=200)
    late = screen("official_by", "reopen", closed, reason="Долгие причины")
    assert (late.status_code, "Долгие причины" in late.content.decode()) == (409, True)
    empty = screen("official_by", "reopen", answered, reason=" ")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["reason"])


def test_too_late_keeps_what_was_typed(answered, screen):
    with time_machine.travel(answered.answered_at + timedelta(days=31)):
        late = screen("official_by", "reopen", answered, reason="Долгие причины")
    form = late.context["form"]
    assert (late.status_code, len(form.non_field_errors()), form["reason"].value()) == (200, 1, "Долгие причины")
