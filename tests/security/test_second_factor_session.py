"""A session that a stolen password opened gains nothing when its owner sets up the second factor."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time

from tests.cast import PASSWORD, sign_in

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SHOW = "/account/2fa/reauthenticate/"


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture
def stolen(officer):
    """Opened with the password before there was a second factor."""
    client = sign_in(officer, second_factor=False)
    assert client.get("/desk/").url == "/account/2fa/"
    TOTP.activate(officer, SECRET)
    return client


def test_it_stays_outside(stolen):
    assert stolen.get("/desk/").url == f"{SHOW}?next=/desk/"
    assert stolen.post("/consultations/new/").url == f"{SHOW}?next=/"
    assert stolen.get(SHOW).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/account/2fa/",
        "/account/2fa/totp/activate/",
        "/account/2fa/webauthn/add/",
        "/account/2fa/recovery-codes/generate/",
        "/account/2fa/recovery-codes/",
        "/account/password/change/",
        "/account/sessions/",
    ],
)
def test_it_cannot_set_up_a_factor_of_its_own(stolen, path):
    assert stolen.get(path).url == f"{SHOW}?next={path}"


def test_the_password_is_not_a_second_factor(stolen):
    stolen.post("/account/reauthenticate/", {"password": PASSWORD})
    assert stolen.get("/desk/").url == f"{SHOW}?next=/desk/"


def test_its_owner_shows_the_factor_and_goes_on(stolen):
    assert stolen.post(SHOW, {"code": code_of(SECRET), "next": "/desk/"}).url == "/desk/"
    assert stolen.get("/desk/").status_code == 200


def test_who_sets_it_up_goes_on(real_commits, officer):
    client = sign_in(officer, second_factor=False)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/account/2fa/totp/activate/")
    client.post("/account/2fa/totp/activate/", {"code": code_of(page.context["form"].secret)})
    assert client.get("/desk/").status_code == 200
