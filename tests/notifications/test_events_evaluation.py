"""Who is told of questionnaires, and that a letter leads where its reader can answer."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from core.localised import LocalisedText
from events.actions.answering import answer_questionnaire
from events.actions.evaluation import (
    add_item,
    close_questionnaire,
    create_questionnaires,
    open_questionnaires,
    reopen_questionnaire,
)
from events.enums import SubjectKind
from events.models import Questionnaire
from events.tasks.evaluation import close_questionnaires, remind_of_answers
from notifications.models import Delivery, Notification
from tests.events.builders import make_event, make_participant

TUESDAY = timezone.datetime(2027, 11, 2, 9, tzinfo=timezone.get_default_timezone())  # open in Minsk, Seoul and Tbilisi


def built(event, officer, *, hours=48):
    [row] = create_questionnaires(event, by=officer, subject=SubjectKind.EDITION, standard=False)
    add_item(row, by=officer, key="overall", kind="scale", text=LocalisedText(en="How was it?"))
    closes_at = timezone.now() + timedelta(hours=hours) if hours else None
    return open_questionnaires(event, by=officer, questionnaires=[row], closes_at=closes_at)[0]


@pytest.fixture
def event(centre):
    return make_event(centre)


@pytest.fixture
def people(event, cast):
    """With an account, without one, and one who did not come."""
    mine = make_participant(event, user=cast.people["official_ge"], email="official@ge.example")
    return (
        mine,
        make_participant(event, email="guest@md.example", language="ru"),
        make_participant(event, status="reserve"),
    )


def test_those_who_came_are_told_once(event, people, officer, told, letters):
    with time_machine.travel(TUESDAY):
        built(event, officer)
        assert told() == {"questionnaire_opened": ["guest@md.example", "official@ge.example"]}
        sent = letters()
    guest = sent["guest@md.example"]
    assert f"/events/r/{people[1].secret}/questionnaires/" in guest.body
    assert people[1].secret not in sent["official@ge.example"].body
    assert people[1].secret not in str(list(Notification.objects.values_list("context", flat=True)))


def test_those_who_have_not_answered_are_reminded_once(event, people, officer, told, quiet):
    with time_machine.travel(TUESDAY, tick=False):
        row = built(event, officer, hours=47)
        answer_questionnaire(row, participant=people[1], answers={"overall": 4})
        quiet()
        assert (remind_of_answers(), remind_of_answers()) == (1, 0)
    assert told() == {"answers_missing": ["official@ge.example"]}


def test_reminded_two_days_before_and_not_earlier(event, people, officer, told):
    with time_machine.travel(TUESDAY, tick=False):
        built(event, officer, hours=49)
        assert remind_of_answers() == 0
    with time_machine.travel(TUESDAY + timedelta(hours=1, minutes=1), tick=False):
        assert remind_of_answers() == 2


def test_who_answers_meanwhile_gets_no_letter(event, people, officer, letters):
    with time_machine.travel(TUESDAY, tick=False):
        row = built(event, officer, hours=47)
        letters()
        remind_of_answers()
        answer_questionnaire(row, participant=people[1], answers={"overall": 4})
        assert list(letters()) == ["official@ge.example"]


def test_opened_again_it_asks_those_who_have_not_answered(event, people, officer, told, quiet):
    row = built(event, officer)
    answer_questionnaire(row, participant=people[1], answers={"overall": 4})
    close_questionnaire(row, by=officer)
    quiet()
    reopen_questionnaire(row, by=officer)
    assert told() == {"questionnaire_opened": ["official@ge.example"]}


def test_the_clock_closes(event, officer):
    with time_machine.travel(TUESDAY, tick=False):
        built(event, officer, hours=1)
        built(event, officer, hours=None)
        assert close_questionnaires() == 0
    with time_machine.travel(TUESDAY + timedelta(hours=1), tick=False):
        assert (close_questionnaires(), close_questionnaires()) == (1, 0)
    assert list(Questionnaire.objects.order_by("pk").values_list("status", flat=True)) == ["closed", "open"]


def test_the_number_of_queries_does_not_grow_with_those_who_came(event, officer, django_assert_max_num_queries):
    for _ in range(60):
        make_participant(event)
    with django_assert_max_num_queries(60):
        built(event, officer)
    assert Delivery.objects.count() == 60
