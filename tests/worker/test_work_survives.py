"""No piece of work is lost and none is done twice, whatever happens to the worker and to the broker.

A real worker with its clock, a real broker, and a database that both share with this test.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from cooperation_center import env
from files.models import StoredFile
from reports.enums import JobState
from reports.models import Job
from tests.worker.test_delivery_survives import broker, database_url, empty  # noqa: F401  a fixture and two helpers

PIECES = 8
KILLED_AFTER = (1, 4)  # pieces
EMPTIED_AFTER = 3
LONGEST = 90  # seconds, for all of it


class Worker:
    """A worker in a session of its own, so that a kill takes its clock and its children along."""

    def __init__(self, folder: Path, broker_url: str) -> None:
        self.log = folder / "worker.log"
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.worker.jobs_settings",
            "DATABASE_URL": database_url(),
            "REDIS_URL": broker_url,
            "MEDIA_OF_TESTS": str(settings.MEDIA_ROOT),
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


@pytest.fixture
def worker(tmp_path: Path, broker: str) -> Iterator[Worker]:  # noqa: F811  the fixture
    found = Worker(tmp_path, broker)
    yield found
    found.kill()


def wait_until(number: int, end: float, *, and_one_begun: bool = False) -> bool:
    """Until so many pieces are done, and a worker is in the middle of the next."""
    while time.monotonic() < end:
        connection.close()
        done = Job.objects.filter(state=JobState.DONE).count()
        is_begun = Job.objects.filter(state=JobState.RUNNING, done__gt=0).exists()
        if done >= number and (is_begun or not and_one_begun or done == PIECES):
            return True
    return False


def read(file: StoredFile) -> str:
    with file.open() as kept:
        return kept.read().decode()


@pytest.mark.usefixtures("real_commits")
def test_eight_pieces_two_kills_and_an_empty_broker(cast, broker, worker, record_property):  # noqa: F811
    """Nobody announces the pieces: they are found in their rows."""
    end = time.monotonic() + LONGEST
    officer = cast.people["officer"]
    rows = [Job(work="test.slow", asked={"number": n}, by=officer, language="en") for n in range(PIECES)]
    Job.objects.bulk_create(rows)
    for number in sorted((*KILLED_AFTER, EMPTIED_AFTER)):
        assert wait_until(number, end, and_one_begun=number != EMPTIED_AFTER), worker.log.read_text()
        if number == EMPTIED_AFTER:
            empty(broker)
        else:
            worker.kill()
            worker.start()
    assert wait_until(PIECES, end), worker.log.read_text()

    ended = Job.objects.order_by("pk")
    assert [(job.state, job.outcome, job.done) for job in ended] == [(JobState.DONE, {"counted": 12}, 12)] * PIECES
    kept = {file.object_id: file for file in StoredFile.objects.kept()}
    assert {pk: read(file) for pk, file in kept.items()} == {job.pk: str(job.asked["number"]) for job in ended}
    assert StoredFile.objects.count() - len(kept) <= len(KILLED_AFTER)
    again = sum(job.attempts - 1 for job in ended)
    assert 1 <= again <= len(KILLED_AFTER)
    record_property("seconds", round(time.monotonic() + LONGEST - end, 1))
    record_property("taken over", again)
