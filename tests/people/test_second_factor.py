"""Officers, co-directors and administrators pass only with a second factor; all others as they like."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from people.models import User
from tests.cast import sign_in

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.mark.parametrize("person", ["officer", "director_by", "director_kr", "admin_user"])
def test_they_are_sent_to_set_it_up(cast, person):
    client = sign_in(cast.people[person], second_factor=False)
    assert [client.get(page).url for page in ("/profile/", "/desk/")] == ["/account/2fa/"] * 2
    page = client.get("/account/2fa/")
    assert page.status_code == 200
    assert len(page.context["messages"]) == 2


def test_sign_out_language_and_view_stay_open(officer):
    client = sign_in(officer, second_factor=False)
    assert client.post("/language/", {"language": "ko", "next": "/account/2fa/"}).url == "/account/2fa/"
    assert client.get("/view/").status_code == 200
    assert client.post("/account/logout/").url == "/"


@pytest.mark.parametrize("person", ["official_by", "contact_by", "advisor_kr"])
def test_others_pass_without(cast, person):
    assert sign_in(cast.people[person], second_factor=False).get("/profile/").status_code == 200


def test_with_one_they_pass(officer, director_by):
    assert sign_in(director_by, second_factor=True).get("/profile/").status_code == 200
    TOTP.activate(officer, SECRET)
    asked = sign_in(officer, second_factor=False).get("/profile/").url
    assert asked == "/account/2fa/reauthenticate/?next=/profile/"


def test_the_sample_centre_lets_them_pass(officer, settings):
    settings.SAMPLE_CENTRE = True
    assert sign_in(officer, second_factor=False).get("/profile/").status_code == 200


def test_the_day_the_post_begins_the_rule_begins(cast, official_by):
    client = sign_in(official_by, second_factor=False)
    assert client.get("/profile/").status_code == 200
    User.objects.filter(pk=official_by.pk).update(is_superuser=True)
    assert client.get("/profile/").url == "/account/2fa/"


def test_the_admin_site_is_behind_the_same_sign_in(cast, admin_user, officer):
    assert Client().get("/admin/people/user/").url == "/admin/login/?next=/admin/people/user/"
    assert Client().get("/admin/login/?next=/admin/people/user/").url == "/account/login/?next=/admin/people/user/"
    assert sign_in(admin_user, second_factor=False).get("/admin/").url == "/account/2fa/"
    assert sign_in(admin_user).get("/admin/").status_code == 200
    assert sign_in(officer).get("/admin/", follow=True).status_code == 403
