"""A person takes along all of one's own data, and nothing of anybody else's."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consultations.actions.corresponding import write_message, write_note
from core.models import JournalEntry
from people import actions, export
from people.models import ConsentText
from tests.cast import sign_in
from tests.consultations import builders as build
from tests.people.test_edit_expert_profile import areas, write  # noqa: F401  # a fixture

SECRET = "nobody-elses-business"


def taken(client):
    answer = client.post("/profile/privacy/export/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer["Content-Disposition"].startswith('attachment; filename="my-data-')
    assert "no-store" in answer["Cache-Control"]
    return json.loads(b"".join(answer.streaming_content))


@pytest.fixture
def lived(cast):
    """A request with messages and notes of both hands, and rows of every other kind."""
    people = cast.people
    row = build.waiting(cast)
    ConsentText.objects.create(purpose="notice", version=1, text={"en": "Kept."}, is_required=True)
    write_message(row, by=people["official_by"], text="мой вопрос", language="ru")
    write_message(row, by=people["advisor_kr"], text=SECRET, language="ko")
    write_note(row, by=people["contact_by"], text=SECRET, language="ru", audience="side")
    for one, said in (("official_by", "10.0.0.1"), ("advisor_kr", "10.9.9.9")):
        UserSession.objects.create(user=people[one], ip=said, session_key=one, user_agent="browser")
        Authenticator.objects.create(user=people[one], type="totp", data={"secret": SECRET})
        actions.answer_consent(people[one], ConsentText.objects.get(), by=people[one], answer="given")
    actions.send_invitation(
        by=people["admin_user"], email=f"{SECRET}@by.example", organisation=cast.organisations["nia"]
    )
    return row


def test_every_section_is_there_and_only_ones_own(cast, lived, areas):  # noqa: F811
    official = cast.people["official_by"]
    write(official, areas)
    data = taken(sign_in(official))
    assert list(data) == ["format", "exported_at", *export.sources]
    assert {"requests_written", "messages_written", "inbox"} <= set(data)
    assert SECRET not in json.dumps(data)
    assert (data["account"][0]["email"], "password" in data["account"][0]) == ("official@by.example", False)
    assert [one["number"] for one in data["requests_written"]] == [lived.handle]
    assert "мой вопрос" in [one["text"] for one in data["messages_written"]]
    assert "10.9.9.9" not in [one["ip"] for one in data["sessions"]]
    assert {name: len(data[name]) for name in ("appointments", "expert_profile", "second_factors")} == {
        "appointments": 1,
        "expert_profile": 1,
        "second_factors": 1,
    }
    assert [one["purpose"] for one in data["consents"]] == ["notice", "listing"]
    assert len(data["inbox"]) == official.notifications.count() > 0
    assert {one["actor_name"] for one in data["acts"]} == {"Sergei Dubovik"}


def test_a_note_goes_to_who_wrote_it(cast, lived):
    data = taken(sign_in(cast.people["contact_by"]))
    assert [(one["kind"], one["text"]) for one in data["messages_written"]] == [("note", SECRET)]
    data = taken(sign_in(cast.people["advisor_kr"]))
    assert ("message", SECRET) in [(one["kind"], one["text"]) for one in data["messages_written"]]
    assert ("note", SECRET) not in [(one["kind"], one["text"]) for one in data["messages_written"]]
    assert [one["role"] for one in data["parts_in_requests"]] == ["lead"]


def test_somebody_without_a_past_gets_a_whole_document(cast, lived):
    data = taken(sign_in(cast.people["official_ge"]))
    assert {name: rows for name, rows in data.items() if name in {"requests_written", "inbox"}} == {
        "requests_written": [],
        "inbox": [],
    }
    assert SECRET not in json.dumps(data)


def test_the_journal_says_that_it_was_taken(official_by, client_of):
    taken(client_of(official_by))
    entries = JournalEntry.objects.about(official_by)
    assert [(one.verb, one.actor, one.data) for one in entries] == [("export_data", official_by, {})]


def test_only_by_a_button_and_only_oneself(official_by, admin_user, client, client_of):
    assert client.post("/profile/privacy/export/").url == "/account/login/?next=/profile/privacy/export/"
    assert client_of(official_by).get("/profile/privacy/export/").url == "/profile/privacy/"
    with pytest.raises(PermissionDenied):
        actions.export_data(official_by, by=admin_user)
    assert JournalEntry.objects.count() == 0


def test_it_costs_the_same_for_one_message_and_for_three(cast):
    official, row, counts = cast.people["official_by"], build.waiting(cast), []
    for texts in (["one"], ["two", "three"]):
        for text in texts:
            write_message(row, by=official, text=text, language="ru")
        with CaptureQueriesContext(connection) as queries:
            "".join(export.document(official))
        counts.append(len(queries))
    assert counts[0] == counts[1]
