"""A link that opens an account leads to the portal, whatever host or port the request was sent to."""

import re

import pytest
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("host", ["localhost:6666", "127.0.0.1", "evil.example"])
def test_the_host_of_the_request_is_not_in_the_letter(official_by, settings, host):
    settings.SITE_URL = "https://portal.example"
    settings.ALLOWED_HOSTS = ["*"]
    Client().post("/account/password/reset/", {"email": official_by.email}, headers={"host": host})
    text, html = mail.outbox[0].body, mail.outbox[0].alternatives[0][0]
    assert set(re.findall(r"https?://[^/\s\"<]+", f"{text} {html}")) == {"https://portal.example"}
    path = re.search(r"https://portal\.example(/account/password/reset/key/\S+/)", text)[1]
    assert Client().get(path, follow=True).status_code == 200
