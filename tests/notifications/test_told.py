"""Who is told: the right people for every act, never the actor, never somebody who may not see it."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import time_machine
from django.apps import apps
from django.conf import settings
from django.dispatch import Signal

from consultations import signals
from consultations.actions import answering, closing, corresponding, deciding, drafting
from consultations.enums import Audience, ClockKind, Use
from consultations.models import Consultation
from notifications.messages.registry import KINDS, SILENT
from people.actions import (
    accept_invitation,
    end_appointment,
    reassign_work,
    refuse_access_request,
    request_access,
    send_invitation,
    start_appointment,
)
from people.enums import Function
from people.models import Appointment
from tests.factories import appoint, make_user

OFFICIAL, CONTACT, OFFICER = "official@by.example", "contact@by.example", "officer@centre.example"
DIRECTOR_A, DIRECTOR_B = "director@by.example", "director@kr.example"
ADVISOR, ADVISOR2, ADMIN = "advisor@kr.example", "advisor2@kr.example", "admin@centre.example"


def declared():
    """Every signal of our apps, by name."""
    rooms = (f"{app.name}.signals" for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR)
    modules = [import_module(room) for room in rooms if find_spec(room)]
    return {
        f"{module.__name__}.{name}": signal
        for module in modules
        for name, signal in vars(module).items()
        if isinstance(signal, Signal)
    }


def test_every_signal_has_a_message_or_a_reason_for_silence():
    told = {kind.signal for kind in KINDS.values()}
    assert {name for name, signal in declared().items() if signal not in told | set(SILENT)} == set()
    assert told & set(SILENT) == set()
    assert set(SILENT) <= set(declared().values())
    assert [reason for reason in SILENT.values() if not reason.endswith(".")] == []


def test_every_message_has_its_words():
    folders = {path.name for path in (settings.BASE_DIR / "templates" / "notifications").iterdir() if path.is_dir()}
    assert folders == set(KINDS)


def test_submitted(submitted, told):
    assert told() == {"consultation_submitted": [CONTACT]}


def test_returned(submitted, contact_by, told, quiet):
    quiet()
    drafting.return_request(submitted, by=contact_by, reason="Укажите срок.")
    assert told() == {"consultation_returned": [OFFICIAL]}


def test_registered(submitted, contact_by, told, quiet):
    quiet()
    drafting.forward(submitted, by=contact_by)
    assert told() == {"consultation_registered": sorted([OFFICIAL, DIRECTOR_A, DIRECTOR_B, OFFICER])}


def test_one_key(registered, director_by, told, quiet):
    quiet()
    deciding.decide(registered, by=director_by, accepts=True)
    assert told() == {"key_turned": [DIRECTOR_B]}


def test_second_key(registered, director_by, director_kr, told, quiet):
    deciding.decide(registered, by=director_by, accepts=True)
    quiet()
    deciding.decide(registered, by=director_kr, accepts=True)
    assert told() == {"consultation_accepted": sorted([OFFICIAL, CONTACT, OFFICER, DIRECTOR_A])}


def test_declined(registered, director_by, director_kr, told, quiet):
    deciding.decide(registered, by=director_by, accepts=False, reason="Вне программы.")
    quiet()
    deciding.decide(registered, by=director_kr, accepts=False, reason="범위 밖입니다.")
    assert told() == {"consultation_declined": sorted([OFFICIAL, CONTACT, OFFICER, DIRECTOR_A])}


def test_accepted_by_silence(registered, told, quiet):
    quiet()
    with time_machine.travel(registered.due_at):
        deciding.decide_by_silence(registered)
    assert told() == {"consultation_accepted": sorted([OFFICIAL, CONTACT, OFFICER, DIRECTOR_A, DIRECTOR_B])}


def test_assigned(accepted, cast, told, quiet):
    quiet()
    people = cast.people
    deciding.assign(accepted, by=people["officer"], lead=people["advisor_kr"], advisors=[people["advisor2_kr"]])
    assert told() == {"advisor_assigned": sorted([ADVISOR, ADVISOR2]), "advisor_named": [OFFICIAL]}


def test_another_advisor_is_no_news_for_the_requester(in_progress, cast, told, quiet):
    quiet()
    lead, other, officer = (cast.people[name] for name in ("advisor_kr", "advisor2_kr", "officer"))
    deciding.change_people(in_progress, by=officer, lead=lead, advisors=[other], translator=officer)
    assert told() == {"advisor_assigned": [ADVISOR2]}


def test_message(in_progress, cast, say, told, quiet):
    quiet()
    say(in_progress, cast.people["official_by"], "Добрый день.", "ru")
    assert told() == {"message_written": sorted([ADVISOR, OFFICER])}
    quiet()
    say(in_progress, cast.people["advisor_kr"], "안녕하십니까.", "ko")
    assert told() == {"message_written": sorted([OFFICIAL, OFFICER])}


def test_message_before_registration(submitted, official_by, say, told, quiet):
    quiet()
    say(submitted, official_by, "Дополнение.", "ru")
    assert told() == {"message_written": [CONTACT]}


def test_note_of_the_centre(in_progress, advisor_kr, told, quiet):
    quiet()
    corresponding.write_note(in_progress, by=advisor_kr, text="메모", language="ko", audience=Audience.CENTRE)
    assert told() == {"note_written": sorted([OFFICER, DIRECTOR_A, DIRECTOR_B])}


def test_note_of_one_side(in_progress, contact_by, told, quiet):
    quiet()
    corresponding.write_note(in_progress, by=contact_by, text="Нататка", language="be", audience=Audience.SIDE)
    assert ADVISOR not in told()["note_written"]
    assert DIRECTOR_B not in told()["note_written"]
    assert OFFICIAL not in told()["note_written"]
    assert DIRECTOR_A in told()["note_written"]


def test_asked_and_replied(in_progress, advisor_kr, official_by, told, quiet):
    quiet()
    waiting = corresponding.ask_back(in_progress, by=advisor_kr, text="몇 개입니까?", language="ko")
    assert told() == {"requester_asked": [OFFICIAL]}
    quiet()
    corresponding.reply(waiting, by=official_by, text="Три.", language="ru")
    assert told() == {"requester_replied": [ADVISOR]}


def test_answer_on_its_way(in_progress, cast, told, quiet):
    advisor_kr, advisor2_kr, officer = (cast.people[name] for name in ("advisor_kr", "advisor2_kr", "officer"))
    in_progress = deciding.change_people(in_progress, by=officer, lead=advisor_kr, translator=advisor2_kr)
    answer = answering.write_answer(
        in_progress, by=advisor_kr, language="ko", texts={in_progress.questions.get(): "기록"}
    )
    quiet()
    answer = answering.hand_over_answer(answer, by=advisor_kr)
    assert told() == {"answer_handed_over": [ADVISOR2]}
    quiet()
    answering.send_back_answer(answer, by=officer, reason="수치를 확인하십시오.")
    assert told() == {"answer_sent_back": [ADVISOR]}


def test_answer_goes_to_the_officer_once_for_each_handing_over(in_progress, advisor_kr, officer, told, quiet):
    question = in_progress.questions.get()
    answer = answering.write_answer(in_progress, by=advisor_kr, language="ru", texts={question: "По журналу."})
    quiet()
    answer = answering.hand_over_answer(answer, by=advisor_kr)
    answer = answering.send_back_answer(answer, by=officer, reason="Уточните.")
    answering.hand_over_answer(answer, by=advisor_kr)
    assert told() == {"answer_handed_over": [OFFICER, OFFICER], "answer_sent_back": [ADVISOR]}


def test_answered(answered, told):
    assert told()["answer_sent"] == sorted([OFFICIAL, CONTACT, DIRECTOR_A, DIRECTOR_B])


def test_answer_accepted(answered, official_by, told, quiet):
    quiet()
    closing.accept_answer(answered, by=official_by, usefulness=5, feedback="")
    assert told() == {"answer_accepted": sorted([ADVISOR, OFFICER, DIRECTOR_A, DIRECTOR_B])}


def test_reopened(answered, official_by, told, quiet):
    quiet()
    closing.reopen(answered, by=official_by, reason="Нужен пример.")
    assert told() == {"answer_reopened": sorted([ADVISOR, OFFICER])}


def test_withdrawn_from_the_contact_point(submitted, official_by, told, quiet):
    quiet()
    closing.withdraw(submitted, by=official_by, reason="Решено иначе.")
    assert told() == {"consultation_withdrawn": [CONTACT]}


def test_withdrawn_from_everybody(in_progress, official_by, told, quiet):
    quiet()
    closing.withdraw(in_progress, by=official_by, reason="Вопрос решён.")
    everybody = sorted([CONTACT, OFFICER, DIRECTOR_A, DIRECTOR_B, ADVISOR])
    assert told() == {"consultation_withdrawn": everybody}


def test_use(answered, official_by, told, quiet):
    closed = closing.accept_answer(answered, by=official_by, usefulness=5, feedback="")
    quiet()
    closed = closing.ask_about_use(closed)
    assert told() == {"use_asked": [OFFICIAL]}
    quiet()
    closing.report_use(closed, by=official_by, use=Use.USED, reason="")
    assert told() == {"use_reported": sorted([ADVISOR, OFFICER])}


def test_due_times(in_progress, told, quiet):
    clock = in_progress.clocks.get(kind=ClockKind.ANSWER)
    quiet()
    signals.due_soon.send(Consultation, consultation=in_progress, by=None, clock=clock)
    signals.overdue.send(Consultation, consultation=in_progress, by=None, clock=clock)
    signals.due_moved.send(Consultation, consultation=in_progress, by=None, clock=clock, before=clock.started_at)
    assert told() == {"due_soon": [ADVISOR], "overdue": sorted([ADVISOR, OFFICER]), "due_moved": [ADVISOR]}


def test_due_check_concerns_the_contact_point_alone(submitted, told, quiet):
    clock = submitted.clocks.get(kind=ClockKind.CHECK)
    quiet()
    signals.overdue.send(Consultation, consultation=submitted, by=None, clock=clock)
    assert told() == {"overdue": [CONTACT]}


def test_a_requester_who_has_left_is_stood_in_for(in_progress, cast, advisor_kr, told, quiet):
    Appointment.objects.filter(user=cast.people["official_by"]).update(ends_on="2020-01-01")
    appoint(make_user(email="focal@by.example"), Function.FOCAL_POINT, cast.organisations["services_by"])
    quiet()
    corresponding.ask_back(in_progress, by=advisor_kr, text="몇 개입니까?", language="ko")
    assert told() == {"requester_asked": ["focal@by.example"]}


def test_invited_without_an_account(cast, admin_user, told):
    send_invitation(
        by=admin_user, email="new@by.example", organisation=cast.organisations["services_by"], language="be"
    )
    assert told() == {"invitation_sent": ["new@by.example"]}


def test_invitation_accepted(cast, admin_user, visitor, told, quiet):
    invitation = send_invitation(
        by=admin_user, email="new@by.example", organisation=cast.organisations["services_by"], language="be"
    )
    quiet()
    accept_invitation(invitation, by=visitor, password="long-enough-2026", given_name="New", family_name="Person")
    assert told() == {"appointment_started": ["new@by.example"], "invitation_accepted": [ADMIN]}


def test_access(cast, admin_user, told, quiet):
    asked = request_access(
        email="asks@by.example",
        given_name="Asks",
        family_name="Sample",
        organisation=cast.organisations["services_by"],
        reason="Работа",
        language="ru",
    )
    assert told() == {"access_requested": [ADMIN]}
    quiet()
    refuse_access_request(asked, by=admin_user, reason="Нет такой сотрудницы.")
    assert told() == {"access_refused": ["asks@by.example"]}


def test_appointments(cast, admin_user, official_by, told):
    appointment = Appointment(
        user=official_by,
        function=Function.FOCAL_POINT,
        organisation=cast.organisations["services_by"],
        starts_on="2020-01-01",
    )
    start_appointment(appointment, by=admin_user)
    end_appointment(Appointment.objects.get(pk=appointment.pk), by=admin_user)
    assert told() == {"appointment_started": [OFFICIAL], "appointment_ended": [OFFICIAL]}


def test_reassigned(cast, admin_user, advisor_kr, advisor2_kr, told):
    reassign_work(advisor_kr, advisor2_kr, by=admin_user, appointments=[cast.appointments["advisor_kr"]])
    assert told()["work_reassigned"] == [ADVISOR2]
