from datetime import date, timedelta

from django.utils import timezone

from events.actions.inviting import invite_bodies
from events.enums import EventStatus
from events.models import Delegation
from tests.events.builders import make_event
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def due():
    return timezone.now() + timedelta(days=10)


def test_several_bodies_get_a_letter_each(cast, event, officer, heard):
    bodies = [cast.organisations["agency_ge"], cast.organisations["services_by"]]
    day = date(2026, 5, 4)
    made = invite_bodies(
        event, by=officer, organisations=bodies, quota=3, due_at=due(), letter_number="IT-12", letter_on=day
    )
    assert [(one.country_id, one.quota, one.status, one.letter_number, one.letter_on) for one in made] == [
        ("GE", 3, "invited", "IT-12/1", day),
        ("BY", 3, "invited", "IT-12/2", day),
    ]
    assert heard() == [("delegation_invited", {"delegation": one, "by": officer}) for one in made]
    assert journal(made[0]) == [
        ("prepare", "", "prepared", officer.email, ""),
        ("invite", "prepared", "invited", officer.email, ""),
    ]


def test_one_letter_keeps_its_number(cast, event):
    assert build.invited(cast, event, letter_number="IT-12").letter_number == "IT-12"


def test_kept_in_preparation_nobody_is_told(cast, event, heard):
    row = build.invited(cast, event, sends=False)
    assert (row.status, row.invited_at, heard()) == ("prepared", None, [])


def test_a_body_is_invited_once(cast, event, officer, invited):
    bodies = [cast.organisations["services_by"], cast.organisations["agency_ge"]]
    sentence = refusal(invite_bodies, event, by=officer, organisations=bodies, quota=1, due_at=due())
    assert sentence == "This body has been invited already: Digital Governance Agency."
    assert Delegation.objects.count() == 1  # the other one was not invited either


def test_an_event_without_delegations_invites_none(cast, officer):
    bodies = [cast.organisations["agency_ge"]]
    sentence = refusal(invite_bodies, make_event(cast.centre), by=officer, organisations=bodies, quota=1, due_at=due())
    assert sentence == "This event takes no delegations: its quota is 0."


def test_officers_only(cast, event):
    others = [person for who, person in cast.people.items() if who != "officer"]
    values = {"organisations": [], "quota": 1, "due_at": due()}
    assert forbidden(invite_bodies, event, people=others, **values) == [person.email for person in others]


def test_the_screen(cast, event, knock, screen):
    assert knock("invite_bodies", event) == dict.fromkeys(doors(), 403) | {"officer": 200, "visitor": 302}
    body = cast.organisations["agency_ge"]
    page = screen("officer", "invite_bodies", event)
    assert "Georgia: Digital Governance Agency" in words(page)
    assert "Belarus: National Centre of Electronic Services (no focal point" in words(page)
    sent = {"organisations": body.pk, "quota": "2", "due_at": "2020-01-01T12:00", "letter_number": "IT-1"}
    refused = screen("officer", "invite_bodies", event, **sent)
    assert "Set a time to come by which the nomination is due." in words(refused)
    assert ('value="IT-1"' in refused.content.decode(), Delegation.objects.count()) == (True, 0)
    sent["due_at"] = f"{due():%Y-%m-%dT%H:%M}"
    assert screen("officer", "invite_bodies", event, **sent, letter_on="2026-05-04").status_code == 302
    assert Delegation.objects.get().status == "invited"


def test_the_screen_keeps_them_in_preparation_too(cast, event, screen):
    event.status, event.announced_at = EventStatus.PLANNED, None
    event.save()
    assert "The event is not announced yet" in words(screen("officer", "invite_bodies", event))
    body = cast.organisations["agency_ge"].pk
    sent = {"organisations": body, "quota": "2", "due_at": f"{due():%Y-%m-%dT%H:%M}", "keep": "1"}
    assert screen("officer", "invite_bodies", event, **sent).status_code == 302
    assert Delegation.objects.get().status == "prepared"
