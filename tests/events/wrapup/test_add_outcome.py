import pytest
from django.core.exceptions import PermissionDenied

from core.refusal import RefusedError
from events.actions.wrapup import add_outcome, edit_outcome
from events.enums import OutcomeKind
from events.models import Event, Outcome
from tests.at_once import at_once
from tests.events.wrapup.conftest import journal, written

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


@pytest.mark.usefixtures("real_commits")
def test_two_who_write_at_once_get_two_numbers(cast, officer, event):
    values = {"kind": OutcomeKind.DECISION, "text": {"en": "X"}}
    at_once(*[lambda: add_outcome(event, by=officer, **values)] * 5, holding=Event.objects.all())
    assert sorted(handles()) == ["D1", "D2", "D3", "D4", "D5"]
