"""A forum with open registration, and people who come to it on their own."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.localised import LocalisedText
from core.models import JournalEntry
from events.actions.questions import add_question
from events.actions.registering import register
from events.models import Event, Participant
from notifications.tasks import deliver
from people.models import Country, User
from tests.cast import PEOPLE, Cast, sign_in
from tests.events.builders import make_event


def make_forum(centre: Any, **fields: Any) -> Event:
    """Registration opened yesterday and closes in ten days."""
    now = timezone.now()
    values = {
        "kind": "forum",
        "registration_opens_at": now - timedelta(days=1),
        "registration_closes_at": now + timedelta(days=10),
        **fields,
    }
    return make_event(centre, **values)


@pytest.fixture
def forum(centre) -> Event:
    """Two seats."""
    return make_forum(centre, capacity=2)


def words_of(number: int, **words: Any) -> dict[str, Any]:
    """What somebody writes who registers."""
    return {
        "given_name": "Dana",
        "family_name": f"Kim{number}",
        "language": "en",
        "country": Country.objects.get(pk="KR"),
        **words,
    }


def come(event: Event, number: int, *, by: User | None = None, **words: Any) -> Participant:
    """One registers."""
    email = words.pop("email", f"dana{number}@kr.example")
    return register(event, by=by, email=email, **words_of(number, **words)).participant


def states(event: Event) -> list[str]:
    """Of all who registered, first come first."""
    return list(event.participants.order_by("pk").values_list("status", flat=True))


def fresh(row: Any) -> Any:
    return type(row)._base_manager.get(pk=row.pk)


def text_of(response: Any) -> str:
    """What a page says, without its tags."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode())))


@pytest.fixture
def told():
    """The journal of a record: who did what, to which state, and why; oldest first."""

    def read(obj: Any) -> list[tuple[str, str, str, str]]:
        entries = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
        return [(one.verb, one.to_state, one.actor.email if one.actor else "", one.reason) for one in entries]

    return read


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """`letters()`: what has left by mail since it was last asked, as (address, subject)."""

    def since() -> list[tuple[str, str]]:
        deliver()
        found = [(one.to[0], str(one.subject)) for one in mail.outbox]
        since.last = list(mail.outbox)
        mail.outbox.clear()
        return found

    return since


@pytest.fixture
def knock(cast: Cast, client: Client):
    """What each of the cast, and a visitor, meets at an address."""

    def ask(name: str, *args: Any) -> dict[str, int]:
        url = reverse(f"events:{name}", args=args)
        client.cookies.clear()
        met = {"visitor": client.get(url).status_code}
        return met | {who: sign_in(cast.people[who], client=client).get(url).status_code for who in PEOPLE}

    return ask


@pytest.fixture
def screen(cast: Cast, client: Client):
    """`screen("officer", "participants", forum.reference, chosen=[1])`: asked for, or sent when there is something."""
    User.objects.update(language="en")

    def ask(who: str, name: str, *args: Any, **sent: Any) -> Any:
        url = reverse(f"events:{name}", args=args)
        if who:
            sign_in(cast.people[who], client=client)
        else:
            client.cookies.clear()
        return client.post(url, sent) if sent else client.get(url)

    return ask


# --- Questions of the form --------------------------------------------------------------------------------------------

WORDS = {"hint": LocalisedText(), "is_required": False}
BUS = {"key": "", "text": {"en": "Bus", "ru": "Автобус"}}
TRAIN = {"key": "", "text": {"en": "Train"}}


def label(text: str) -> LocalisedText:
    return LocalisedText({"en": text})


@pytest.fixture
def diet(forum, officer):
    return add_question(forum, by=officer, kind="line", label=label("Diet"), **WORDS)


@pytest.fixture
def way(forum, officer):
    return add_question(forum, by=officer, kind="choices", label=label("Way"), choices=[BUS, TRAIN], **WORDS)
