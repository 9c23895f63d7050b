import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from consultations.actions.corresponding import ask_back
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk, seoul


def test_the_advisors_clock_stops_and_the_requesters_starts(cast, advisor_kr, heard, told):
    with time_machine.travel(seoul(12, 15, month=5), tick=False) as clock:
        row = build.in_progress(cast)
        heard()
        clock.move_to(seoul(14, 12, month=5))
        row = build.fresh(ask_back(row, by=advisor_kr, text="어느 기관입니까?", language="ko"))
    message = row.messages.get()
    assert (row.status, row.moved_at) == ("waiting", seoul(14, 12, month=5))
    assert (message.kind, message.texts.get().text) == ("question", "어느 기관입니까?")
    assert heard() == [("requester_asked", {"consultation": row, "by": advisor_kr, "message": message})]
    assert told(row)[-1] == ("ask_back", "in_progress", "waiting", "advisor@kr.example", "")
    # Noon in Seoul is six in the morning in Minsk: the day itself counts there, and so four more.
    assert {
        one.kind: (one.country_id, one.due_at, one.was_met) for one in row.clocks.exclude(kind__in=["check", "assign"])
    } == {
        "first_response": ("KR", seoul(14, month=5), True),
        "answer": ("KR", None, None),
        "reply": ("BY", minsk(20, month=5), None),
    }
    assert row.due_at == minsk(20, month=5)
    pause = row.clocks.get(kind="answer").pauses.get()
    assert (pause.started_at, pause.ended_at) == (seoul(14, 12, month=5), None)


def test_advisors_ask_and_only_while_they_write(in_progress, waiting, answered, advisor_kr, officer, official_by):
    for person in (officer, official_by):
        with pytest.raises(PermissionDenied):
            ask_back(in_progress, by=person, text="x", language="ko")
    for row in (waiting, answered):
        with pytest.raises(RefusedError, match="“Ask the requester” is no longer possible"):
            ask_back(row, by=advisor_kr, text="x", language="ko")


def test_the_screen(in_progress, waiting, knock, screen):
    readers = ("official_by", "contact_by", "officer", "director_by", "director_kr")
    assert knock("ask_back", in_progress) == doors(**dict.fromkeys(readers, 403), advisor_kr=200)
    empty = screen("advisor_kr", "ask_back", in_progress, text="", language="ko")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["text"])
    late = screen("advisor_kr", "ask_back", waiting, text="길게 썼다", language="ko")
    assert (late.status_code, "길게 썼다" in late.content.decode()) == (409, True)
    answer = screen("advisor_kr", "ask_back", in_progress, text="어느 기관입니까?", language="ko")
    assert answer["Location"] == f"{in_progress.get_absolute_url()}#thread"
