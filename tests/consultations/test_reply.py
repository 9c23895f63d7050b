import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from consultations.actions.corresponding import ask_back, reply
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk, seoul
from tests.factories import appoint


def test_the_advisors_clock_runs_on_with_what_it_had_left(cast, advisor_kr, official_by, heard, told):
    """Of ninety hours fifteen were worked before the pause; the other seventy-five run from the reply."""
    with time_machine.travel(seoul(12, 15, month=5), tick=False) as clock:
        row = build.in_progress(cast)
        clock.move_to(seoul(14, 12, month=5))
        row = ask_back(row, by=advisor_kr, text="어느 기관입니까?", language="ko")
        heard()
        clock.move_to(seoul(20, 11, month=5))
        row = build.fresh(reply(row, by=official_by, text="Министерство связи.", language="ru"))
    message = row.messages.last()
    assert (row.status, message.kind, message.texts.get().text) == ("in_progress", "reply", "Министерство связи.")
    assert heard() == [("requester_replied", {"consultation": row, "by": official_by, "message": message})]
    assert told(row)[-1] == ("reply", "waiting", "in_progress", "official@by.example", "")
    clocks = {one.kind: (one.due_at, one.was_met) for one in row.clocks.filter(kind__in=["answer", "reply"])}
    assert clocks == {"answer": (seoul(2, month=6), None), "reply": (minsk(20, month=5), True)}
    assert row.due_at == seoul(2, month=6)
    pause = row.clocks.get(kind="answer").pauses.get()
    assert (pause.started_at, pause.ended_at) == (seoul(14, 12, month=5), seoul(20, 11, month=5))


def test_a_late_reply_is_remembered_as_late(cast, official_by):
    with time_machine.travel(seoul(12, 15, month=5), tick=False) as clock:
        row = build.waiting(cast)
        clock.move_to(minsk(29, 10, month=5))
        reply(row, by=official_by, text="x", language="ru")
    assert row.clocks.get(kind="reply").was_met is False


def test_asking_twice_stops_twice(cast, advisor_kr, official_by):
    """Two pauses are two rows, and both are taken out."""
    with time_machine.travel(seoul(12, 9, month=5), tick=False) as clock:
        row = build.in_progress(cast)
        for day in (13, 18):
            clock.move_to(seoul(day, 9, month=5))
            row = ask_back(row, by=advisor_kr, text="?", language="ko")
            clock.move_to(seoul(day + 1, 9, month=5))
            row = reply(row, by=official_by, text="!", language="ru")
    # Twelve days from 12 May, without 25 May and the two days that stood still.
    answer = row.clocks.get(kind="answer")
    assert (answer.due_at, answer.pauses.count()) == (seoul(28, month=5), 2)


def test_requester_and_focal_points_reply_and_only_when_asked(
    cast, waiting, in_progress, official_by, contact_by, contact_ge, advisor_kr
):
    for person in (contact_by, advisor_kr):
        with pytest.raises(PermissionDenied):
            reply(waiting, by=person, text="x", language="ru")
    with pytest.raises(RefusedError, match="“Reply” is no longer possible"):
        reply(in_progress, by=official_by, text="x", language="ru")
    appoint(contact_ge, "focal_point", waiting.organisation)
    assert reply(waiting, by=contact_ge, text="x", language="en").status == "in_progress"


def test_the_screen(waiting, in_progress, knock, screen):
    readers = ("contact_by", "officer", "director_by", "director_kr", "advisor_kr")
    assert knock("reply", waiting) == doors(**dict.fromkeys(readers, 403), official_by=200)
    shown = screen("official_by", "reply", waiting)
    assert [one.original.text for one in shown.context["asked"]] == ["어느 기관입니까?"]
    late = screen("official_by", "reply", in_progress, text="Долгий ответ", language="ru")
    assert (late.status_code, "Долгий ответ" in late.content.decode()) == (409, True)
    empty = screen("official_by", "reply", waiting, text="", language="ru")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["text"])
    answer = screen("official_by", "reply", waiting, text="Министерство связи.", language="ru")
    assert answer["Location"] == f"{waiting.get_absolute_url()}#thread"
