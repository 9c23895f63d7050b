from datetime import timedelta

from django.utils import timezone

from events.actions.inviting import invite_delegation
from events.enums import EventStatus
from events.models import Delegation, Event
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal


def test_the_letter_goes_out(cast, event, officer, heard):
    row = invite_delegation(build.invited(cast, event, sends=False), by=officer, letter_number="IT-3")
    assert (row.status, row.letter_number, row.letter_on) == ("invited", "IT-3", timezone.localdate())
    assert heard() == [("delegation_invited", {"delegation": row, "by": officer})]
    assert journal(row)[-1] == ("invite", "prepared", "invited", officer.email, "")


def test_not_before_the_event_is_announced(cast, event, officer):
    row = build.invited(cast, event, sends=False)
    Event.objects.update(status=EventStatus.PLANNED)
    assert refusal(invite_delegation, build.fresh(row), by=officer) == (
        "Announce the event first: until then the invited bodies do not see it."
    )


def test_not_without_a_time_to_come(cast, event, officer):
    row = build.invited(cast, event, sends=False)
    for due_at in (None, timezone.now() - timedelta(minutes=1)):
        Delegation.objects.update(due_at=due_at)
        assert refusal(invite_delegation, row, by=officer) == "Set a time to come by which the nomination is due."


def test_once(invited, officer):
    assert refusal(invite_delegation, invited, by=officer) == (
        "“Send the invitation” is no longer possible: the record is now in the state “Invited, nomination awaited”."
    )


def test_officers_only(cast, event, focal):
    row = build.invited(cast, event, sends=False)
    others = [person for who, person in cast.people.items() if who != "officer"]
    assert forbidden(invite_delegation, row, people=others) == [person.email for person in others]


def test_the_screen(cast, event, knock, screen):
    row = build.invited(cast, event, sends=False)
    assert knock("invite_delegation", event, row.pk) == doors(officer=200, director_by=403, director_kr=403)
    assert screen("officer", "invite_delegation", event, row.pk, letter_number="x", letter_on="").status_code == 200
    sent = {"letter_number": "IT-4", "letter_on": "2026-05-04"}
    assert screen("officer", "invite_delegation", event, row.pk, **sent)["Location"] == row.get_absolute_url()
    assert build.fresh(row).letter_number == "IT-4"
    assert screen("officer", "invite_delegation", event, row.pk, **sent).status_code == 409
