"""Who is told of sessions, minutes, decisions and actions; in which language; where it leads."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from agreements.actions.acting import remind_of_action, settle_action
from agreements.actions.agenda import add_item
from agreements.actions.deciding import countersign, propose_decision, return_decision
from agreements.actions.minutes import agree_minutes, propose_minutes, send_back_minutes
from agreements.actions.session_papers import add_paper, chase_papers
from agreements.actions.sessions import call_off, convene, edit_session
from files.actions import store
from notifications.models import Notification
from people.enums import Function
from tests.agreements.committees.builders import (
    HELD_AT,
    HOURS,
    make_action,
    make_committee,
    make_decision,
    make_item,
    make_member,
    make_minutes,
    make_session,
    seat_both,
    upload,
)
from tests.factories import appoint, make_user

DIRECTORS = ["director@by.example", "director@kr.example"]
OFFICER = "officer@centre.example"
ADVISOR = "advisor@kr.example"


@pytest.fixture
def committee(centre):
    return make_committee(centre, code="JSC", name={"en": "Joint Committee", "ko": "공동위원회", "ru": "Комитет"})


@pytest.fixture
def planned(committee, officer, cast):
    """Both co-directors and an advisor sit in it."""
    session = make_session(committee, officer, number=4, status="planned")
    seat_both(session, cast)
    make_member(session, cast.organisations["nia"], user=cast.people["advisor_kr"], side="b")
    make_item(session)
    return session


@pytest.fixture
def convened(planned, officer, quiet):
    found = convene(planned, by=officer)
    quiet()
    return found


@pytest.fixture
def held(convened):
    convened.status = "held"
    convened.save()
    return convened


def test_members_are_called_together_with_the_session_for_their_calendar(planned, officer, told, letters):
    convene(planned, by=officer)
    assert told() == {"committee_convened": sorted([ADVISOR, *DIRECTORS])}
    letter = letters()[ADVISOR]
    assert "JSC-4" in letter.subject
    assert ("공동위원회" in letter.body, [one[0] for one in letter.attachments]) == (True, ["JSC-4.ics"])


def test_members_are_told_of_changes_and_of_the_agenda_once_a_day(convened, officer, told, quiet):
    edit_session(
        convened, by=officer, programme_year=2, starts_at=HELD_AT, ends_at=HELD_AT + 2 * HOURS, zone="Asia/Seoul"
    )
    assert told() == {"committee_moved": sorted([ADVISOR, *DIRECTORS])}
    quiet()
    add_item(convened, by=officer, kind="decision", title={"en": "New"})
    add_item(convened, by=officer, kind="decision", title={"en": "Newer"})
    assert told() == {"committee_agenda_changed": sorted([ADVISOR, *DIRECTORS])}


def test_members_are_told_of_papers_and_officers_of_those_that_are_missing(convened, officer, told, quiet):
    convened.papers_due_on = date(2026, 3, 20)
    convened.save()
    chase_papers(convened, today=date(2026, 3, 19))
    assert told() == {"committee_papers_due": [OFFICER]}
    quiet()
    add_paper(convened, by=officer, title={"en": "Plan"}, document=store(upload(), by=officer), language="en")
    assert told() == {"committee_paper_added": sorted([ADVISOR, *DIRECTORS])}


def test_called_off_with_the_reasons(convened, officer, told, letters):
    call_off(convened, by=officer, reason="A state visit.")
    assert told() == {"committee_called_off": sorted([ADVISOR, *DIRECTORS])}
    assert "A state visit." in letters()[ADVISOR].body


def test_minutes_ask_both_sides_and_the_other_one_again(held, officer, director_by, director_kr, told, quiet):
    minutes = make_minutes(held, officer)
    propose_minutes(minutes, by=officer)
    assert told() == {"committee_minutes_proposed": sorted([ADVISOR, *DIRECTORS])}
    quiet()
    agree_minutes(minutes, by=director_by)
    assert told() == {"committee_minutes_key_turned": ["director@kr.example"]}
    quiet()
    agree_minutes(minutes, by=director_kr)
    assert told() == {"committee_minutes_agreed": sorted([ADVISOR, "director@by.example", OFFICER])}


def test_reasons_go_with_the_letter(held, officer, director_kr, told, quiet, letters):
    minutes = propose_minutes(make_minutes(held, officer), by=officer)
    quiet()
    send_back_minutes(minutes, by=director_kr, reason="결정 2가 빠졌습니다.")
    assert told() == {"committee_minutes_sent_back": ["director@by.example", OFFICER]}
    assert "결정 2가 빠졌습니다." in letters()[OFFICER].body


def test_a_decision_asks_both_sides_until_it_is_adopted(held, officer, director_by, director_kr, told, quiet, letters):
    decision = propose_decision(make_decision(held, officer), by=officer)
    assert told() == {"decision_proposed": DIRECTORS}
    quiet()
    countersign(decision, by=director_by, accepts=True)
    assert told() == {"decision_key_turned": ["director@kr.example"]}
    letter = letters()["director@kr.example"]
    assert "JSC-4-01" in letter.subject
    quiet()
    countersign(decision, by=director_kr, accepts=True)
    assert told() == {"decision_adopted": sorted([ADVISOR, "director@by.example", OFFICER])}


def test_a_decision_not_adopted_or_returned(held, officer, director_by, director_kr, told, quiet, letters):
    decision = propose_decision(make_decision(held, officer), by=officer)
    quiet()
    return_decision(decision, by=director_kr, reason="금액을 쓰십시오.")
    assert told() == {"decision_returned": ["director@by.example", OFFICER]}
    assert "금액을 쓰십시오." in letters()[OFFICER].body
    propose_decision(decision, by=officer)
    quiet()
    countersign(decision, by=director_kr, accepts=False, reason="No.")
    quiet()
    countersign(decision, by=director_by, accepts=False, reason="No.")
    assert told() == {"decision_rejected": ["director@kr.example", OFFICER]}


def test_those_who_owe_an_action_are_told_chased_and_let_off(held, officer, cast, director_by, told, quiet, letters):
    body = cast.organisations["services_by"]
    appoint(make_user(email="focal@by.example", language="ru"), Function.FOCAL_POINT, body)
    decision = make_decision(held, officer, status="adopted")
    action = make_action(decision, organisation=body, due_on=date(2026, 6, 30))
    remind_of_action(action, now=datetime(2026, 6, 29, 9, tzinfo=UTC))
    assert told() == {"action_due": ["director@by.example", "focal@by.example"]}
    assert Notification.objects.filter(user=director_by).get().context["late"] is False
    remind_of_action(action, now=datetime(2026, 7, 8, 9, tzinfo=UTC))
    assert len(told()["action_due"]) == 4
    quiet()
    settle_action(action, by=director_by, status="done", result="Sent by letter.")
    assert told() == {"action_settled": ["director@kr.example", OFFICER]}
    assert "Sent by letter." in letters()["director@kr.example"].body


def test_an_action_given_with_a_decision_leads_to_the_action(held, officer, director_by, director_kr, told, client_of):
    decision = propose_decision(make_decision(held, officer), by=officer)
    action = make_action(decision, due_on=datetime.now(tz=UTC).date() + timedelta(days=90))
    countersign(decision, by=director_by, accepts=True)
    countersign(decision, by=director_kr, accepts=True)
    assert told()["action_given"] == ["director@by.example"]
    news = Notification.objects.get(kind="action_given")
    answer = client_of(director_by).get(reverse("notifications:open", args=[news.pk]), follow=True)
    assert answer.redirect_chain[-1][0] == action.get_absolute_url()
