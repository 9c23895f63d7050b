from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from events.actions.nominating import nominate
from events.models import Participant
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words
from tests.factories import make_user


def test_a_person_is_entered_at_the_end_of_the_order(invited, focal, heard):
    heard()
    first = build.nominee(invited, focal, 1)
    second = build.nominee(invited, focal, 2, is_alternate=True, organisation_name="Registry")
    assert [(one.order, one.status, one.country_id, one.is_alternate) for one in (first, second)] == [
        (1, "nominated", "GE", False),
        (2, "nominated", "GE", True),
    ]
    assert (first.organisation_name, second.organisation_name) == ("Digital Governance Agency", "Registry")
    assert (first.user, heard(), build.fresh(invited).nominees) == (None, [], 1)
    assert journal(first) == [("nominate", "", "nominated", focal.email, "")]


def test_a_colleague_with_an_account_finds_it_there(invited, focal, official_ge):
    assert build.nominee(invited, focal, email="OFFICIAL@ge.example").user == official_ge
    stranger = make_user(email="stranger@by.example")
    assert build.nominee(invited, focal, email=stranger.email).user is None


def test_not_beyond_the_quota_but_alternates(invited, focal):
    for number in (1, 2):
        build.nominee(invited, focal, number)
    assert refusal(build.nominee, invited, focal, 3) == (
        "The quota of 2 is full. Enter the person as an alternate, or remove somebody first."
    )
    build.nominee(invited, focal, 3, is_alternate=True)
    assert build.fresh(invited).nominees == 2


def test_nobody_twice(invited, focal):
    build.nominee(invited, focal, 1)
    assert refusal(build.nominee, invited, focal, 1) == (
        "A person with this e-mail address is entered for the event already."
    )


def test_not_after_sending_nor_after_the_due_time(invited, focal):
    with time_machine.travel(timezone.now() + timedelta(days=11)):
        assert refusal(build.nominee, invited, focal) == (
            "The time for nominations is over. Ask the centre to move the due time."
        )
    build.fresh(invited)
    type(invited).objects.update(status="submitted")
    assert refusal(build.nominee, invited, focal) == (
        "The nomination has been sent or closed. It is changed only after it was returned with reasons."
    )


def test_only_the_body_and_the_contact_point(cast, invited, focal):
    others = [person for who, person in cast.people.items() if who not in {"focal_ge", "contact_ge"}]
    assert forbidden(nominate, invited, people=others, email="x@y.example") == [one.email for one in others]
    assert Participant.objects.count() == 0


def test_what_is_no_fact_of_a_nominee_is_a_mistake(invited, focal):
    with pytest.raises(TypeError, match="status"):
        build.nominee(invited, focal, status="accepted")


SENT = {
    **{name: value for name, value in build.FACTS.items() if isinstance(value, str)},
    "email": "t@ge.example",
    "organisation_name": "Agency",
    "complete_and_correct": "on",
    "knows_language": "on",
}


def test_the_screen(event, invited, knock, screen):
    assert knock("nominate", event, invited.pk) == doors(
        focal_ge=200, contact_ge=200, **dict.fromkeys(("director_by", "director_kr", "officer", "official_ge"), 403)
    )
    page = screen("focal_ge", "nominate", event, invited.pk, **SENT | {"own_language": ""})
    assert "Say in which language the name is written" in words(page)
    assert screen("focal_ge", "nominate", event, invited.pk, **SENT)["Location"] == invited.get_absolute_url()
    again = screen("focal_ge", "nominate", event, invited.pk, **SENT)
    assert "A person with this e-mail address is entered for the event already." in words(again)
    assert "Six years with registers." in words(again)
    one = Participant.objects.get()
    assert (one.own_name.given, one.rank, one.complete_and_correct) == ("თამარ", "manager", True)


def test_the_screen_after_sending_says_so(event, submitted, screen):
    page = screen("focal_ge", "nominate", event, submitted.pk)
    assert (page.status_code, "The nomination has been sent or closed." in words(page)) == (409, True)
