"""Who is told of delegations, of lists, and of the people on them, and what the letters say."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from events.actions.accepting import accept_list, propose_list, withdraw_list
from events.actions.handing_in import remind_delegations
from events.actions.inviting import cancel_delegation, decline_invitation
from events.actions.nominating import forward_nomination, return_nomination, submit_nomination
from events.actions.replacing import confirm_participation, replace_participant, withdraw_participant
from events.models import Delegation, Event, Participant
from events.tasks.delegations import remind_of_nominations, remind_of_papers
from people.models import User
from tests.events.delegations import builders as build

OFFICER, FOCAL, CONTACT = "officer@centre.example", "focal@ge.example", "contact@ge.example"
DIRECTORS = ["director@by.example", "director@kr.example"]
FIRST, SECOND, THIRD = (f"nominee{number}@ge.example" for number in (1, 2, 3))


@pytest.fixture
def event(cast):
    """Everybody reads English here, so that a sentence can be compared."""
    User.objects.update(language="en")
    return build.edition(cast)


@pytest.fixture
def focal(cast):
    return build.focal_point(cast)


def files_of(letter):
    return [(name, content[:5]) for name, content, _kind in letter.attachments]


def test_an_invitation_brings_its_letter(cast, event, told, letters):
    build.invited(cast, event)
    assert told() == {"delegation_invited": [CONTACT, FOCAL]}
    letter = letters()[FOCAL]
    assert letter.subject.endswith("Your institution is invited: Digital Governance Agency")
    assert "You may nominate 2 persons, and alternates. The nomination is due by" in letter.body
    assert files_of(letter) == [("invitation.pdf", b"%PDF-")]


def test_a_prepared_invitation_is_told_to_nobody(cast, event, told):
    build.invited(cast, event, sends=False)
    assert told() == {}


def test_declining_and_withdrawing(cast, event, officer, focal, told, quiet, letters):
    row = build.invited(cast, event)
    quiet()
    decline_invitation(row, by=focal, reason="Elections.")
    assert told() == {"invitation_declined": [OFFICER]}
    assert "Elections." in letters()[OFFICER].body
    quiet()
    other = build.accepted(cast, build.edition(cast))
    quiet()
    cancel_delegation(other, by=officer, reason="Budget cut.")
    assert told() == {
        "delegation_cancelled": [CONTACT, FOCAL],
        "participant_withdrawn": [FOCAL] * 3,
        "my_participation_ended": [FIRST, SECOND, THIRD],
    }
    assert "Budget cut." in letters()[FIRST].body


def test_a_nomination_on_its_way(cast, event, contact_ge, officer, focal, told, quiet, letters):
    row = build.ready(cast, event)
    quiet()
    submit_nomination(row, by=focal)
    assert told() == {"nomination_submitted": [CONTACT]}
    quiet()
    forward_nomination(row, by=contact_ge)
    assert told() == {"nomination_forwarded": [OFFICER], "nomination_received": [FOCAL]}
    assert files_of(letters()[FOCAL]) == [("receipt.pdf", b"%PDF-")]
    quiet()
    return_nomination(row, by=officer, reason="The letter names others.")
    assert told() == {"nomination_returned": [FOCAL]}
    assert "The letter names others." in letters()[FOCAL].body


def test_a_body_without_a_focal_point_is_spoken_for_by_the_contact_point(cast, event, told, quiet):
    row = build.invited(cast, event)
    build.focal_point(cast).appointments.update(ends_on="2020-01-01", starts_on="2019-01-01")
    quiet()
    return_nomination_of(cast, row)
    assert told()["nomination_returned"] == [CONTACT]


def return_nomination_of(cast, row):
    contact = cast.people["contact_ge"]
    for number in (1, 2):
        build.nominee(row, contact, number)
    build.with_letter(row, contact)
    submit_nomination(row, by=contact)
    return_nomination(row, by=cast.people["officer"], reason="x")


def test_lists_go_to_the_keys_and_back(cast, event, officer, director_by, told, quiet, letters):
    build.checked(cast, event)
    quiet()
    made = propose_list(event, by=officer, lines=build.lines(event))
    assert told() == {"list_proposed": DIRECTORS}
    assert "counts as consent." in letters()[DIRECTORS[0]].body
    quiet()
    accept_list(made, by=director_by)
    assert told() == {"list_key_turned": ["director@kr.example"]}
    quiet()
    withdraw_list(made, by=director_by, reason="Two of one body.")
    assert told() == {"list_withdrawn": ["director@kr.example", OFFICER]}
    assert "Two of one body." in letters()[OFFICER].body


def test_everybody_on_the_list_is_told(cast, event, director_by, director_kr, told, quiet, letters):
    made = build.proposed(cast, event)
    accept_list(made, by=director_by)
    quiet()
    accept_list(made, by=director_kr)
    assert told() == {
        "participant_accepted": [FIRST, SECOND],
        "nominee_accepted": [FOCAL, FOCAL],
        "nominee_reserved": [FOCAL],
        "list_accepted": ["director@by.example", OFFICER],
    }
    sent = letters()
    one = Participant.objects.get(email=FIRST)
    assert f"/events/r/{one.secret}/confirm/" in sent[FIRST].body
    assert one.secret not in sent[FOCAL].body


def test_who_is_not_accepted_hears_it_from_the_own_body(cast, event, officer, told, quiet, letters):
    row = build.checked(cast, event)
    made = propose_list(event, by=officer, lines={build.people(row)[0]: ("decline", "Too junior.")})
    accept_list(made, by=cast.people["director_by"])
    quiet()
    accept_list(made, by=cast.people["director_kr"])
    assert told() == {"nominee_declined": [FOCAL], "list_accepted": ["director@by.example", OFFICER]}
    assert "Too junior." in letters()[FOCAL].body


def test_confirming_withdrawing_and_replacing(cast, event, focal, officer, told, quiet, letters):
    row = build.accepted(cast, event)
    first, second, alternate = build.people(row)
    quiet()
    confirm_participation(first, by=focal)
    assert told() == {"participation_confirmed": [OFFICER]}
    quiet()
    withdraw_participant(second, by=focal, reason="Ill.")
    assert told() == {"participant_withdrawn": [OFFICER], "my_participation_ended": [SECOND]}
    quiet()
    replace_participant(first, by=officer, alternate=alternate, reason="Ill too.")
    assert told() == {
        "participant_replaced": [FOCAL],
        "place_taken_over": [THIRD],
        "place_passed_on": [FIRST],
    }
    sent = letters()
    assert f"/events/r/{alternate.secret}/confirm/" in sent[THIRD].body
    assert first.secret in sent[FIRST].body
    assert "Tamar3" not in sent[FIRST].body  # who comes instead is the body's to say


def test_reminding_and_papers(cast, event, officer, told, quiet, letters):
    row = build.accepted(cast, event)
    quiet()
    remind_delegations(event, by=officer, items=["slides", "country_report", "letter"])
    assert told() == {"delegation_reminded": [CONTACT, FOCAL]}
    assert letters()[FOCAL].subject.endswith("Still missing: Country report, Slides")
    quiet()
    remind_delegations(event, by=officer, items=["slides"])
    assert told() == {"delegation_reminded": [CONTACT, FOCAL]}  # reminded again, told again
    quiet()
    build.paper(cast, row)
    assert told() == {"paper_handed_in": [OFFICER]}
    assert "Country report" in letters()[OFFICER].subject


def test_due_times_are_near(cast, event, told, quiet, letters):
    build.invited(cast, event)
    tbilisi = ZoneInfo("Asia/Tbilisi")
    due = datetime(2026, 11, 24, 12, tzinfo=tbilisi)
    Delegation.objects.update(due_at=due)
    Event.objects.update(papers_due_at=due)
    quiet()
    with time_machine.travel(datetime(2026, 11, 18, 10, tzinfo=tbilisi)):
        assert (remind_of_nominations(), remind_of_papers()) == (1, 1)
        assert told() == {"nomination_due_soon": [CONTACT, FOCAL], "papers_due_soon": [FOCAL]}
        sent = letters()
    assert "Country report, Slides, Translation of the slides" in sent[FOCAL].body + sent[FOCAL].subject


def test_a_late_reminder_says_nothing_of_what_was_done(cast, event, focal, told, quiet, letters):
    row = build.ready(cast, event)
    tbilisi = ZoneInfo("Asia/Tbilisi")
    Delegation.objects.update(due_at=datetime(2026, 11, 24, 12, tzinfo=tbilisi))
    quiet()
    with time_machine.travel(datetime(2026, 11, 18, 10, tzinfo=tbilisi)):
        remind_of_nominations()
        submit_nomination(row, by=focal)
        assert not any("due soon" in letter.subject for letter in letters().values())


def test_the_letters_are_drawn_in_the_language_of_their_reader(cast, letters):
    focal = build.focal_point(cast)
    for language in ("ru", "be", "ko"):
        focal.language = language
        focal.save()
        build.invited(cast, build.edition(cast))
        letter = letters()[FOCAL]
        assert files_of(letter) == [("invitation.pdf", b"%PDF-")]
