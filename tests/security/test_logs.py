"""Links that open an account leave no trace in the log, whatever becomes of the request."""

import logging

import pytest
from django.test import Client

from people.actions import send_invitation

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation(cast, admin_user):
    return send_invitation(by=admin_user, email="new@by.example", organisation=cast.organisations["services_by"])


@pytest.mark.parametrize(
    ("method", "ending", "status"), [("post", "", 403), ("get", "", 200), ("get", "x", 301), ("get", "x/y/", 404)]
)
def test_no_token_is_logged(invitation, caplog, capsys, method, ending, status):
    client = Client(enforce_csrf_checks=True)
    path = invitation.get_absolute_url()
    with caplog.at_level(logging.DEBUG):
        answer = getattr(client, method)(path if not ending else path.rstrip("/") + ending.removeprefix("x"))
    assert answer.status_code == status
    written = capsys.readouterr().out + caplog.text
    assert "request" in written
    assert invitation.token not in written
