"""Registering on one's own: a seat, the waiting list or an approval; and nobody learns who else is registered."""

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from core.refusal import RefusedError
from events.actions.questions import add_question
from events.actions.registering import register
from events.models import Participant
from tests.events.registration.conftest import come, fresh, make_forum, states, text_of, words_of

TYPED = {
    "given_name": "Dana",
    "family_name": "Kim",
    "email": "Dana@KR.example",
    "language": "ko",
    "country": "KR",
    "organisation_name": "Seoul",
}


def test_seats_first_then_the_waiting_list(forum, heard, told):
    people = [come(forum, number) for number in range(4)]
    assert states(forum) == ["accepted", "accepted", "waiting", "waiting"]
    assert fresh(forum).seats_taken == 2
    assert heard() == [("registration_received", {"participant": one, "by": None}) for one in people]
    assert told(people[0]) == [("register", "accepted", "", "")]
    assert told(people[2]) == [("register", "waiting", "", "")]
    assert [one.queued_at is None for one in people] == [True, True, False, False]


def test_without_a_number_of_seats_everybody_comes(centre):
    forum = make_forum(centre, capacity=None)
    for number in range(3):
        come(forum, number)
    assert states(forum) == ["accepted"] * 3


def test_where_officers_approve_nobody_holds_a_seat_yet(centre):
    forum = make_forum(centre, capacity=1, needs_approval=True)
    for number in range(2):
        come(forum, number)
    assert (states(forum), fresh(forum).seats_taken) == (["applied", "applied"], 0)


def test_whoever_waits_goes_before_whoever_comes(forum, heard):
    for number in range(3):
        come(forum, number)
    type(forum).objects.filter(pk=forum.pk).update(capacity=3)  # past the act that would have served the list
    come(forum, 4)
    assert states(forum) == ["accepted", "accepted", "accepted", "waiting"]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "planned", "announced_at": None},
        {"status": "closed"},
        {"status": "cancelled"},
        {"registration_closes_at": timezone.now() - timezone.timedelta(hours=1)},
        {"registration_opens_at": None, "registration_closes_at": None},
    ],
)
def test_refused_when_registration_is_not_open(centre, fields):
    forum = make_forum(centre, capacity=1)
    type(forum).objects.filter(pk=forum.pk).update(**fields)
    with pytest.raises(RefusedError, match="Registration is not open now"):
        come(forum, 1)
    assert Participant.objects.count() == 0


def test_before_it_opens(forum):
    before = forum.registration_opens_at - timezone.timedelta(seconds=1)
    with time_machine.travel(before), pytest.raises(RefusedError, match="not open"):
        come(forum, 1)


def test_the_same_address_again_changes_nothing_and_is_told(forum, heard, letters):
    first = come(forum, 1, given_name="Dana")
    letters()
    heard()
    again = register(forum, by=None, email="DANA1@kr.example", **words_of(9, given_name="Mallory"))
    assert (again.participant, again.is_new, fresh(first).given_name) == (first, False, "Dana")
    assert heard() == [("registration_repeated", {"participant": first, "by": None})]
    assert letters() == [("dana1@kr.example", f"{forum.reference}: You are registered already")]
    come(forum, 1)
    assert letters() == []  # one letter a day, however often


def test_after_cancelling_one_may_come_again(forum):
    first = come(forum, 1)
    Participant.objects.filter(pk=first.pk).update(status="withdrawn")
    assert come(forum, 1).pk != first.pk


def test_an_account_owns_what_was_entered_with_its_own_address_alone(forum, official_ge):
    mine = come(forum, 1, by=official_ge, email="Official@GE.example")
    other = come(forum, 2, by=official_ge)
    assert (mine.user, mine.email, other.user) == (official_ge, "official@ge.example", None)


def test_the_letter(forum, letters):
    come(forum, 1)
    assert letters() == [("dana1@kr.example", f"{forum.reference}: You are registered")]
    [sent] = letters.last
    secret = Participant.objects.get().secret
    assert f"http://localhost:8000/events/r/{secret}/" in sent.body
    assert f"http://localhost:8000/events/r/{secret}/cancel/" in sent.body
    invitation = next(part for part in sent.alternatives if part[1].startswith("text/calendar"))
    assert invitation[1] == "text/calendar; method=REQUEST"
    assert "METHOD:REQUEST" in invitation[0]


