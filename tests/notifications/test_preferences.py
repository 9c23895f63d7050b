"""What a person wishes to be told, on the page and by the link in a mail."""

import re

import pytest

from notifications import tokens
from notifications.actions.reading import set_preferences
from notifications.messages.registry import KINDS, optional
from notifications.models import Preference

TICKED = re.compile(r'<input type="checkbox"[^>]* checked')  # the attribute: labels speak of what is checked, too

PAGE = "/inbox/preferences/"


def wishes(user):
    return sorted(Preference.objects.filter(user=user, wanted=False).values_list("kind", "channel"))


def groups_at(client):
    return list(client.get(PAGE).context["form"].groups())


@pytest.fixture
def everything():
    boxes = {f"{kind.id}.{channel}": "on" for kind in optional() for channel in ("inbox", "mail")}
    return {**boxes, "rhythm": "at_once"}


def test_everything_is_wanted_at_first(client, official_by):
    client.force_login(official_by)
    page = client.get(PAGE).content.decode()
    assert page.count('type="checkbox"') == len(TICKED.findall(page)) == 2 * len(optional())


def test_choice_is_kept_and_shown(client, official_by, everything):
    client.force_login(official_by)
    del everything["message_written.mail"]
    assert client.post(PAGE, everything).url == PAGE
    assert wishes(official_by) == [("message_written", "mail")]
    page = client.get(PAGE).content.decode()
    assert len(TICKED.findall(page)) == 2 * len(optional()) - 1


def test_choice_can_be_taken_back(client, official_by, everything):
    client.force_login(official_by)
    client.post(PAGE, {"rhythm": "at_once"})
    assert len(wishes(official_by)) == 2 * len(optional())
    client.post(PAGE, everything | {"csrf": "x"})
    assert wishes(official_by) == []


def test_kinds_stand_by_app(client, official_by):
    official_by.language = "en"
    official_by.save()
    client.force_login(official_by)
    page = client.get(PAGE).content.decode()
    places = [page.index(f">{name}</caption>") for name in ("Consultations", "People and organisations")]
    answer, appointed = page.index("An answer was sent"), page.index("I was appointed")
    assert sorted([*places, answer, appointed]) == [places[0], answer, places[1], appointed]
    assert "Calendars</caption>" not in page


def test_a_folded_group_says_how_much_of_it_is_wanted(client, official_by, everything):
    type(official_by).objects.update(language="en")
    client.force_login(official_by)
    del everything["message_written.mail"]
    client.post(PAGE, everything)
    told = {
        group.name: [(str(channel), str(number)) for channel, number in group.ticked()] for group in groups_at(client)
    }
    of_all = {group.name: len(group.rows) for group in groups_at(client)}
    number = of_all["Consultations"]
    assert told["Consultations"] == [("Inbox", f"{number} of {number}"), ("E-mail", f"{number - 1} of {number}")]
    assert {len(one) for one in told.values()} == {2}


def test_essential_kinds_have_no_checkbox_and_no_switch(official_by):
    essential = {kind.id for kind in KINDS.values() if kind.essential}
    assert essential == {
        "invitation_sent",
        "access_refused",
        "event_cancelled_to_participants",
        "event_cancelled_to_speakers",
        "plan_for_superior",
        "certificate_revoked",
    }
    set_preferences(official_by, {("invitation_sent", "mail"): False})
    assert wishes(official_by) == []


def test_link_in_the_mail_asks_first(client, official_by):
    link = f"/inbox/unsubscribe/{tokens.sign(official_by.pk, 'message_written')}/"
    assert "Stop this mail" in client.get(link).content.decode()
    assert wishes(official_by) == []


def test_one_click_needs_no_sign_in_and_no_token(official_by):
    from django.test import Client  # noqa: PLC0415

    client = Client(enforce_csrf_checks=True)
    link = f"/inbox/unsubscribe/{tokens.sign(official_by.pk, 'message_written')}/"
    answer = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert wishes(official_by) == [("message_written", "mail")]


def test_link_of_the_letter_is_that_link(client, registered, director_by, letters):
    message = letters()["director@by.example"]
    link = message.extra_headers["List-Unsubscribe"].strip("<>")
    client.post(link.partition("8000")[2], {"List-Unsubscribe": "One-Click"})
    assert wishes(director_by) == [("consultation_registered", "mail")]


@pytest.mark.parametrize("kind", ["invitation_sent", "no_such_kind"])
def test_kinds_that_cannot_be_switched_off(client, official_by, kind):
    assert client.get(f"/inbox/unsubscribe/{tokens.sign(official_by.pk, kind)}/").status_code == 404


def test_a_forged_link_is_not_found(client, official_by):
    token = tokens.sign(official_by.pk, "message_written")
    assert client.post(f"/inbox/unsubscribe/{token[:-1]}/").status_code == 404
    assert wishes(official_by) == []
