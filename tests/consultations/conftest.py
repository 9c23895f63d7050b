"""What the tests of the acts share: signals that were heard, browsers that knock, requests in each state."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.dispatch import Signal
from django.test import Client
from django.urls import reverse

from consultations import signals
from consultations.models import Consultation
from core.models import JournalEntry
from people.models import User
from tests.cast import PEOPLE, Cast, sign_in
from tests.consultations import builders as build

SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}


@pytest.fixture
def heard():
    """`heard()`: the signals sent since it was last asked, each with what it said."""
    found: list[tuple[str, dict[str, Any]]] = []

    def listen(*, sender: Any, signal: Signal, **said: Any) -> None:
        found.append((SIGNALS[signal], said))

    for signal in SIGNALS:
        signal.connect(listen)

    def since() -> list[tuple[str, dict[str, Any]]]:
        since_last, found[:] = list(found), []
        return since_last

    yield since
    for signal in SIGNALS:
        signal.disconnect(listen)


@pytest.fixture
def told():
    """The journal of a record: who did what, from where to where, and why; oldest first."""

    def read(obj: Any) -> list[tuple[str, ...]]:
        entries = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
        return [
            (one.verb, one.from_state, one.to_state, one.actor.email if one.actor else "", one.reason)
            for one in entries
        ]

    return read


@pytest.fixture
def knock(cast: Cast, client: Client) -> Callable[..., dict[str, int]]:
    """What each of the cast, and a visitor, meets at a screen: `knock("decide", row)`."""

    def ask(name: str, row: Consultation, *args: Any) -> dict[str, int]:
        url = reverse(f"consultations:{name}", args=[row.handle, *args])
        client.cookies.clear()
        met = {"visitor": client.get(url).status_code}
        return met | {who: sign_in(cast.people[who], client=client).get(url).status_code for who in PEOPLE}

    return ask


def doors(**opened: int) -> dict[str, int]:
    """Everybody meets 404 and the visitor the sign-in, but for those named."""
    return {**dict.fromkeys(PEOPLE, 404), "visitor": 302, **opened}


@pytest.fixture
def screen(cast: Cast, client: Client) -> Callable[..., Any]:
    """`screen("official_by", "decide", row, reason="…")`: asked for, or sent when there is something to send.

    Everybody reads English here, so that a sentence can be compared.
    """
    User.objects.update(language="en")

    def ask(who: str, name: str, row: Consultation, *args: Any, **sent: Any) -> Any:
        url = reverse(f"consultations:{name}", args=[row.handle, *args])
        sign_in(cast.people[who], client=client)
        return client.post(url, sent) if sent else client.get(url)

    return ask


def words(response: Any) -> str:
    """What a page says, without its tags."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode())))


def _state(name: str):
    @pytest.fixture(name=name)
    def state(cast: Cast) -> Consultation:
        return build.STATES[name](cast)

    return state


for _name in build.STATES:
    globals()[f"_{_name}"] = _state(_name)
