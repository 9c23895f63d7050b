"""A person writes anew what he wrote."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.questions import add_question
from events.actions.registering import cancel_registration, change_registration
from events.models import Participant
from tests.events.builders import make_delegation, make_participant
from tests.events.registration.conftest import come, fresh, text_of

TYPED = {"given_name": "Danuta", "family_name": "Kim", "language": "ru", "country": "GE"}


def test_the_words_change_and_the_address_stays(forum, told):
    one = come(forum, 1)
    change_registration(one, by=None, given_name="Danuta", post="Director")
    row = fresh(one)
    assert (row.given_name, row.post, row.email, row.status) == ("Danuta", "Director", "dana1@kr.example", "accepted")
    assert told(one)[-1] == ("change_registration", "", "", "")
    change_registration(one, by=None, given_name="Danuta")
    assert len(told(one)) == 2  # the same words are no change


def test_the_person_and_the_officers_alone(forum, official_ge, official_by, officer):
    one = come(forum, 1, by=official_ge, email=official_ge.email)
    with pytest.raises(PermissionDenied):
        change_registration(one, by=official_by, post="x")
    for user in (official_ge, officer):
        assert change_registration(one, by=user, post=user.email).post == user.email


def test_refused(forum, cast):
    one = come(forum, 1)
    delegation = make_delegation(forum, cast.organisations["agency_ge"])
    with pytest.raises(RefusedError, match="comes with a delegation"):
        change_registration(make_participant(forum, delegation=delegation), by=None, post="x")
    with time_machine.travel(timezone.now() + timedelta(days=60)), pytest.raises(RefusedError, match="over"):
        change_registration(one, by=None, post="x")
    cancel_registration(one, by=None)
    with pytest.raises(RefusedError, match="no longer in force"):
        change_registration(one, by=None, post="x")
    with pytest.raises(ValueError, match="Not words of a registration: status"):
        change_registration(one, by=None, status="accepted")


def test_the_screen(forum, screen, officer):
    add_question(forum, by=officer, kind="line", label={"en": "Diet"}, hint={}, is_required=True)
    one = come(forum, 1, answers={"diet": "None", "gone": "kept"})
    page = screen("", "change_registration", one.secret)
    form = page.context["form"]
    assert ("email" in form.fields, form.initial["q_diet"], form.initial["country"]) == (False, "None", "KR")
    empty = screen("", "change_registration", one.secret, **TYPED, post="Written here")
    assert ("q_diet" in empty.context["form"].errors, "Written here" in empty.content.decode()) == (True, True)
    sent = screen("", "change_registration", one.secret, **TYPED, q_diet="Fish")
    assert sent.status_code == 302
    row = Participant.objects.get()
    assert (row.given_name, row.country_id, row.answers) == ("Danuta", "GE", {"diet": "Fish", "gone": "kept"})
    cancel_registration(one, by=None)
    late = screen("", "change_registration", one.secret, **TYPED, q_diet="Bread alone")
    assert "no longer in force" in text_of(late)
    assert "Bread alone" in late.content.decode()
