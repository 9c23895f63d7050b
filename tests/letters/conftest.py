"""What the tests of letters share: an event that invites two bodies, a template, what was heard and told."""

from typing import Any

import pytest
from django.dispatch import Signal

from letters import signals
from notifications.models import Notification
from people.models import User
from tests.cast import Cast
from tests.letters.builders import make_inviting_event, make_template

SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}


@pytest.fixture(autouse=True)
def _english(cast: Cast) -> None:
    """Sentences are compared in English, whatever the cast reads; letters take their languages from focal points."""
    User.objects.update(language="en")
    for one in cast.people.values():
        one.language = "en"


@pytest.fixture
def template(cast: Cast) -> Any:
    return make_template(cast)


@pytest.fixture
def event(cast: Cast) -> Any:
    """Invites the National Centre of Electronic Services of Belarus and the agency of Georgia."""
    return make_inviting_event(cast)


@pytest.fixture
def heard():
    """`heard()`: the names of the signals sent since it was last asked, each with what it said."""
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
    """`told()`: kind, reader and number of the letter, of everything that was told."""

    def read() -> list[tuple[str, str, str]]:
        from letters.models import Letter  # noqa: PLC0415

        numbers = dict(Letter.objects.values_list("pk", "reference"))
        rows = Notification.objects.select_related("user").order_by("pk")
        return [(row.kind, row.user.email if row.user else row.address, numbers[row.object_id]) for row in rows]

    return read
