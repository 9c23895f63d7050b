"""Everybody who owes travel facts is asked by one act, once a day."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.refusal import RefusedError
from events.actions.travel import remind_of_travel
from events.enums import Mode
from events.models import Event
from tests.events.builders import make_participant
from tests.events.travel.conftest import event_moment, journal, saved


def test_those_with_a_place_who_owe_something(event, nino, official_ge, officer, heard):
    saved(nino, official_ge, departs_at=event_moment(9))
    other = make_participant(event)
    make_participant(event, status="withdrawn")
    assert remind_of_travel(event, by=officer) == [other]
    assert [(name, said["event"], said["participants"]) for name, said in heard()] == [
        ("travel_missing", event, [other])
    ]
    assert journal(event) == [("remind_travel", officer.email)]


def test_once_a_day(event, nino, officer):
    remind_of_travel(event, by=officer)
    with pytest.raises(RefusedError, match="asked today already"):
        remind_of_travel(event, by=officer)


def test_nobody_owes_anything(event, nino, official_ge, officer):
    saved(nino, official_ge, departs_at=event_moment(9))
    with pytest.raises(RefusedError, match="Nobody owes travel facts"):
        remind_of_travel(event, by=officer)


@pytest.mark.parametrize("values", [{"mode": Mode.ONLINE}, {"status": "closed"}])
def test_where_nobody_travels(event, nino, officer, values):
    Event.objects.update(**values)
    with pytest.raises(RefusedError, match="Nobody travels"):
        remind_of_travel(event, by=officer)


def test_the_travel_desk_only(event, nino, official_ge, director_kr, colleague):
    for person in (official_ge, director_kr, colleague):
        with pytest.raises(PermissionDenied):
            remind_of_travel(event, by=person)


def test_the_screen(page, event, nino):
    url = reverse("events:remind_travel", args=[event.reference])
    assert page("officer", url).context["people"] == [nino]
    page("officer", url, sure="1")
    assert journal(event) == [("remind_travel", "officer@centre.example")]
    assert page("officer", url, sure="1").status_code == 409
