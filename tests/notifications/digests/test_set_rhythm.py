"""How often mail comes is one's own choice, at once when nothing is said."""

import json
import re

import pytest

from notifications import tokens
from notifications.actions.forgetting import forget
from notifications.actions.reading import set_preferences, set_rhythm, unsubscribe_digests
from notifications.enums import Rhythm
from notifications.models import Delivery, Digest, DigestWish, Notification
from people.export import document
from people.models import User

OPENS_IN_MINSK = "2026-11-23 06:00Z"
PAGE = "/inbox/preferences/"


def rhythm_of(user):
    return DigestWish.objects.filter(user=user).values_list("rhythm", flat=True).first()


def chosen(client):
    """What is ticked on the page."""
    options = re.findall(r'<input[^>]*name="rhythm"[^>]*>', client.get(PAGE).content.decode())
    assert len(options) == len(Rhythm)
    return [re.findall(r'value="(\w+)"', one)[0] for one in options if " checked" in one]


def test_at_once_when_nothing_is_said(clock, tell, paper, sent, official_by):
    tell(paper, official_by)
    assert set(sent()) == {"official@by.example"}
    assert (Digest.objects.count(), Notification.objects.get().for_digest) == (0, False)


def test_the_page_keeps_the_choice(client, official_by):
    User.objects.update(language="en")
    client.force_login(User.objects.get(pk=official_by.pk))
    assert chosen(client) == ["at_once"]
    answer = client.post(PAGE, {"rhythm": "weekly"})
    assert (answer.status_code, answer.url, rhythm_of(official_by)) == (302, PAGE, "weekly")
    assert chosen(client) == ["weekly"]
    refused = client.post(PAGE, {"rhythm": "hourly"})
    assert (refused.status_code, rhythm_of(official_by)) == (200, "weekly")
    assert client.post(PAGE, {}).status_code == 200


def test_a_visitor_signs_in_first(client, db):
    assert client.post(PAGE, {"rhythm": "daily"}).status_code == 302
    assert DigestWish.objects.count() == 0


def test_back_to_single_letters_what_waits_comes_in_a_last_digest(clock, wishes, tell, papers, sent, official_by):
    wishes("daily", official_by)
    first, second = papers(2)
    tell(first, official_by)
    set_rhythm(official_by, "at_once")
    clock.move_to(OPENS_IN_MINSK)
    assert set(sent()) == {"official@by.example"}
    assert (rhythm_of(official_by), Digest.objects.count()) == (None, 1)
    tell(second, official_by)
    assert set(sent()) == {"official@by.example"}
    assert (Digest.objects.count(), Delivery.objects.filter(digest=None).count()) == (1, 1)


def test_back_on_the_day_of_a_digest_the_last_one_comes_on_the_next(clock, wishes, tell, papers, sent, official_by):
    wishes("daily", official_by)
    first, second = papers(2)
    tell(first, official_by)
    clock.move_to(OPENS_IN_MINSK)
    sent()
    tell(second, official_by)
    set_rhythm(official_by, "at_once")
    assert (sent(), rhythm_of(official_by)) == ({}, "at_once")
    clock.move_to("2026-11-24 06:00Z")
    assert set(sent()) == {"official@by.example"}
    assert rhythm_of(official_by) is None


def test_never_sends_nothing_that_can_wait_and_all_that_cannot(
    clock, wishes, tell, paper, sent, registered, director_kr
):
    from consultations.actions import deciding  # noqa: PLC0415  beside the one act of the test

    sent()
    wishes("daily", director_kr)
    tell(paper, director_kr)
    unsubscribe_digests(director_kr)
    deciding.decide(registered, by=User.objects.get(email="director@by.example"), accepts=True)
    clock.move_to("2026-11-24 00:00Z")
    assert [message.extra_headers.get("List-Unsubscribe", "") != "" for message in sent().values()] == [True]
    kinds = Notification.objects.filter(user=director_kr, deliveries__state="sent").values_list("kind", flat=True)
    assert "key_turned" in kinds
    assert Digest.objects.count() == 0
    assert Notification.objects.in_inbox_of(director_kr).filter(kind="paper_told").count() == 1


def test_a_kind_that_is_switched_off_leaves_the_digest(clock, wishes, tell, paper, sent, official_by):
    wishes("daily", official_by)
    tell(paper, official_by)
    set_preferences(official_by, {("paper_told", "mail"): False})
    clock.move_to(OPENS_IN_MINSK)
    assert sent() == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_link_of_the_letter_asks_and_one_click_does_it(
    clock, client, wishes, tell, paper, sent, official_by, method
):
    wishes("daily", official_by)
    tell(paper, official_by)
    clock.move_to(OPENS_IN_MINSK)
    link = sent()["official@by.example"].extra_headers["List-Unsubscribe"].strip("<>")
    assert tokens.read(link.rstrip("/").rpartition("/")[2]) == (official_by, tokens.DIGEST)
    answer = getattr(client, method)(link.partition("8000")[2], {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, rhythm_of(official_by)) == (200, "daily" if method == "get" else "never")


def test_the_wish_is_in_ones_own_data_and_goes_with_the_name(clock, wishes, tell, paper, sent, official_by):
    wishes("daily", official_by)
    tell(paper, official_by)
    clock.move_to(OPENS_IN_MINSK)
    sent()
    kept = json.loads("".join(document(official_by)))
    assert {"rhythm": "daily"} in kept["wishes"]
    assert [row["kind"] for row in kept["letters"]] == ["digest"]
    forget(official_by, address=official_by.email)
    assert (DigestWish.objects.count(), Digest.objects.count(), Delivery.objects.count()) == (0, 0, 0)
