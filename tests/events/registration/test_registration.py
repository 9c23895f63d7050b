"""The page that the letter opens: where one stands, what waits for one, and no way to what one could not open."""

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import Questionnaire
from tests.cast import cost
from tests.events.builders import make_delegation, make_participant, make_stop
from tests.events.registration.conftest import come, make_forum, text_of

TITLE = {"en": "How it was"}


def test_what_waits_for_a_guest(forum, screen):
    one = come(forum, 1)
    link = reverse("events:questionnaires_by_link", args=[one.secret])
    page = screen("", "registration", one.secret)
    assert (link in page.content.decode(), "What you go to" in text_of(page)) == (False, True)
    Questionnaire.objects.create(event=forum, subject="edition", status="open", title=TITLE, opened_at=timezone.now())
    assert link in screen("", "registration", one.secret).content.decode()
    Questionnaire.objects.get().ballots.create(participant=one)
    assert link not in screen("", "registration", one.secret).content.decode()


def test_who_waits_is_asked_nothing(forum, screen):
    people = [come(forum, number) for number in range(3)]
    Questionnaire.objects.create(event=forum, subject="edition", status="open", title=TITLE, opened_at=timezone.now())
    page = text_of(screen("", "registration", people[2].secret))
    assert ("Answer the questionnaires" in page, "What you go to" in page) == (False, False)


def test_a_delegate_confirms_and_changes_nothing(forum, cast, screen):
    delegation = make_delegation(forum, cast.organisations["agency_ge"])
    one = make_participant(forum, delegation=delegation)
    page = screen("", "registration", one.secret)
    said = text_of(page)
    assert ("Your participation" in said, "Digital Governance Agency" in said) == (True, True)
    assert reverse("events:confirm_by_letter", args=[one.secret]) in page.content.decode()
    assert reverse("events:cancel_registration", args=[one.secret]) not in page.content.decode()
    type(one).objects.filter(pk=one.pk).update(status="attending")
    assert "Say that you come" not in text_of(screen("", "registration", one.secret))


def test_who_registered_with_an_account_finds_the_way_from_the_own_page_alone(forum, cast, screen):
    one = come(forum, 1, by=cast.people["official_ge"], email=cast.people["official_ge"].email)
    link = reverse("events:registration", args=[one.secret])
    pages = {name: screen(name, "participant", forum.reference, one.pk) for name in ("official_ge", "officer")}
    assert {name: (page.status_code, link in page.content.decode()) for name, page in pages.items()} == {
        "official_ge": (200, True),
        "officer": (200, False),
    }


def test_no_link_to_an_event_that_the_reader_may_not_see(centre, screen):
    forum = make_forum(centre, is_public=False)
    one = come(forum, 1)
    assert forum.get_absolute_url() not in screen("", "registration", one.secret).content.decode()
    for name in ("change_registration", "cancel_registration"):
        assert forum.get_absolute_url() not in screen("", name, one.secret).content.decode()
    type(forum).objects.update(is_public=True, announced_at=timezone.now())
    assert forum.get_absolute_url() in screen("", "registration", one.secret).content.decode()


@pytest.mark.parametrize("who", ["", "official_ge", "officer"])
def test_the_page_is_cheap(cast, forum, client_of, who):
    """Whoever may claim it is offered so; that is one of the twelve queries."""
    one = come(forum, 1, email=cast.people["official_ge"].email)
    make_stop(forum)
    url = reverse("events:registration", args=[one.secret])
    browser = client_of(cast.people.get(who))
    assert browser.get(url).context["may_claim"] is (who == "official_ge")
    cost(browser, url)
    first = cost(browser, url)
    make_stop(forum)
    make_stop(forum)
    assert (cost(browser, url), first <= 12) == (first, True)
