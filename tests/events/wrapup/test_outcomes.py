"""Decisions and actions: written down, changed, settled, carried."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.wrapup import add_outcome, carry_outcomes, edit_outcome, remind_of_outcome, settle_outcome
from events.enums import OutcomeKind, OutcomeStatus
from events.models import Event, Outcome
from events.tasks.wrapup import remind_of_outcomes
from tests.at_once import at_once
from tests.events.builders import make_event
from tests.events.wrapup.conftest import journal, written

DONE = {"status": OutcomeStatus.DONE, "result": "Отправлено 15 января."}
DECISION = {"kind": OutcomeKind.DECISION, "country": None, "due_on": None}


def handles():
    return [one.handle.partition("/")[2] for one in Outcome.objects.order_by("pk")]


def test_numbered_by_kind(event, officer, cast):
    for values in ({}, DECISION, {}, DECISION):
        written(event, officer, cast, **values)
    assert handles() == ["A1", "D1", "A2", "D2"]
    assert journal(Outcome.objects.first()) == [("add", "", "", "officer@centre.example")]


def test_an_action_has_owner_and_date(event, officer, cast):
    for missing in ({"country": None}, {"due_on": None}):
        with pytest.raises(RefusedError, match="names the country that owes it and a date"):
            written(event, officer, cast, **missing)
    with pytest.raises(RefusedError, match="belongs to another country"):
        written(event, officer, cast, organisation=cast.organisations["nia"])
    assert Outcome.objects.count() == 0


def test_only_officers_write(event, action, cast):
    for who in ("director_by", "contact_by", "official_ge"):
        with pytest.raises(PermissionDenied):
            written(event, cast.people[who], cast)
        with pytest.raises(PermissionDenied):
            edit_outcome(action, by=cast.people[who], text={"en": "X"}, country=action.country, due_on=action.due_on)


def test_a_new_date_reminds_anew(action, officer):
    Outcome.objects.update(reminded_at=datetime(2028, 1, 25, tzinfo=ZoneInfo("UTC")))
    row = edit_outcome(action, by=officer, text={"en": "Send it."}, country=action.country, due_on=date(2028, 3, 1))
    row.refresh_from_db()
    assert (row.text, row.due_on, row.reminded_at) == ({"en": "Send it."}, date(2028, 3, 1), None)
    assert row.number == 1


def test_settled_by_whoever_owes_it_or_by_an_officer(event, officer, cast, heard):
    for who in ("contact_by", "officer"):
        row = settle_outcome(written(event, officer, cast), by=cast.people[who], **DONE)
        assert (row.status, row.result, row.settled_at is None) == ("done", DONE["result"], False)
        assert heard.pop() == ("outcome_settled", {"outcome": row, "by": cast.people[who]})
    assert journal(row)[-1] == ("settle", "open", "done", "officer@centre.example")


def test_settled_by_the_focal_point_of_the_body(event, officer, cast):
    row = written(event, officer, cast, organisation=cast.organisations["services_by"])
    appointment = cast.appointments["official_by"]
    with pytest.raises(PermissionDenied):
        settle_outcome(row, by=cast.people["official_by"], **DONE)  # a member of the body is not its focal point
    appointment.function = "focal_point"
    appointment.save()
    person = type(cast.people["official_by"]).objects.get(pk=appointment.user_id)
    assert settle_outcome(row, by=person, **DONE).status == "done"


def test_settled_once_and_with_a_sentence(action, officer, cast):
    with pytest.raises(RefusedError, match="Say what became of it"):
        settle_outcome(action, by=officer, status=OutcomeStatus.DONE, result=" ")
    for who in ("contact_ge", "director_kr", "official_by"):
        with pytest.raises(PermissionDenied):
            settle_outcome(action, by=cast.people[who], **DONE)
    settle_outcome(action, by=officer, status=OutcomeStatus.DROPPED, result="Не нужно.")
    with pytest.raises(RefusedError, match="no longer open"):
        settle_outcome(action, by=officer, **DONE)
    with pytest.raises(RefusedError, match="no longer open"):
        edit_outcome(action, by=officer, text={"en": "X"}, country=action.country, due_on=action.due_on)
    with pytest.raises(PermissionDenied):  # who may not see it learns nothing of its state
        settle_outcome(action, by=cast.people["contact_ge"], **DONE)


def test_open_actions_are_carried_once(event, officer, cast, centre):
    done = settle_outcome(written(event, officer, cast), by=officer, **DONE)
    first, second = written(event, officer, cast), written(event, officer, cast, text={"ru": "Второе"})
    decision = written(event, officer, cast, **DECISION)
    following = make_event(centre)
    written(following, officer, cast)
    carried = carry_outcomes(event, to=following, by=officer)
    assert [(one.number, one.carried_from, one.text, one.due_on, one.country_id, one.status) for one in carried] == [
        (2, first, first.text, first.due_on, "BY", "open"),
        (3, second, {"ru": "Второе"}, first.due_on, "BY", "open"),
    ]
    statuses = [Outcome.objects.get(pk=one.pk).status for one in (done, first, second, decision)]
    assert statuses == ["done", "carried", "carried", "open"]
    assert journal(first)[-1] == ("settle", "open", "carried", "officer@centre.example")
    assert carry_outcomes(event, to=following, by=officer) == []


def test_where_actions_cannot_be_carried(event, action, officer, director_by, centre):
    with pytest.raises(RefusedError, match="another edition"):
        carry_outcomes(event, to=event, by=officer)
    with pytest.raises(RefusedError, match="another edition"):
        carry_outcomes(event, to=make_event(centre, status="cancelled"), by=officer)
    with pytest.raises(PermissionDenied):
        carry_outcomes(event, to=make_event(centre), by=director_by)


def minsk(day, hour=12):
    return datetime(2028, 1, day, hour, tzinfo=ZoneInfo("Europe/Minsk"))


def test_reminded_a_week_before_and_when_it_has_passed(action, heard):
    """The day is that of the country that owes it: in Minsk it is still the last of January."""
    heard.clear()
    found = []
    last = datetime(2028, 1, 31, 23, 30, tzinfo=ZoneInfo("Europe/Minsk"))
    for moment in (minsk(23), minsk(24), minsk(25), last, last + timedelta(hours=1), last + timedelta(days=3)):
        with time_machine.travel(moment):
            found.append(remind_of_outcomes())
    assert found == [0, 1, 0, 0, 1, 0]
    assert heard == [
        ("outcome_due_soon", {"outcome": action, "by": None}),
        ("outcome_overdue", {"outcome": action, "by": None}),
    ]


def test_what_is_settled_reminds_nobody(action, officer, heard):
    settle_outcome(action, by=officer, **DONE)
    heard.clear()
    with time_machine.travel(minsk(24)):
        assert (remind_of_outcomes(), remind_of_outcome(action), heard) == (0, False, [])


@pytest.mark.usefixtures("real_commits")
def test_two_who_write_at_once_get_two_numbers(cast, officer, event):
    values = {"kind": OutcomeKind.DECISION, "text": {"en": "X"}}
    at_once(*[lambda: add_outcome(event, by=officer, **values)] * 5, holding=Event.objects.all())
    assert sorted(handles()) == ["D1", "D2", "D3", "D4", "D5"]


@pytest.mark.usefixtures("real_commits")
def test_settling_against_carrying(cast, officer, event, action, centre):
    following = make_event(centre)
    answers = at_once(
        lambda: settle_outcome(action, by=officer, **DONE),
        lambda: carry_outcomes(event, to=following, by=officer),
        holding=Outcome.objects.filter(pk=action.pk),
    )
    status = Outcome.objects.get(pk=action.pk).status
    assert (status, following.outcomes.count(), type(answers[0]).__name__) in (
        ("done", 0, "Outcome"),
        ("carried", 1, "RefusedError"),
    )
