"""Every address of the portal, knocked at by each of the cast and by a visitor.

What a request's screens answer is worked out from the policies: who may not see the row meets 404, who may only read
403, who comes too late 409. Nobody ever meets 500, and reading changes nothing.
"""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.contrib import admin
from django.urls import URLResolver, get_resolver, reverse

from consultations.actions.corresponding import write_message
from consultations.enums import AnswerState, Status
from consultations.models import Consultation, Message
from consultations.workflow import lifecycle, way_out
from core import policies
from core.models import JournalEntry
from notifications.models import Notification
from tests.cast import PEOPLE, sign_in
from tests.consultations import builders as build

VISITOR = "visitor"


def routes(resolver: Any = None, names: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all routes."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, (*names, pattern.namespace) if pattern.namespace else names)
        elif pattern.name:
            yield ":".join([*names, pattern.name])


@pytest.fixture
def ask(cast, client):
    """The status that a member of the cast, or a visitor, meets at an address."""

    def status(who: str, url: str, **sent: str) -> int:
        if who == VISITOR:
            client.cookies.clear()
        elif client.cookies.get("who") is None or client.cookies["who"].value != who:
            sign_in(cast.people[who], client=client)
            client.cookies["who"] = who
        return (client.post(url, sent) if sent else client.get(url)).status_code

    return status


# --- Requests --------------------------------------------------------------------------------------------------------

# The step that a screen takes, where its name is another.
STEPS = {
    name: name
    for name in ("return", "forward", "decide", "assign", "ask_back", "reply", "accept_answer", "reopen", "withdraw")
}
STEPS |= {"check": "submit", "edit": "submit", "add_document": "submit"}
# What a screen asks of the request itself, whatever its state.
PERMISSIONS = {
    name: f"consultations.{name}" for name in ("write_message", "write_note", "translate_request", "report_use")
}
PERMISSIONS |= {"translate_request_into": "consultations.translate_request", "change_people": "consultations.assign"}
WAY_OUT = {"check_answer": "send", "send_back_answer": "send_back"}
OWN_TEST = {"list", "start", "create", "about_practice"}
REMOVING = {"remove_document": "consultations.submit", "remove_answer_file": "consultations.answer"}
MORE = {"edit": ["body"], "translate_request_into": ["en"], **{name: [uuid4()] for name in REMOVING}}


def screens() -> list[str]:
    """The screens of one request."""
    return [
        name for full in routes() if full.startswith("consultations:") and (name := full.split(":")[1]) not in OWN_TEST
    ]


def address(name: str, row: Consultation) -> str:
    extra = [row.messages.get().pk] if name in {"translate_message", "correct_message"} else MORE.get(name, [])
    return reverse(f"consultations:{name}", args=[row.handle, *extra])


def expected(user: Any, name: str, row: Consultation) -> int:
    """What the policies and the tables say about one screen."""
    if not Consultation.objects.visible_to(user).filter(pk=row.pk).exists():
        return 404 if name != "hand_over" else 405
    if name in STEPS:
        step = lifecycle.steps[STEPS[name]]
        return may(user, step.permission, row) or (200 if row.status in step.sources else 409)
    if name in PERMISSIONS:
        return may(user, PERMISSIONS[name], row) or 200
    if name in {"translate_message", "correct_message"}:
        message = row.messages.get()
        if name == "correct_message":
            return 200 if message.author_id == user.pk else 404
        return may(user, "consultations.translate_message", message) or 200
    return of_the_answer(user, name, row)


def of_the_answer(user: Any, name: str, row: Consultation) -> int:
    version = row.answers.exclude(state=AnswerState.SENT).first()
    if name == "write_answer":
        writing = row.status == Status.IN_PROGRESS and (version is None or version.state == AnswerState.DRAFT)
        return may(user, "consultations.answer", row) or (200 if writing else 409)
    if name in {"translate_answer", *WAY_OUT} and version is None:
        return 404
    if name == "translate_answer":
        return may(user, "consultations.translate_version", version) or 200
    if name in WAY_OUT:
        step = way_out.steps[WAY_OUT[name]]
        return may(user, step.permission, version) or (200 if version.state in step.sources else 409)
    if name in REMOVING:  # there is none to be removed
        too_late = name == "remove_document" and row.status != Status.DRAFT
        return may(user, REMOVING[name], row) or (409 if too_late else 404)
    return {"detail": 200, "sent": 302 if row.status == Status.DRAFT else 200, "hand_over": 405}[name]


def may(user: Any, permission: str, obj: Any) -> int:
    """0 where the permission holds, 403 where it does not."""
    return 0 if policies.allows(user, permission, obj) else 403


def spoken(row: Consultation, author: Any) -> Consultation:
    """With one message in its thread."""
    if not row.messages.exists():
        message = Message.objects.create(consultation=row, author=author)
        message.texts.create(language="ko", text="글", by=author)
    return build.fresh(row)


@pytest.mark.parametrize(
    ("state", "people"),
    [
        (
            "in_check",
            ["official_by", "contact_by", "director_kr", "advisor_kr", "officer", "admin_user", "official_ge", VISITOR],
        ),
        ("draft", ["official_by", "contact_by"]),
        ("registered", ["contact_by", "director_kr", "officer"]),
        ("waiting", ["official_by", "advisor_kr"]),
        ("in_translation", ["advisor_kr", "officer"]),
        ("closed", ["official_by", "officer"]),
    ],
)
def test_the_screens_of_a_request(cast, ask, state, people):
    row = spoken(build.STATES[state](cast), cast.people["advisor_kr"])
    before = Consultation.objects.values().get(pk=row.pk), JournalEntry.objects.count()
    met, wanted = {}, {}
    for who in people:
        for name in screens():
            met[who, name] = ask(who, address(name, row))
            wanted[who, name] = 302 if who == VISITOR else expected(cast.people[who], name, row)
    assert met == wanted
    assert (Consultation.objects.values().get(pk=row.pk), JournalEntry.objects.count()) == before


def test_another_countrys_rows(cast, ask):
    """A Georgian request beside a Belarusian one: each side meets 404 wherever the other's number leads."""
    rows = {"by": build.in_check(cast), "ge": build.registered(cast, by="official_ge")}
    for row in rows.values():
        spoken(row, cast.people["officer"])
    met = {
        (who, name): ask(who, address(name, rows[side]))
        for who, side in (("contact_by", "ge"), ("official_ge", "by"))
        for name in screens()
        if name != "hand_over"
    }
    assert set(met.values()) == {404}


def test_what_is_sent_without_sense_is_never_an_error(cast, ask):
    """A form with nothing of its own in it, sent to every screen; those who must not see it, still must not."""
    row = spoken(build.registered(cast), cast.people["officer"])
    readers, others = ("official_by", "contact_by", "director_kr", "officer"), ("official_ge", "advisor_kr", VISITOR)
    met = {who: {ask(who, address(name, row), x="1") for name in screens()} for who in (*readers, *others)}
    assert {who: statuses for who, statuses in met.items() if who in others} == {
        "official_ge": {404},
        "advisor_kr": {404},
        VISITOR: {302},
    }
    assert set().union(*(met[who] for who in readers)) <= {200, 302, 403, 404, 409}


# --- Everything else -------------------------------------------------------------------------------------------------

# What a visitor meets, and what everybody meets who is signed in.
TABLE = {
    "home": (200, 200),
    "about": (200, 200),
    "accessibility": (200, 200),
    "personal_data": (200, 200),
    "site_map": (200, 200),
    "robots": (200, 200),
    "sitemap": (200, 200),
    "desk": (302, 200),
    "search": (200, 200),
    "consultations:list": (302, 200),
    "consultations:start": (200, 200),
    "consultations:create": (302, 405),
    "notifications:inbox": (302, 200),
    "reports:jobs": (302, 200),
    "notifications:mark_all_read": (302, 405),
    "notifications:preferences": (302, 200),
    "people:profile": (302, 200),
    "people:edit_profile": (302, 200),
    "people:view_settings": (200, 200),
    "people:set_language": (200, 200),
    "people:access_requested": (200, 200),
}
# Tested by the apps they belong to; here only: nobody meets 500.
# These have walks of their own.
ELSEWHERE = (
    "account_",
    "mfa_",
    "usersessions_",
    "people:",
    "notifications:",
    "sample_centre",
    "admin:",
    "files:",
    "events:",
    "practices:",
    "agreements:",
    "projects:",
    "pages:",
    "letters:",
    "reports:",
    "consultations:about_practice",
    "sitemap_part",
)


def test_the_pages_of_the_house(cast, ask):
    people = {**dict.fromkeys(PEOPLE, 1), VISITOR: 0}
    met = {(who, name): ask(who, reverse(name)) for who in people for name in TABLE}
    assert met == {(who, name): TABLE[name][column] for who, column in people.items() for name in TABLE}


def test_no_route_is_forgotten():
    known = {*TABLE, *(f"consultations:{name}" for name in screens())}
    assert [name for name in routes() if name not in known and not name.startswith(ELSEWHERE)] == []


def test_the_inbox_is_ones_own(cast, ask):
    row = build.registered(cast)
    write_message(row, by=cast.people["official_by"], text="x", language="ru")
    news = Notification.objects.filter(user=cast.people["officer"]).first()
    url = reverse("notifications:open", args=[news.pk])
    met = {who: ask(who, url) for who in [*PEOPLE, VISITOR]}
    assert met == {**dict.fromkeys(PEOPLE, 404), "officer": 302, VISITOR: 302}


def test_nobody_meets_an_error_at_the_doors_of_the_account(cast, ask):
    """Signing in, second factor, sessions, invitations: whatever they answer, it is an answer."""
    plain = [name for name in routes() if name.startswith(ELSEWHERE[:5]) and name not in TABLE]
    args = {
        "account_reset_password_from_key": ["a", "b-c"],
        "people:accept_invitation": ["x"],
        "people:choose_language": ["ru"],
        "people:import_template": ["people"],
        "people:check_import": [uuid4()],
        "people:import_errors": [uuid4()],
        "notifications:unsubscribe": ["x"],
    }
    met = set()
    for name in plain:
        numbered = name in {"notifications:open", "mfa_remove_webauthn", "mfa_edit_webauthn"} or name.endswith(
            ("decide_access_request", "resend_invitation", "revoke_invitation")
        )
        url = reverse(name, args=args.get(name, [1] if numbered else []))
        met |= {(name, status) for who in ("official_by", "admin_user", VISITOR) if (status := ask(who, url)) >= 500}
    assert met == set()


def test_the_admin_site_is_the_administrators(cast, ask):
    index, door = reverse("admin:index"), reverse("admin:login")
    assert {who: ask(who, index) for who in PEOPLE} == {**dict.fromkeys(PEOPLE, 302), "admin_user": 200}
    assert {who: ask(who, door) for who in PEOPLE} == {**dict.fromkeys(PEOPLE, 403), "admin_user": 302}
    build.in_check(cast)
    urls = []
    for model in admin.site._registry:
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        row = model._default_manager.first()
        urls += [reverse(f"{base}_changelist"), reverse(f"{base}_add")]
        urls += [reverse(f"{base}_{page}", args=[row.pk]) for page in ("change", "history", "delete") if row]
    assert {url: ask("officer", url) for url in urls} == dict.fromkeys(urls, 302)
    assert {url: ask(VISITOR, url) for url in urls} == dict.fromkeys(urls, 302)
    assert {url: status for url in urls if (status := ask("admin_user", url)) not in {200, 302, 403}} == {}
