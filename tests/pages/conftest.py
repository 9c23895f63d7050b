"""What the tests of news share: what was heard."""

from typing import Any

import pytest
from django.dispatch import Signal

from pages import signals

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
