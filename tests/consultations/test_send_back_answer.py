import pytest
from django.core.exceptions import PermissionDenied

from consultations.actions.answering import send_back_answer
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors


def test_it_goes_back_to_its_author_with_reasons(in_check, officer, heard, told):
    heard()
    answer = send_back_answer(build.version(in_check), by=officer, reason="Проверьте цифры.")
    row = build.fresh(in_check)
    assert (answer.state, answer.sent_back_reason, row.answer_state, row.status) == (
        "draft",
        "Проверьте цифры.",
        "draft",
        "in_progress",
    )
    assert heard() == [
        ("answer_sent_back", {"consultation": row, "by": officer, "answer": answer, "reason": "Проверьте цифры."})
    ]
    assert told(answer)[-1] == ("send_back", "check", "draft", "officer@centre.example", "Проверьте цифры.")


def test_the_translator_sends_back_too(in_translation, advisor_kr, advisor2_kr, officer):
    build.deciding.change_people(in_translation, by=officer, lead=advisor_kr, translator=advisor2_kr)
    assert send_back_answer(build.version(in_translation), by=advisor2_kr, reason="x").state == "draft"


def test_not_from_elsewhere_and_not_by_others(cast, in_check, in_writing, answered, officer):
    for who in ("advisor_kr", "official_by", "director_kr"):
        with pytest.raises(PermissionDenied):
            send_back_answer(build.version(in_check), by=cast.people[who], reason="x")
    for row in (in_writing, answered):
        with pytest.raises(RefusedError, match="“Send back with reasons” is no longer possible"):
            send_back_answer(build.version(row), by=officer, reason="x")


def test_the_requester_never_reads_the_reasons(in_check, officer, screen):
    send_back_answer(build.version(in_check), by=officer, reason="Тайнаяпричина")
    shown = {
        who: "Тайнаяпричина" in screen(who, "detail", in_check).content.decode()
        for who in ("official_by", "contact_by")
    }
    assert shown == {"official_by": False, "contact_by": False}
    assert "Тайнаяпричина" in screen("advisor_kr", "write_answer", in_check).content.decode()


def test_the_screen(in_check, in_writing, in_progress, answered, knock, screen):
    readers = ("official_by", "contact_by", "advisor_kr", "director_by", "director_kr")
    assert knock("send_back_answer", in_check) == doors(**dict.fromkeys(readers, 403), officer=200)
    assert [screen("officer", "send_back_answer", row).status_code for row in (in_writing, in_progress)] == [409, 404]
    empty = screen("officer", "send_back_answer", in_check, reason="")
    assert (empty.status_code, list(empty.context["form"].errors)) == (200, ["reason"])
    answer = screen("officer", "send_back_answer", in_check, reason="Проверьте.")
    assert answer["Location"] == in_check.get_absolute_url()
