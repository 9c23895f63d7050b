import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from consultations.actions.answering import send_answer
from consultations.models import Answer, Consultation
from core.refusal import RefusedError
from tests.consultations import builders as build
from tests.consultations.conftest import doors
from tests.consultations.moments import minsk


def test_the_requester_gets_it_and_the_advisors_clock_ends(in_check, officer, heard, told):
    heard()
    moment = minsk(16, 10, month=4)
    in_check.clocks.update(due_at=minsk(17, month=4))
    with time_machine.travel(moment, tick=False):
        row = build.fresh(send_answer(in_check, by=officer))
    answer = build.version(row)
    assert (row.status, row.answer_state, row.answered_at, row.moved_at) == ("answered", "sent", moment, moment)
    assert (answer.state, answer.sent_at, answer.translations.get().checked_by) == ("sent", moment, officer)
    # Ten days of Minsk after the 16th, without the 20th and 21st, with Saturday the 25th, without 1 May: Monday 4 May.
    running = {one.kind: (one.country_id, one.due_at) for one in row.clocks.filter(ended_at=None)}
    assert running == {"acceptance": ("BY", minsk(4, month=5))}
    assert (row.due_at, {one.was_met for one in row.clocks.filter(kind__in=["answer", "first_response"])}) == (
        minsk(4, month=5),
        {True},
    )
    assert heard() == [("answer_sent", {"consultation": row, "by": officer, "answer": answer})]
    assert told(row)[-1] == ("answer", "in_progress", "answered", "officer@centre.example", "")


def test_it_is_read_question_by_question_and_found(answered, screen):
    shown = screen("official_by", "detail", answered).context
    assert [(one.part.text["ko"], one.part.text["ru"]) for one in shown["questions"]] == list(
        zip(build.ANSWERS, build.TRANSLATED, strict=True)
    )
    assert [Consultation.objects.matching(words).count() for words in ("ведомство", "책임자")] == [1, 1]


def test_what_is_in_preparation_is_not_found(in_check):
    assert [Consultation.objects.matching(words).count() for words in ("ведомство", "책임자")] == [0, 0]


def test_a_late_answer_is_remembered_as_late(in_check, officer):
    with time_machine.travel(minsk(1, 10, month=3, year=2027), tick=False):
        row = send_answer(in_check, by=officer)
    assert row.clocks.get(kind="answer").was_met is False


def test_officers_send_and_only_what_was_checked(cast, in_check, in_translation, answered, officer):
    for who in ("advisor_kr", "director_kr", "official_by"):
        with pytest.raises(PermissionDenied):
            send_answer(in_check, by=cast.people[who])
    for row in (in_translation, answered):
        with pytest.raises(RefusedError, match="No version of the answer waits for the check"):
            send_answer(row, by=officer)
    assert build.fresh(in_check).status == "in_progress"


def test_a_request_whose_languages_changed_is_not_answered_in_the_wrong_one(in_check, officer):
    answer = build.version(in_check)
    answer.translations.all().delete()
    with pytest.raises(RefusedError, match="translate every part"):
        send_answer(in_check, by=officer)


def test_the_database_holds_the_record(answered):
    with pytest.raises(IntegrityError, match="sent_answer_has_moment"), transaction.atomic():
        Answer.objects.update(sent_at=None)
    twin = Answer.objects.get()
    for state, name in (("draft", "one_answer_a_version"), ("sent", "one_answer_a_version")):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Answer.objects.create(
                consultation=answered,
                version=1,
                state=state,
                language="ko",
                by=twin.by,
                sent_at=twin.sent_at if state == "sent" else None,
            )


def test_the_screen(in_check, in_writing, in_progress, answered, knock, screen):
    readers = ("official_by", "contact_by", "advisor_kr", "director_by", "director_kr")
    assert knock("check_answer", in_check) == doors(**dict.fromkeys(readers, 403), officer=200)
    assert [screen("officer", "check_answer", row).status_code for row in (in_writing, in_progress, answered)] == [
        409,
        404,
        404,
    ]
    shown = screen("officer", "check_answer", in_check).context
    assert shown["missing"] is False
    assert screen("officer", "check_answer", in_check, seen="1.1.0").status_code == 409  # not what was read
    answer = screen("officer", "check_answer", in_check, seen=shown["stamp"])
    assert (answer["Location"], build.fresh(in_check).status) == (in_check.get_absolute_url(), "answered")


def test_the_screen_says_when_the_translation_is_missing(in_check, screen):
    build.version(in_check).translations.update(of_revision=1)
    assert screen("officer", "check_answer", in_check).context["missing"] is True
    assert screen("officer", "check_answer", in_check, send="1").status_code == 409
