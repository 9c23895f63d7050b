"""What the tests of the library share: who speaks for the bodies, and what was heard."""

from typing import Any

import pytest
from django.dispatch import Signal

from people.enums import Function
from people.models import Appointment, User
from practices import signals
from tests.cast import SINCE, Cast

SIGNALS = {signal: name for name, signal in vars(signals).items() if isinstance(signal, Signal)}


def somebody(cast: Cast, key: str, body: str, function: Function, *, language: str = "en") -> User:
    """A further person of the cast, in a body of the cast."""
    organisation = cast.organisations[body]
    user = User.objects.create(
        email=f"{key}@{organisation.country_id.lower()}.example",
        given_name=key.title(),
        family_name="Sample",
        language=language,
        zone=organisation.country.calendar.zone,
    )
    Appointment.objects.create(
        user=user, function=function, organisation=organisation, starts_on=SINCE, is_primary=True
    )
    cast.people[key] = user
    return user


@pytest.fixture
def focal_kr(cast: Cast) -> User:
    """Answers for the facts of what NIA owns."""
    return somebody(cast, "focal_kr", "nia", Function.FOCAL_POINT, language="ko")


@pytest.fixture
def focal_by(cast: Cast) -> User:
    """Signs for the National Centre of Electronic Services of Belarus."""
    return somebody(cast, "focal_by", "services_by", Function.FOCAL_POINT, language="ru")


@pytest.fixture
def focal_ge(cast: Cast) -> User:
    """Signs for the Digital Governance Agency of Georgia."""
    return somebody(cast, "focal_ge", "agency_ge", Function.FOCAL_POINT)


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
