"""Who is told of minutes, decisions and actions."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from core.localised import LocalisedText
from events.actions.minutes import agree_minutes, begin_minutes, propose_minutes, send_back_minutes
from events.actions.wrapup import add_outcome, settle_outcome
from events.tasks.wrapup import agree_by_silence, remind_of_outcomes
from people.enums import Function
from tests.events.builders import make_delegation, make_event, make_participant
from tests.factories import appoint, make_user

DIRECTORS = ["director@by.example", "director@kr.example"]


@pytest.fixture
def event(centre, cast):
    found = make_event(centre)
    make_delegation(found, cast.organisations["agency_ge"])
    make_participant(found, user=cast.people["official_ge"], email="official@ge.example")
    make_participant(found, email="guest@md.example")
    return found


@pytest.fixture
def proposed(event, officer):
    row = begin_minutes(event, by=officer, held_on=date(2027, 11, 3), text=LocalisedText(en="We met."))
    return propose_minutes(row, by=officer)


def test_both_sides_are_asked_and_the_other_one_again(proposed, director_by, told, quiet, letters):
    assert told() == {"minutes_proposed": DIRECTORS}
    letter = letters()["director@by.example"]
    assert proposed.get_absolute_url() not in letter.body  # the link goes through the inbox
    quiet()
    agree_minutes(proposed, by=director_by)
    assert told() == {"minutes_key_turned": ["director@kr.example"]}


def test_a_late_letter_asks_only_whose_key_is_missing(proposed, director_by, letters):
    """The co-director who has signed reads no due time."""
    agree_minutes(proposed, by=director_by)
    sent = letters()
    until = "2027" if "2027" in sent["director@kr.example"].body else str(datetime.now(tz=UTC).year)
    assert (until in sent["director@kr.example"].body, until in sent["director@by.example"].body.split("E-")[0]) == (
        True,
        False,
    )


def test_agreed_minutes_reach_everybody_with_an_account(proposed, director_by, director_kr, told, quiet):
    quiet()
    agree_minutes(proposed, by=director_by)
    quiet()
    agree_minutes(proposed, by=director_kr)
    assert told() == {
        "minutes_agreed": ["contact@ge.example", "director@by.example", "officer@centre.example", "official@ge.example"]
    }


def test_agreed_by_silence_reaches_both_co_directors(proposed, told, quiet):
    quiet()
    with time_machine.travel(datetime(2099, 1, 1, tzinfo=UTC)):
        agree_by_silence()
    assert set(DIRECTORS) < set(told()["minutes_agreed"])


def test_reasons_go_with_the_letter(proposed, director_kr, told, quiet, letters):
    quiet()
    send_back_minutes(proposed, by=director_kr, reason="결정 2가 빠졌습니다.")
    assert told() == {"minutes_sent_back": ["director@by.example", "officer@centre.example"]}
    assert "결정 2가 빠졌습니다." in letters()["officer@centre.example"].body


def test_those_who_owe_an_action_are_reminded_in_their_working_hours(event, cast, officer, told, quiet, letters):
    focal = appoint(make_user(email="focal@by.example"), Function.FOCAL_POINT, cast.organisations["services_by"]).user
    row = add_outcome(
        event,
        by=officer,
        kind="action",
        text=LocalisedText(en="Send the draft."),
        country=cast.countries["BY"],
        organisation=cast.organisations["services_by"],
        due_on=date(2028, 2, 4),
    )
    owing = ["contact@by.example", focal.email]
    with time_machine.travel(datetime(2028, 1, 29, 7, tzinfo=UTC), tick=False):  # a Saturday
        remind_of_outcomes()
        assert (told(), letters()) == ({"outcome_due_soon": owing}, {})
    with time_machine.travel(datetime(2028, 1, 31, 7, tzinfo=UTC), tick=False):
        assert sorted(letters()) == owing
    quiet()
    with time_machine.travel(datetime(2028, 2, 7, 7, tzinfo=UTC), tick=False):
        remind_of_outcomes()
        assert told() == {"outcome_overdue": sorted([*owing, "officer@centre.example"])}
    quiet()
    settle_outcome(row, by=cast.people["contact_by"], status="done", result="Отправлено.")
    assert told() == {"outcome_settled": [*DIRECTORS, "officer@centre.example"]}
