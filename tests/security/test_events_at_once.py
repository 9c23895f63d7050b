"""A row that changes hands while its old owner takes it."""

import pytest
from django.core.exceptions import PermissionDenied

from events.actions.claiming import claim
from events.actions.nominating import edit_nominee
from events.models import Participant
from tests.at_once import at_once
from tests.events.builders import make_delegation, make_event, make_participant

pytestmark = pytest.mark.usefixtures("real_commits")


def test_nobody_claims_what_is_being_given_to_another_address(cast, officer, official_ge):
    event = make_event(cast.centre)
    delegation = make_delegation(event, cast.organisations["agency_ge"])
    person = make_participant(event, delegation=delegation, email=official_ge.email)
    answers = at_once(
        lambda: claim(person, by=official_ge),
        lambda: edit_nominee(person, by=officer, seen=person.updated_at, email="right@ge.example"),
        holding=Participant.objects.filter(pk=person.pk),
    )
    row = Participant.objects.get(pk=person.pk)
    assert (row.user, row.email) == (None, "right@ge.example")
    assert isinstance(answers[0], Participant | PermissionDenied)
