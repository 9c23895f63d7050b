"""Administrators end what others sign in with; they cannot write it, nor read its secrets."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session

from tests.cast import sign_in

pytestmark = pytest.mark.django_db


def test_addresses_and_groups_have_no_page():
    assert [admin.site.is_registered(model) for model in (EmailAddress, Group)] == [False, False]


def test_a_second_factor_is_ended_not_written(admin_user, director_kr):
    factor = TOTP.activate(director_kr, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP").instance
    client, page = sign_in(admin_user), f"/admin/mfa/authenticator/{factor.pk}"
    assert client.get("/admin/mfa/authenticator/add/").status_code == 403
    seen = client.get(f"{page}/change/")
    assert (seen.status_code, factor.data["secret"] in seen.content.decode()) == (200, False)
    assert client.post(f"{page}/change/", {"user": admin_user.pk, "type": "totp", "data": "{}"}).status_code == 403
    assert client.post(f"{page}/delete/", {"post": "yes"}).status_code == 302
    assert not Authenticator.objects.exists()


def test_a_session_is_ended_not_taken_over(admin_user, director_kr):
    victim = sign_in(director_kr)
    key = victim.session.session_key
    row = UserSession.objects.create(user=director_kr, session_key=key, ip="127.0.0.1", user_agent="Firefox")
    client, page = sign_in(admin_user), f"/admin/usersessions/usersession/{row.pk}"
    assert key not in client.get(f"{page}/change/").content.decode()
    assert client.post(f"{page}/delete/", {"post": "yes"}).status_code == 302
    assert not Session.objects.filter(session_key=key).exists()
    assert victim.get("/desk/").status_code == 302
