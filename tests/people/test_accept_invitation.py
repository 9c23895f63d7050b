"""From the letter to the first sign-in; or, with an account, from the letter to one more post."""

import pytest
import time_machine

from core.refusal import RefusedError
from people import actions, tokens
from people.enums import Function
from people.models import Appointment, Invitation, User
from people.signals import invitation_accepted
from tests.cast import PASSWORD, sign_in

ANSWERS = {
    "given_name": "Hanna",
    "family_name": "Zhuk",
    "given_name_own": "Ганна",
    "family_name_own": "Жук",
    "own_language": "be",
    "language": "be",
    "reads": ["ru"],
    "zone": "Europe/Minsk",
    "password": "a sentence to remember",
    "password_again": "a sentence to remember",
}


@pytest.fixture
def invitation(cast, admin_user) -> Invitation:
    organisation = cast.organisations["services_by"]
    return actions.send_invitation(by=admin_user, email="hanna@by.example", organisation=organisation, language="be")


def test_it_opens_an_account_with_the_post(cast, invitation, client):
    told = []

    def hear(user, appointment, **_):
        told.append((user.email, appointment.function))

    invitation_accepted.connect(hear)
    page = client.get(invitation.get_absolute_url())
    assert (page.status_code, page.context["form"]["zone"].value()) == (200, "Europe/Minsk")
    assert client.post(invitation.get_absolute_url(), ANSWERS).url == "/account/login/"
    invitation_accepted.disconnect(hear)
    user = User.objects.get(email="hanna@by.example")
    assert (str(user.own_name), user.language, user.reads, user.check_password(ANSWERS["password"])) == (
        "Ганна Жук",
        "be",
        ["ru"],
        True,
    )
    post = Appointment.objects.get(user=user)
    assert (post.function, post.organisation, post.is_primary, post.is_current()) == (
        "member",
        cast.organisations["services_by"],
        True,
        True,
    )
    assert told == [("hanna@by.example", "member")]
    signed_in = client.post("/account/login/", {"login": "HANNA@by.example", "password": ANSWERS["password"]})
    assert signed_in.url == "/desk/"


def test_the_link_works_once(invitation, client):
    client.post(invitation.get_absolute_url(), ANSWERS)
    assert client.get(invitation.get_absolute_url()).status_code == 410
    assert client.post(invitation.get_absolute_url(), ANSWERS).status_code == 410
    assert User.objects.filter(email="hanna@by.example").count() == 1


@pytest.mark.parametrize(
    "wrong, field",
    [
        ({"password_again": "another sentence"}, "password_again"),
        ({"password": "short", "password_again": "short"}, "password"),
        ({"password": "Hanna Zhuk 2026", "password_again": "Hanna Zhuk 2026", "given_name": "Hanna Zhuk"}, "password"),
        ({"given_name": ""}, "given_name"),
        ({"zone": "Europe/Atlantis"}, "zone"),
    ],
)
def test_a_wrong_answer_is_asked_again(invitation, client, wrong, field):
    answer = client.post(invitation.get_absolute_url(), {**ANSWERS, **wrong})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])


def test_it_runs_out_after_fourteen_days(invitation, client):
    with time_machine.travel(invitation.expires_at, tick=False):
        assert client.get(invitation.get_absolute_url()).status_code == 410
        with pytest.raises(RefusedError, match="no longer stands"):
            actions.accept_invitation(invitation, by=User(), password="a sentence to remember")


def test_a_changed_link_is_nobodys(invitation):
    changed = [invitation.token[1:], invitation.token + "a", "no"]
    assert tokens.read(invitation.token) == invitation
    assert [tokens.read(token) for token in changed] == [None, None, None]


def test_who_has_an_account_takes_the_post_with_it(cast, admin_user, contact_by, official_by, client):
    offer = actions.send_invitation(
        by=admin_user,
        email=contact_by.email,
        organisation=cast.organisations["services_by"],
        function=Function.FOCAL_POINT,
    )
    url = offer.get_absolute_url()
    assert b"password" not in client.get(url).content.replace(b"/password/", b"")
    client.post(url, ANSWERS)
    sign_in(official_by, client=client)
    client.post(url)
    assert Appointment.objects.filter(function=Function.FOCAL_POINT).count() == 0
    sign_in(contact_by, client=client)
    assert client.post(url).url == "/profile/"
    contact_by.refresh_from_db()
    assert contact_by.standing.functions == {"contact_point", "focal_point"}
    assert contact_by.check_password(PASSWORD)
    assert [post.is_primary for post in contact_by.standing.appointments] == [True, False]


def test_the_page_speaks_the_language_of_the_letter(invitation, client):
    page = client.get(invitation.get_absolute_url(), headers={"accept-language": "ko"})
    assert b'<html lang="be">' in page.content
