"""Signing in: password, authenticator app, recovery codes, passkeys; new passwords; the list of own sessions."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client

from people.models import User
from tests.cast import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def log_in(client: Client, email: str, password: str = PASSWORD):
    return client.post("/account/login/", {"login": email, "password": password})


@pytest.fixture
def with_app(director_by) -> User:
    TOTP.activate(director_by, SECRET)
    RecoveryCodes.activate(director_by)
    return director_by


def test_by_password_in_any_case(official_by, client):
    assert log_in(client, "OFFICIAL@by.example").url == "/desk/"
    assert client.get("/profile/").status_code == 200


def test_a_wrong_password_and_an_unknown_address_look_alike(official_by, client):
    answers = [
        log_in(client, email, "wrong").context["form"].non_field_errors()
        for email in (official_by.email, "no@by.example")
    ]
    assert answers == [["The e-mail address or the password is not right."]] * 2


def test_guessing_is_slowed_down(official_by, client):
    for _ in range(5):
        log_in(client, official_by.email, "wrong")
    answer = log_in(client, official_by.email)
    assert answer.context["form"].non_field_errors() == ["Too many attempts. Wait a few minutes and try again."]


def test_a_closed_account_does_not_open(official_by, client):
    official_by.is_active = False
    official_by.save()
    assert log_in(client, official_by.email).url == "/account/inactive/"
    assert client.get("/account/inactive/").status_code == 200


def test_there_is_no_public_sign_up(cast, client):
    assert [client.get(f"/account/{path}/").status_code for path in ("signup", "email", "confirm-email")] == [404] * 3


def test_the_second_step_asks_for_a_code(with_app, client):
    assert log_in(client, with_app.email).url == "/account/2fa/authenticate/"
    assert client.get("/profile/").url == "/account/login/?next=/profile/"
    assert client.get("/account/2fa/authenticate/").status_code == 200
    wrong = client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert wrong.context["form"].errors == {"code": ["This code is not right."]}
    assert client.post("/account/2fa/authenticate/", {"code": code_of(SECRET)}).url == "/desk/"


def test_the_key_is_not_in_the_database(with_app):
    kept = [str(row) for row in Authenticator.objects.filter(user=with_app).values_list("data", flat=True)]
    assert (len(kept), any(SECRET in data for data in kept)) == (2, False)


def test_a_recovery_code_works_once(with_app, client):
    codes = Authenticator.objects.get(user=with_app, type="recovery_codes").wrap().get_unused_codes()
    log_in(client, with_app.email)
    assert client.post("/account/2fa/authenticate/", {"code": codes[0]}).url == "/desk/"
    client.post("/account/logout/")
    log_in(client, with_app.email)
    assert client.post("/account/2fa/authenticate/", {"code": codes[0]}).status_code == 200


def test_setting_up_an_app_asks_who_you_are(official_by, client, django_capture_on_commit_callbacks):
    client.force_login(official_by)
    asked = client.get("/account/2fa/totp/activate/")
    assert asked.url == "/account/reauthenticate/?next=%2Faccount%2F2fa%2Ftotp%2Factivate%2F"
    assert client.get(asked.url).status_code == 200
    assert (
        client.post(asked.url, {"password": PASSWORD, "next": "/account/2fa/totp/activate/"}).url
        == "/account/2fa/totp/activate/"
    )
    page = client.get("/account/2fa/totp/activate/")
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/2fa/totp/activate/", {"code": code_of(page.context["form"].secret)})
    assert done.url == "/account/2fa/recovery-codes/"
    codes = client.get(done.url)
    assert (codes.status_code, len(codes.context["unused_codes"])) == (200, 10)
    download = client.get("/account/2fa/recovery-codes/download/").content.decode().split()
    assert download == codes.context["unused_codes"]
    assert [letter.subject for letter in mail.outbox] == ["Приложение-аутентификатор настроено"]
    assert client.get("/account/2fa/").status_code == 200


def test_pages_of_the_second_step_draw(with_app, client_of):
    client = client_of(with_app)
    session = client.session
    session["account_authentication_methods"] = [
        {**one, "reauthenticated": True} for one in session["account_authentication_methods"]
    ]
    session.save()
    pages = [
        "",
        "totp/deactivate/",
        "recovery-codes/",
        "recovery-codes/generate/",
        "webauthn/",
        "webauthn/add/",
        "reauthenticate/",
    ]
    assert [client.get(f"/account/2fa/{page}").status_code for page in pages] == [200] * len(pages)


def test_who_must_have_a_second_factor_keeps_the_last_one(with_app, client_of):
    client = client_of(with_app)
    session = client.session
    session["account_authentication_methods"] = [
        {**one, "reauthenticated": True} for one in session["account_authentication_methods"]
    ]
    session.save()
    page = client.post("/account/2fa/totp/deactivate/")
    assert page.context["form"].non_field_errors() == [
        "Your function needs a second step. Set up another one before removing this."
    ]


def test_a_passkey_page_has_no_inline_script(cast, client):
    page = client.get("/account/login/").content.decode()
    scripts = re.findall(r"<script([^>]*)>", page)
    assert scripts
    assert all("src=" in attributes or 'type="application/json"' in attributes for attributes in scripts)
    assert "style=" not in page
    options = client.get("/account/2fa/webauthn/login/", headers={"accept": "application/json"}).json()
    assert set(options) == {"request_options"}


def test_a_new_password_by_letter(contact_by, client):
    contact_by.language = "en"
    contact_by.save()
    assert (
        client.post("/account/password/reset/", {"email": "Contact@BY.example"}).url == "/account/password/reset/done/"
    )
    letter = mail.outbox[0]
    assert (letter.subject, letter.to, len(letter.alternatives)) == ("Set a new password", [contact_by.email], 1)
    link = re.search(r"http://localhost:\d+(/\S+)", letter.body)[1]
    page = client.get(link, follow=True)
    form_path = page.redirect_chain[-1][0]
    assert page.status_code == 200
    new = {"password1": "a sentence to remember", "password2": "a sentence to remember"}
    assert client.post(form_path, {**new, "password2": "another"}).context["form"].errors == {
        "password2": ["The two passwords are not the same."]
    }
    assert client.post(form_path, new).url == "/account/password/reset/key/done/"
    assert log_in(client, contact_by.email, "a sentence to remember").url == "/desk/"
    assert client.get(link, follow=True).status_code == 200


def test_an_unknown_address_gets_the_same_page_and_no_letter(cast, client):
    assert client.post("/account/password/reset/", {"email": "no@by.example"}).url == "/account/password/reset/done/"
    assert mail.outbox == []


def test_changing_the_password_ends_the_session(official_by, client):
    log_in(client, official_by.email)
    form = {"oldpassword": PASSWORD, "password1": "a sentence to remember", "password2": "a sentence to remember"}
    wrong = client.post("/account/password/change/", {**form, "oldpassword": "no"})
    assert wrong.context["form"].errors == {"oldpassword": ["This is not your current password."]}
    assert client.post("/account/password/change/", form).status_code == 302
    assert log_in(Client(), official_by.email, "a sentence to remember").url == "/desk/"


def test_own_sessions_are_listed_and_ended(official_by, client):
    other = Client(headers={"user-agent": "Another browser"})
    log_in(other, official_by.email)
    log_in(client, official_by.email)
    client.get("/profile/")
    page = client.get("/account/sessions/")
    assert (page.status_code, b"Another browser" in page.content, page.context["session_count"]) == (200, True, 2)
    client.post("/account/sessions/")
    assert (other.get("/profile/").status_code, client.get("/profile/").status_code) == (302, 200)
