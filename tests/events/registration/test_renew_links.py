"""The links of letters are given up: by the person, with or without an account, and by an officer."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from core.refusal import RefusedError
from events.actions.forgetting import forget_participant
from events.actions.links import renew_links
from tests.events.builders import make_delegation, make_participant
from tests.events.registration.conftest import come, fresh, text_of


def opened(participant):
    """What the four kinds of links of one person meet."""
    routes = ("registration", "cancel_registration", "questionnaires_by_link")
    paths = [reverse(f"events:{route}", args=[participant.secret]) for route in routes]
    paths.append(reverse("events:person_ics", args=[participant.calendar_secret]))
    return [Client().get(path).status_code for path in paths]


@pytest.fixture
def dana(forum):
    return come(forum, 1)


def test_old_links_open_nothing_and_the_new_one_goes_to_the_person(dana, officer, letters, heard, told):
    letters(), heard()
    before = fresh(dana)
    assert opened(before) == [200] * 4
    after = renew_links(dana, by=officer)
    assert (opened(before), opened(after)) == ([404] * 4, [200] * 4)
    assert heard() == [("links_renewed", {"participant": after, "by": officer})]
    assert told(dana)[-1] == ("renew_links", "", officer.email, "")
    assert letters() == [("dana1@kr.example", f"{dana.event.reference}: The links in earlier letters are given up")]
    body = letters.last[0].body
    assert (after.secret in body, before.secret in body) == (True, False)


def test_the_person_and_the_officers_alone(forum, officer, official_ge, official_by, director_kr, dana):
    mine = come(forum, 2, by=official_ge, email=official_ge.email)
    for user in (official_by, director_kr):
        with pytest.raises(PermissionDenied):
            renew_links(mine, by=user)
    assert renew_links(mine, by=official_ge).secret != mine.secret
    with pytest.raises(PermissionDenied):
        renew_links(dana, by=official_ge)


def test_who_meets_the_screen(forum, dana, knock):
    met = knock("renew_links", forum.reference, dana.pk)
    assert {who for who, status in met.items() if status == 200} == {"officer"}
    assert {who for who, status in met.items() if status == 403} == {"director_by", "director_kr"}
    assert met["visitor"] == 302


def test_an_officer_does_it_from_the_page_of_the_person_and_sees_no_link(forum, dana, screen):
    page = screen("officer", "participant", forum.reference, dana.pk)
    path = reverse("events:renew_links", args=[forum.reference, dana.pk])
    assert path in page.content.decode()
    done = screen("officer", "renew_links", forum.reference, dana.pk, sure="yes")
    assert done.url == dana.get_absolute_url()
    page = screen("officer", "participant", forum.reference, dana.pk).content.decode()
    after = fresh(dana)
    assert after.secret != dana.secret
    assert "Links of letters given up" in page
    assert [secret in page for secret in (dana.secret, after.secret, after.calendar_secret)] == [False] * 3


def test_whoever_holds_a_letter_is_sent_the_new_link_and_not_shown_it(dana, client, letters):
    """A letter in the wrong hands shuts nobody out: the new link is with the owner of the address."""
    letters()
    path = reverse("events:renew_links_by_letter", args=[dana.secret])
    page = client.get(reverse("events:registration", args=[dana.secret]))
    assert path in page.content.decode()
    asked = client.get(path)
    assert (asked.status_code, asked["X-Robots-Tag"]) == (200, "noindex")
    assert fresh(dana).secret == dana.secret
    done = client.post(path, follow=True)
    assert done.redirect_chain == [(reverse("events:list"), 302)]
    assert "A letter with the new one is on its way." in text_of(done)
    after = fresh(dana)
    assert after.secret not in done.content.decode()
    assert [address for address, _subject in letters()] == ["dana1@kr.example"]
    assert after.secret in letters.last[0].body
    assert client.post(path).status_code == 404


def test_members_of_delegations_too(forum, cast, officer, letters):
    delegation = make_delegation(forum, cast.organisations["agency_ge"])
    person = make_participant(forum, delegation=delegation)
    after = renew_links(person, by=officer)
    assert opened(person)[0] == 404
    assert [address for address, _subject in letters()] == [person.email]
    assert after.secret in letters.last[0].body


def test_a_letter_that_waits_holds_the_new_link(dana, officer, letters):
    """Links are written when a letter leaves."""
    renew_links(dana, by=officer)
    letters()
    assert [dana.secret in letter.body for letter in letters.last] == [False] * len(letters.last)
    assert len(letters.last) == 2


def test_refused_for_somebody_who_is_forgotten(dana, officer):
    forget_participant(dana, by=officer)
    with pytest.raises(RefusedError, match="Nobody is left here"):
        renew_links(dana, by=officer)
