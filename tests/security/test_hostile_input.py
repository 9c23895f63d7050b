"""What no browser sends is answered, never with 500; and a name is a name."""

import pytest
from django.core import mail
from django.test import Client

from notifications.actions.delivering import deliver_due
from people.enums import Function
from people.models import AccessRequest, Appointment
from tests.cast import sign_in
from tests.consultations import builders as build

pytestmark = pytest.mark.django_db
BAD = ("\x00", "9" * 5000, "99999999999999999999999", "９", "'\"><script>", "[" * 20000, "\u202e")


@pytest.mark.parametrize(
    "path",
    [
        "/consultations/D-99999999999999999999/",
        "/consultations/D-999999999999999999/",
        "/consultations/D-１/",
        "/consultations/%00/",
        f"/consultations/{'x' * 5000}/",
        "/consultations/D-1/message/99999999999999999999/translate/",
        "/inbox/open/99999999999999999999/",
        f"/inbox/open/{'9' * 5000}/",
        "/inbox/unsubscribe/%00/",
        "/access/99999999999999999999/decide/",
        "/mail/..%2f..%2fmanage.py/",
        "/mail/%00/",
        "/static/..%2fmanage.py",
    ],
)
def test_what_is_not_there_is_not_found(cast, official_by, path):
    assert sign_in(official_by).get(path).status_code == 404


@pytest.mark.parametrize(
    "query", ["topic=99999999999999999999", "topic=%00", "q=%00", "q=%ff", "q='&state=%00", "country=%00", "older=%00"]
)
def test_nonsense_in_a_filter_counts_as_not_chosen(official_by, query):
    client = sign_in(official_by)
    assert [client.get(f"/{page}/?{query}").status_code for page in ("consultations", "search", "inbox")] == [200] * 3


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/account/login/", ["login", "password"]),
        ("/account/password/reset/", ["email"]),
        ("/account/2fa/webauthn/login/", ["credential"]),
        ("/access/", ["organisation", "given_name", "family_name", "email", "reason"]),
        ("/language/", ["language", "next"]),
        ("/view/", ["theme", "contrast", "text_size", "zone", "next"]),
    ],
)
@pytest.mark.parametrize("bad", [*BAD, '{"id": 1}', '{"id": "x", "response": {}}', "[]", "null"])
def test_strangers_get_a_page(cast, path, names, bad):
    assert Client().post(path, dict.fromkeys(names, bad)).status_code in {200, 302}


@pytest.mark.parametrize("page", ["body", "questions", "dates", "context"])
def test_requesters_get_a_page(cast, official_by, page):
    row = build.draft(cast)
    client = sign_in(official_by)
    fields = "seen organisation unit language title topic state_of_play q1 q6 type from1 to1 languages urgency_reason"
    for bad in BAD:
        answer = client.post(f"/consultations/{row.handle}/edit/{page}/", dict.fromkeys(fields.split(), bad))
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", r"\\evil.example", "javascript:alert(1)", "/\t/evil.example"]
)
def test_nobody_is_led_away(official_by, target):
    assert Client().post("/language/", {"language": "ko", "next": target}).url == "/"
    assert Client().post(f"/language/?next={target}", {"language": "ko"}).url == "/"
    client = sign_in(official_by)
    view = {"theme": "dark", "contrast": "normal", "text_size": "normal", "next": target}
    assert client.post("/view/", view).url == "/view/"
    assert client.get("/account/login/", {"next": target}).url == "/desk/"


def test_a_name_writes_no_paragraph(cast, official_by):
    """Somebody without an account is named in a letter to the focal point."""
    Appointment.objects.filter(user=official_by).update(function=Function.FOCAL_POINT)
    Client().post(
        "/access/",
        {
            "organisation": cast.organisations["services_by"].pk,
            "given_name": "Ivan\r\n\r\nSign in at once: https://evil.example\r\n",
            "family_name": "\u202enavI",
            "email": "ivan@by.example",
            "reason": "Work.",
        },
    )
    asked = AccessRequest.objects.get()
    assert (asked.given_name, asked.family_name) == ("Ivan Sign in at once: https://evil.example", "navI")
    deliver_due()
    assert [line for line in mail.outbox[0].body.splitlines() if line.startswith("Sign in")] == []
