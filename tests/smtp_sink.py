"""A mail server for tests: takes mail on the loopback, remembers it, counts connections, refuses whom it is told to."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Condition
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Sink:
    """What came in. `refuse` maps an address to the answer that it gets: `{"gone@by.example": "550 No such mailbox"}`."""

    def __init__(self) -> None:
        self.lock = Condition()
        self.received: list[EmailMessage] = []
        self._ids: set[str] = set()
        self.connections = 0
        self.refuse: dict[str, str] = {}
        self.port = 0

    @property
    def message_ids(self) -> Counter[str]:
        """How often each Message-ID came."""
        with self.lock:
            return Counter(str(message["Message-ID"]) for message in self.received)

    def wait_for(self, number: int, seconds: float) -> int:
        """Wait until so many different messages have come, or the time is over; returns how many came."""
        with self.lock:
            self.lock.wait_for(lambda: len(self._ids) >= number, seconds)
            return len(self._ids)

    # --- What aiosmtpd calls ---

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[Any]
    ) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        with self.lock:
            message = message_from_bytes(envelope.content or b"", policy=policy.default)
            self.received.append(message)
            self._ids.add(str(message["Message-ID"]))
            self.lock.notify_all()
        return "250 OK"


class CountingController(Controller):
    """Binds to a free port of the loopback and counts who connects."""

    def factory(self) -> SMTP:
        server: SMTP = super().factory()
        made = server.connection_made

        def connection_made(transport: Any) -> None:
            self.handler.connections += 1
            made(transport)

        server.connection_made = connection_made
        return server

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def smtp_sink() -> Iterator[Sink]:
    """The server, as long as the `with` lasts."""
    sink = Sink()
    controller = CountingController(sink, hostname="127.0.0.1", port=0)
    controller.start()
    sink.port, sink.connections = controller.port, 0  # the controller has tried the port itself
    try:
        yield sink
    finally:
        controller.stop()
