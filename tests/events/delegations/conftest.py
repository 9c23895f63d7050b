"""What the tests of delegations share: signals that were heard, the journal, browsers, delegations in each state."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.dispatch import Signal
from django.test import Client
from django.urls import reverse

from core.models import JournalEntry
from core.refusal import RefusedError
from events import signals
from events.models import Event, ParticipantList
from people.models import User
from tests.cast import PEOPLE, Cast, sign_in
from tests.events.delegations import builders as build

SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}


@pytest.fixture
def heard() -> Iterator[Callable[[], list[tuple[str, dict[str, Any]]]]]:
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


def journal(obj: Any) -> list[tuple[str, str, str, str, str]]:
    """Who did what, from where to where, and why; oldest first."""
    rows = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.from_state, one.to_state, one.actor.email if one.actor else "", one.reason) for one in rows]


def refusal(act: Callable[..., Any], *args: Any, **values: Any) -> str:
    """The sentence with which an act is refused."""
    with pytest.raises(RefusedError) as raised:
        act(*args, **values)
    return str(raised.value.message)


def forbidden(act: Callable[..., Any], *args: Any, people: list[User], **values: Any) -> list[str]:
    """Those of the people whom the act forbids itself to."""
    met = []
    for person in people:
        try:
            act(*args, by=person, **values)
        except PermissionDenied:
            met.append(person.email)
        except RefusedError:
            continue
    return met


@pytest.fixture
def event(cast: Cast) -> Event:
    return build.edition(cast)


@pytest.fixture
def focal(cast: Cast) -> User:
    """Speaks for the Georgian agency."""
    cast.people["focal_ge"] = build.focal_point(cast)
    return cast.people["focal_ge"]


@pytest.fixture
def knock(cast: Cast, focal: User, client: Client) -> Callable[..., dict[str, int]]:
    """What each of the cast, the focal point and a visitor meets at a screen: `knock("delegation", event, row.pk)`."""

    def ask(name: str, event: Event, *args: Any) -> dict[str, int]:
        url = reverse(f"events:{name}", args=[event.reference, *args])
        client.cookies.clear()
        met = {"visitor": client.get(url).status_code}
        for who, person in cast.people.items():
            met[who] = sign_in(person, client=client).get(url).status_code
        return met

    return ask


def doors(**opened: int) -> dict[str, int]:
    """Everybody meets 404 and the visitor the sign-in, but for those named."""
    return {**dict.fromkeys([*PEOPLE, "focal_ge"], 404), "visitor": 302, **opened}


@pytest.fixture
def screen(cast: Cast, focal: User, client: Client) -> Callable[..., Any]:
    """`screen("focal_ge", "nominate", event, row.pk, given_name="…")`: asked for, or sent when there is something to send.

    Everybody reads English here, so that a sentence can be compared.
    """
    User.objects.update(language="en")

    def ask(who: str, name: str, event: Event, *args: Any, query: str = "", **sent: Any) -> Any:
        url = reverse(f"events:{name}", args=[event.reference, *args]) + query
        sign_in(cast.people[who], client=client)
        return client.post(url, sent) if sent else client.get(url)

    return ask


def words(response: Any) -> str:
    """What a page says, without its tags."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body.decode())))


def _state(name: str) -> Any:
    @pytest.fixture(name=name)
    def state(cast: Cast, event: Event) -> Any:
        return getattr(build, name)(cast, event)

    return state


for _name in ("invited", "ready", "submitted", "forwarded", "checked", "accepted"):
    globals()[f"_{_name}"] = _state(_name)


@pytest.fixture
def proposed(cast: Cast, event: Event) -> ParticipantList:
    return build.proposed(cast, event)