def test_who_waits_gets_no_entry_for_the_calendar(forum, letters):
    for number in range(3):
        come(forum, number)
    assert letters()[-1] == ("dana2@kr.example", f"{forum.reference}: You are on the waiting list")
    assert [part[1] for part in letters.last[-1].alternatives] == ["text/html"]


# --- The screen ------------------------------------------------------------------------------------------------------


def test_the_screen_needs_no_account(forum, screen, letters):
    page = screen("", "register", forum.reference)
    assert (page.status_code, "2 of 2" in text_of(page)) == (200, True)
    sent = screen("", "register", forum.reference, **TYPED)
    assert (sent.status_code, sent.url) == (302, reverse("events:registered", args=[forum.reference]))
    row = Participant.objects.get()
    assert (row.email, row.country_id, row.family_name_first, row.language) == ("dana@kr.example", "KR", True, "ko")
    again = screen("", "register", forum.reference, **TYPED)
    assert (again.status_code, again.url) == (sent.status_code, sent.url)  # the same, whoever is registered
    assert Participant.objects.count() == 1
    assert screen("", "registered", forum.reference).status_code == 200


def test_the_screen_knows_who_is_signed_in(forum, screen, official_ge):
    page = screen("official_ge", "register", forum.reference)
    known = page.context["form"].initial
    assert {name: known[name] for name in ("given_name", "email", "country", "post")} == {
        "given_name": "Nino",
        "email": "official@ge.example",
        "country": "GE",
        "post": "Senior Specialist",
    }


def test_what_was_typed_is_kept(forum, screen):
    type(forum).objects.filter(pk=forum.pk).update(registration_closes_at=timezone.now())
    page = screen("", "register", forum.reference, **TYPED)
    assert page.status_code == 200
    assert "Registration is not open now." in text_of(page)
    assert 'value="Dana@KR.example"' in page.content.decode()
    assert Participant.objects.count() == 0
    closed = screen("", "register", forum.reference)
    assert ("It closed:" in text_of(closed), "<form method" in closed.content.decode().split("<main")[1]) == (
        True,
        False,
    )


def test_a_name_in_its_script_says_its_language(forum, screen):
    page = screen("", "register", forum.reference, **TYPED, given_name_own="다나")
    assert page.context["form"].errors == {
        "own_language": ["Say in which language the name is written: it is read aloud so."]
    }


def test_an_event_that_takes_none_has_no_such_page(centre, screen):
    forum = make_forum(centre, registration_opens_at=None, registration_closes_at=None)
    assert screen("", "register", forum.reference).status_code == 404
    hidden = make_forum(centre, is_public=False)
    assert screen("", "register", hidden.reference).status_code == 404
    assert screen("official_ge", "register", hidden.reference).status_code == 404
    assert screen("officer", "register", hidden.reference).status_code == 200


def test_only_so_often_for_one_address(forum, screen):
    cache.clear()
    met = [screen("", "register", forum.reference, **TYPED).status_code for _time in range(6)]
    assert met == [302] * 5 + [429]
    assert screen("", "register", forum.reference, **{**TYPED, "email": "other@kr.example"}).status_code == 302


def test_the_questions_of_the_event(forum, officer, screen):
    ask = {"by": officer, "hint": {}, "is_required": True}
    add_question(forum, kind="line", label={"en": "Vegetarian?"}, **ask)
    choices = [{"key": "", "text": {"en": "Bus"}}, {"key": "", "text": {"en": "Train"}}]
    add_question(forum, kind="choices", label={"en": "How do you come"}, choices=choices, **ask)
    add_question(forum, kind="yes_no", label={"en": "First time"}, **ask)
    add_question(forum, kind="day", label={"en": "Arrival"}, **ask)
    page = screen("", "register", forum.reference, **TYPED)
    assert sorted(page.context["form"].errors) == ["q_arrival", "q_first-time", "q_how-do-you-come", "q_vegetarian"]
    answers = {
        "q_vegetarian": "Yes, and no nuts",
        "q_how-do-you-come": ["bus", "train"],
        "q_first-time": "no",
        "q_arrival": "2027-10-29",
    }
    assert screen("", "register", forum.reference, **TYPED, **answers).status_code == 302
    row = Participant.objects.get()
    assert row.answers == {
        "vegetarian": "Yes, and no nuts",
        "how-do-you-come": ["bus", "train"],
        "first-time": "no",
        "arrival": "2027-10-29",
    }
    said = text_of(screen("", "registration", row.secret))
    for line in ("Vegetarian? Yes, and no nuts", "How do you come Bus; Train", "First time No", "Arrival 29 Oct 2027"):
        assert line in said
