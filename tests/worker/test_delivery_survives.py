"""No letter is lost and none doubled, whatever happens to the worker and to the broker.

A real worker with its clock, a real broker, a real mail server, and a database that all of them share with this test.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from pathlib import Path
from time import monotonic
from urllib.parse import quote

import pytest
import redis
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone

from calendars.actions import replace_office_windows, set_exceptions
from calendars.models import Calendar
from consultations.enums import Status
from consultations.models import Consultation
from cooperation_center import env
from notifications.models import Delivery, Digest, Notification
from people.models import User
from tests.cast import Cast
from tests.smtp_sink import Sink, smtp_sink
from tools.services import Broker

LETTERS = 1000
DIGESTS = 100  # of these
KILLED_AFTER = (90, 230, 380, 560, 790)  # letters
EMPTIED_AFTER = 660
LONGEST = 240  # seconds, for all of it: some 30 on a machine that does nothing else


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[str]:
    server = Broker(tmp_path / "valkey")
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink() as found:
        yield found


def make_request(cast: Cast) -> Consultation:
    """What the letters are about."""
    return Consultation.objects.create(
        centre=cast.centre,
        organisation=cast.organisations["services_by"],
        country=cast.countries["BY"],
        requester=cast.people["official_by"],
        status=Status.SUBMITTED,
        submitted_at=timezone.now(),
        title={"ru": "Облачная платформа"},
    )


def keep_open(calendar: Calendar) -> None:
    """Offices that never close, whatever day it is: a digest waits for the hours of its reader."""
    replace_office_windows(calendar, [(weekday, time(0), time(23, 59, 59)) for weekday in range(7)])
    days = (timezone.localdate() + timedelta(days=n) for n in (-1, 0, 1))
    set_exceptions(calendar, dict.fromkeys(days, True), reason={"en": "The letters of a test"})


def write_letters(request: Consultation, reader: User, numbers: range) -> list[Delivery]:
    """Letters that are committed and not announced to anybody."""
    rows = Notification.objects.bulk_create(line(request, reader, n) for n in numbers)
    return Delivery.objects.bulk_create(Delivery(notification=row, address=reader.email) for row in rows)


def write_digests(request: Consultation, reader: User, numbers: range) -> list[Delivery]:
    """The same of digests, one a day and each of two lines."""
    today = timezone.localdate()
    rows = Digest.objects.bulk_create(Digest(user=reader, for_day=today - timedelta(days=n)) for n in numbers)
    Notification.objects.bulk_create(
        line(request, reader, f"{row.pk}:{half}", for_digest=True, digest=row)
        for row in rows
        for half in ("first", "second")
    )
    return Delivery.objects.bulk_create(Delivery(digest=row, address=reader.email) for row in rows)


def line(request: Consultation, reader: User, number: object, **values: object) -> Notification:
    return Notification(
        user=reader,
        kind="consultation_submitted",
        event=f"consultation_submitted:{number}",
        context={"people": {"by": request.requester_id}},
        content_type=ContentType.objects.get_for_model(Consultation),
        object_id=request.pk,
        **values,
    )


class Worker:
    """A worker in a session of its own, so that a kill takes its clock and its children along."""

    def __init__(self, folder: Path, broker: str, port: int) -> None:
        self.log = folder / "worker.log"
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.worker.settings",
            "DATABASE_URL": database_url(),
            "REDIS_URL": broker,
            "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        }
        celery = [sys.executable, "-m", "celery", "--app", "cooperation_center", "worker", "--beat"]
        once = ["--concurrency", "1", "--without-gossip", "--without-mingle", "--loglevel", "WARNING"]
        self.command = [*celery, *once, "--schedule", str(folder / "schedule")]
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=env.BASE, env=self.environment, start_new_session=True, stdout=log, stderr=log
            )

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def working(folder: Path, broker: str, port: int) -> Iterator[Worker]:
    worker = Worker(folder, broker, port)
    try:
        yield worker
    finally:
        worker.kill()


def database_url() -> str:
    """The test's own database, as the worker's environment names it."""
    here = connection.settings_dict
    name = f"postgresql://{quote(here['USER'])}:{quote(here['PASSWORD'])}@"
    if here["HOST"].startswith("/"):
        return f"{name}/{here['NAME']}?host={quote(here['HOST'], safe='')}"
    return f"{name}{here['HOST']}:{here['PORT'] or 5432}/{here['NAME']}"


def empty(broker: str) -> None:
    with redis.Redis(unix_socket_path=broker.removeprefix("redis+socket://")) as client:
        client.flushall()


def until_all_are_marked(seconds: float) -> set[str]:
    """The states of the letters; the last one is marked a moment after it came in."""
    end = monotonic() + seconds
    while (found := set(Delivery.objects.values_list("state", flat=True))) != {"sent"} and monotonic() < end:
        connection.close()
    return found


@pytest.mark.usefixtures("real_commits")
def test_a_thousand_letters_five_kills_and_an_empty_broker(cast, sink, broker, tmp_path, record_property):
    request, reader = make_request(cast), cast.people["contact_by"]
    keep_open(cast.countries["BY"].calendar)
    letters = write_letters(request, reader, range(LETTERS - DIGESTS))
    letters += write_digests(request, reader, range(DIGESTS))
    started = monotonic()

    def left() -> float:
        return started + LONGEST - monotonic()

    with working(tmp_path, broker, sink.port) as worker:
        for number in sorted((*KILLED_AFTER, EMPTIED_AFTER)):
            assert sink.wait_for(number, left()) >= number, worker.log.read_text()
            if number == EMPTIED_AFTER:
                empty(broker)
            else:
                worker.kill()
                worker.start()
        assert sink.wait_for(LETTERS, left()) == LETTERS, worker.log.read_text()
        assert until_all_are_marked(left()) == {"sent"}
        # The clock of a worker that has run for a while still reaches the queue of a broker that has forgotten it.
        empty(broker)
        letters += write_letters(request, reader, range(LETTERS, LETTERS + 1))
        assert sink.wait_for(LETTERS + 1, left()) == LETTERS + 1, worker.log.read_text()

    came = sink.message_ids
    assert set(came) == {letter.message_id for letter in letters}
    record_property("seconds", round(monotonic() - started, 1))
    record_property("repeats", came.total() - len(letters))
    record_property("connections", sink.connections)
    assert came.total() - len(letters) <= len(KILLED_AFTER)
    assert sink.connections <= LETTERS // 100 + 2 * len(KILLED_AFTER) + 3
