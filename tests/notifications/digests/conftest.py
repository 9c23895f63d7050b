"""News that can wait, told at a moment of one's choice; digests written and sent at another."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail

from notifications.actions.delivering import deliver_due
from notifications.actions.digesting import write_digests
from notifications.actions.reading import set_rhythm
from notifications.models import DigestWish
from people.models import User
from tests.core.toy.models import Paper
from tests.notifications.toy import told


@pytest.fixture
def clock() -> Iterator[Any]:
    """The clock, standing: `clock.move_to("2026-11-23 05:30Z")`."""
    with time_machine.travel("2026-11-23 05:30Z", tick=False) as traveller:  # a Monday, 08:30 in Minsk, 14:30 in Seoul
        yield traveller


@pytest.fixture
def paper(cast: Any) -> Paper:
    return Paper.objects.create(title={"en": "Protocol"}, is_public=True)


@pytest.fixture
def tell(cast: Any) -> Iterator[Callable[..., None]]:
    """`tell(paper, reader)`: news that can wait."""
    with told() as signal:
        yield lambda paper, *to: signal.send(Paper, paper=paper, to=to, by=None)


@pytest.fixture
def papers(cast: Any) -> Callable[[int], list[Paper]]:
    return lambda number: [Paper.objects.create(title={"en": "Protocol"}, is_public=True) for _ in range(number)]


@pytest.fixture
def sent(cast: Any) -> Callable[[], dict[str, Any]]:
    """Write the digests that are due, send all letters, and give the mail by address."""

    def send() -> dict[str, Any]:
        mail.outbox.clear()
        write_digests()
        deliver_due(1000)
        assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox)
        return {message.to[0]: message for message in mail.outbox}

    return send


@pytest.fixture
def wishes() -> Callable[..., None]:
    """`wishes("daily", reader, since="2026-11-20 09:00Z")`: they wished it then, a Friday."""

    def wish(rhythm: str, *readers: User, since: str = "2026-11-20 09:00Z") -> None:
        with time_machine.travel(since, tick=False):
            for reader in readers:
                set_rhythm(reader, rhythm)
        for reader in readers:
            assert DigestWish.objects.filter(user=reader).values_list("rhythm", flat=True).first() == rhythm

    return wish
