"""Two people acting on one request at the same moment never lose or double a step: threads, connections, real commits."""

import pytest
import time_machine
from django.db import transaction

from consultations.actions.answering import hand_over_answer, write_answer
from consultations.actions.closing import accept_answer, reopen
from consultations.actions.corresponding import translate_message, write_message
from consultations.actions.deciding import assign, decide
from consultations.actions.drafting import edit_draft, forward, next_reference
from consultations.models import Answer, Clock, Consultation, Message, ReferenceSeries
from consultations.tasks import sign_for_silence
from core.models import JournalEntry, Signature
from core.refusal import RefusedError
from notifications.models import Notification
from tests.at_once import at_once
from tests.consultations import builders as build

pytestmark = pytest.mark.usefixtures("real_commits")


@pytest.fixture
def row():
    return Consultation.objects.all()


def kinds(answers):
    return sorted(type(answer).__name__ for answer in answers)


def verbs(*wanted):
    return sorted(JournalEntry.objects.filter(verb__in=wanted).values_list("verb", flat=True))


def test_two_co_directors_decide_exactly_once(registered, director_by, director_kr, row):
    Notification.objects.all().delete()
    answers = at_once(
        lambda: decide(registered, by=director_by, accepts=True),
        lambda: decide(registered, by=director_kr, accepts=True),
        holding=row,
    )
    assert sorted(answer.status for answer in answers) == ["accepted", "registered"]
    assert verbs("decide", "decide:key") == ["decide", "decide:key", "decide:key"]
    assert (Signature.objects.count(), Clock.objects.filter(kind="assign").count()) == (2, 1)
    told = Notification.objects.filter(kind="consultation_accepted").values_list("user", flat=True)
    assert len(set(told)) == len(told) > 0


def test_one_for_and_one_against_decide_nothing(registered, director_by, director_kr, row):
    answers = at_once(
        lambda: decide(registered, by=director_by, accepts=True),
        lambda: decide(registered, by=director_kr, accepts=False, reason="x"),
        holding=row,
    )
    assert [answer.status for answer in answers] == ["registered", "registered"]
    assert sorted(Signature.objects.filter(cleared_at=None).values_list("step", "key")) == [
        ("decide", "a"),
        ("decline", "b"),
    ]


def test_a_step_taken_twice_happens_once(submitted, accepted, contact_by, officer, advisor_kr, row):
    answers = at_once(*[lambda: forward(submitted, by=contact_by)] * 2, holding=row.filter(pk=submitted.pk))
    assert kinds(answers) == ["Consultation", "RefusedError"]
    answers = at_once(*[lambda: assign(accepted, by=officer, lead=advisor_kr)] * 2, holding=row.filter(pk=accepted.pk))
    assert kinds(answers) == ["Consultation", "RefusedError"]
    assert (accepted.participants.count(), accepted.clocks.filter(ended_at=None).count()) == (1, 2)


def test_twenty_registrations_leave_no_gap_and_no_double():
    ReferenceSeries.objects.create(year=2026, last=7)

    def take():
        with transaction.atomic():
            return next_reference(2026)

    answers = at_once(*[take] * 20, holding=ReferenceSeries.objects.all())
    assert sorted(answers) == [f"CR-2026-{number:03d}" for number in range(8, 28)]


def test_a_refused_registration_gives_its_number_back(submitted, contact_by, official_by, row):
    """One withdraws what the other registers; whichever comes first, the series has no gap."""
    at_once(
        lambda: forward(submitted, by=contact_by),
        lambda: build.closing.withdraw(submitted, by=official_by, reason="x"),
        holding=row,
    )
    given = Consultation.objects.exclude(reference=None).count()
    assert sum(ReferenceSeries.objects.values_list("last", flat=True)) == given


def test_silence_against_an_objection(registered, director_kr, row):
    with time_machine.travel(registered.due_at):
        answers = at_once(
            sign_for_silence, lambda: decide(registered, by=director_kr, accepts=False, reason="반대"), holding=row
        )
    status = build.fresh(registered).status
    if status == "accepted":
        assert (answers[0], type(answers[1])) == (1, RefusedError)
        assert Signature.objects.exclude(settled_at=None).count() == 2
    else:
        assert (status, answers[0], answers[1].status) == ("registered", 0, "registered")
        assert list(Signature.objects.values_list("step", "key", "settled_at")) == [("decline", "b", None)]


def test_two_clocks_sign_once(registered, row):
    with time_machine.travel(registered.due_at):
        assert sorted(at_once(sign_for_silence, sign_for_silence, holding=row)) == [0, 1]
    assert (verbs("decide"), Signature.objects.count()) == (["decide"], 2)


def test_accepting_against_reopening(answered, official_by, row):
    answers = at_once(
        lambda: accept_answer(answered, by=official_by, usefulness=5),
        lambda: reopen(answered, by=official_by, reason="x"),
        holding=row,
    )
    assert kinds(answers) == ["Consultation", "RefusedError"]
    status = build.fresh(answered).status
    assert verbs("accept_answer", "reopen") == [{"closed": "accept_answer", "in_progress": "reopen"}[status]]
    assert answered.clocks.filter(ended_at=None).count() == {"closed": 0, "in_progress": 1}[status]


def test_two_advisors_begin_one_answer(in_progress, advisor_kr, row):
    texts = build.texts(in_progress)
    answers = at_once(*[lambda: write_answer(in_progress, by=advisor_kr, language="ko", texts=texts)] * 2, holding=row)
    assert (kinds(answers), Answer.objects.count(), Answer.objects.get().revision) == (["Answer", "RefusedError"], 1, 2)


def test_handing_over_while_a_colleague_saves(in_writing, advisor_kr, row):
    """Either the saved text is handed over, or the saving is refused: what was handed over never changes."""
    answer, texts = build.version(in_writing), build.texts(in_writing, ("다시", "쓴다"))
    saved, handed = at_once(
        lambda: write_answer(in_writing, by=advisor_kr, language="ko", texts=texts, seen=2),
        lambda: hand_over_answer(answer, by=advisor_kr),
        holding=row,
    )
    answer = Answer.objects.get()
    assert (answer.state, handed.state) == ("translation", "translation")
    assert answer.revision == (2 if isinstance(saved, RefusedError) else 3)


def test_two_who_edit_a_draft(draft, official_by, row):
    answers = at_once(
        lambda: edit_draft(draft, by=official_by, seen=2, title="Первый"),
        lambda: edit_draft(draft, by=official_by, seen=2, title="Второй"),
        holding=row,
    )
    [saved] = [answer for answer in answers if not isinstance(answer, RefusedError)]
    assert (kinds(answers), build.fresh(draft).title, build.fresh(draft).revision) == (
        ["Consultation", "RefusedError"],
        saved.title,
        3,
    )


def test_words_of_both_are_found(in_progress, officer, official_by, advisor_kr, row):
    first = write_message(in_progress, by=advisor_kr, text="안녕하세요", language="ko")
    at_once(
        lambda: write_message(in_progress, by=official_by, text="Резервирование", language="ru"),
        lambda: translate_message(first, by=officer, language="en", text="Greetings"),
        holding=row,
    )
    assert Message.objects.count() == 2
    assert [Consultation.objects.matching(words).count() for words in ("резервирование", "greetings", "안녕")] == [
        1,
        1,
        1,
    ]
