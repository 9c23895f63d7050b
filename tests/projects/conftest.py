"""What the tests of projects share: the two leaders, a running project, and what was heard."""

from typing import Any

import pytest
from django.dispatch import Signal

from people.enums import Side
from people.models import User
from projects import signals
from projects.models import Project
from tests.cast import Cast
from tests.projects.builders import make_leader, make_project

SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}


@pytest.fixture
def leader_by(cast: Cast) -> User:
    """Leads for side A, at the National Centre of Electronic Services."""
    return make_leader(cast, "leader_by", "services_by", Side.A)


@pytest.fixture
def leader_kr(cast: Cast) -> User:
    """Leads for side B, at NIA."""
    return make_leader(cast, "leader_kr", "nia", Side.B)


@pytest.fixture
def project(cast: Cast) -> Project:
    """A pilot in Belarus, running, led by both."""
    return make_project(cast)


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
