from datetime import timedelta

import time_machine
from django.utils import timezone

from events.actions.inviting import edit_delegation
from events.actions.nominating import submit_nomination
from events.models import Participant
from people.models import Appointment
from tests.events.delegations import builders as build
from tests.events.delegations.conftest import doors, forbidden, journal, refusal, words


def test_it_goes_to_the_contact_point(ready, focal, heard):
    heard()
    row = submit_nomination(ready, by=focal)
    assert (row.status, row.submitted_at is not None, row.forwarded_at) == ("submitted", True, None)
    assert heard() == [("nomination_submitted", {"delegation": row, "by": focal})]
    assert journal(row)[-1] == ("submit", "invited", "submitted", focal.email, "")


def test_the_contact_point_who_sends_it_forwards_it_too(ready, contact_ge, heard):
    heard()
    row = submit_nomination(ready, by=contact_ge)
    assert (row.status, row.forwarded_at is not None) == ("forwarded", True)
    assert heard() == [("nomination_forwarded", {"delegation": row, "by": contact_ge})]
    assert journal(row)[-2:] == [
        ("submit", "invited", "submitted", contact_ge.email, ""),
        ("forward", "submitted", "forwarded", contact_ge.email, ""),
    ]


def test_without_a_contact_point_it_goes_on_at_once_and_the_journal_says_so(ready, focal, contact_ge, heard):
    Appointment.objects.filter(user=contact_ge).delete()
    heard()
    row = submit_nomination(ready, by=focal)
    assert heard() == [("nomination_forwarded", {"delegation": row, "by": None})]
    assert journal(row)[-3:] == [
        ("submit", "invited", "submitted", focal.email, ""),
        ("without_contact_point", "", "", "", ""),
        ("forward", "submitted", "forwarded", "", ""),
    ]


def test_everything_that_is_missing_is_named(invited, focal):
    assert refusal(submit_nomination, invited, by=focal) == (
        "Nominate at least one person. Add the nomination letter. "
        "Write the number, the date and the signatory of the nomination letter."
    )


def test_declarations_are_needed_of_everybody_and_an_alternate_alone_is_nobody(invited, focal):
    build.nominee(invited, focal, is_alternate=True, knows_language=False)
    build.with_letter(invited, focal)
    assert refusal(submit_nomination, invited, by=focal) == (
        "Nominate at least one person. Confirm both declarations for: Tamar1 Kapanadze."
    )


def test_not_after_the_due_time_until_an_officer_moves_it(ready, focal, officer):
    with time_machine.travel(timezone.now() + timedelta(days=11)):
        assert refusal(submit_nomination, ready, by=focal) == (
            "The time for nominations is over. Ask the centre to move the due time."
        )
        edit_delegation(ready, by=officer, quota=2, due_at=timezone.now() + timedelta(days=2))
        assert submit_nomination(ready, by=focal).status == "submitted"


def test_once(submitted, focal):
    assert "no longer possible" in refusal(submit_nomination, submitted, by=focal)


def test_nobody_else(cast, ready, focal):
    others = [person for who, person in cast.people.items() if who not in {"focal_ge", "contact_ge"}]
    assert forbidden(submit_nomination, ready, people=others) == [one.email for one in others]


def test_the_screen(event, ready, knock, screen):
    assert knock("submit_nomination", event, ready.pk) == doors(
        **dict.fromkeys(("focal_ge", "contact_ge"), 200),
        **dict.fromkeys(("director_by", "director_kr", "official_ge", "officer"), 403),
    )
    Participant.objects.update(complete_and_correct=False)
    page = words(screen("focal_ge", "submit_nomination", event, ready.pk))
    assert "Still missing: Confirm both declarations for: Tamar1 Kapanadze, Tamar2 Kapanadze, Tamar3 Kapanadze." in page
    refused = screen("focal_ge", "submit_nomination", event, ready.pk, sure="1")
    assert (refused.status_code, build.fresh(ready).status) == (200, "invited")
    Participant.objects.update(complete_and_correct=True)
    assert screen("focal_ge", "submit_nomination", event, ready.pk, sure="1").status_code == 302
    assert screen("focal_ge", "submit_nomination", event, ready.pk).status_code == 409
