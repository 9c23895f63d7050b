"""An event with minutes in each state, and with decisions and actions."""

from datetime import date
from typing import Any

import pytest

from core.localised import LocalisedText
from core.models import JournalEntry
from events import signals
from events.actions.minutes import agree_minutes, begin_minutes, propose_minutes
from events.actions.wrapup import add_outcome
from events.enums import OutcomeKind
from events.models import Event, Minutes, Outcome
from people.models import User
from tests.cast import Cast, sign_in
from tests.events.builders import make_event

SIGNALS = {signal: name for name, signal in vars(signals).items() if name.startswith(("minutes_", "outcome_"))}
TEXT = LocalisedText(en="Both sides met.\n\nThey agreed.", ru="Стороны встретились.")
HELD_ON = date(2027, 11, 3)
CONTENT: dict[str, Any] = {"held_on": HELD_ON, "text": TEXT, "place": LocalisedText(en="Seoul"), "chair": "Hajun Lee"}


@pytest.fixture
def heard():
    """The signals of this slice as they were sent, each with what it said."""
    found: list[tuple[str, dict[str, Any]]] = []

    def listen(*, sender: Any, signal: Any, **said: Any) -> None:
        found.append((SIGNALS[signal], said))

    for signal in SIGNALS:
        signal.connect(listen)
    yield found
    for signal in SIGNALS:
        signal.disconnect(listen)


@pytest.fixture
def event(cast: Cast) -> Event:
    return make_event(cast.centre)


@pytest.fixture
def draft(event: Event, officer: User) -> Minutes:
    return begin_minutes(event, by=officer, **CONTENT)


@pytest.fixture
def proposed(draft: Minutes, officer: User) -> Minutes:
    return propose_minutes(draft, by=officer)


@pytest.fixture
def agreed(proposed: Minutes, director_by: User, director_kr: User) -> Minutes:
    agree_minutes(proposed, by=director_by)
    return agree_minutes(proposed, by=director_kr)


@pytest.fixture
def action(event: Event, officer: User, cast: Cast) -> Outcome:
    return written(event, officer, cast)


def written(event: Event, officer: User, cast: Cast, **values: Any) -> Outcome:
    """An action that Belarus owes by the end of January."""
    kept = {
        "kind": OutcomeKind.ACTION,
        "text": LocalisedText(en="Send the draft standard."),
        "country": cast.countries["BY"],
        "due_on": date(2028, 1, 31),
        **values,
    }
    return add_outcome(event, by=officer, **kept)


@pytest.fixture
def page(cast: Cast, client: Any):
    """`page("officer", url, title="…")`: asked for, or sent when there is something to send; everybody reads English."""
    User.objects.update(language="en")

    def ask(who: str, url: str, **sent: Any) -> Any:
        sign_in(cast.people[who], client=client)
        return client.post(url, sent) if sent else client.get(url)

    return ask


def journal(obj: Any) -> list[tuple[str, str, str, str]]:
    """Who did what, from where to where; oldest first."""
    rows = JournalEntry.objects.about(obj).order_by("pk").select_related("actor")
    return [(one.verb, one.from_state, one.to_state, one.actor.email if one.actor else "") for one in rows]


def states(event: Event) -> list[tuple[int, str]]:
    return list(event.minutes.order_by("version").values_list("version", "status"))
