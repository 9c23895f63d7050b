"""Do the work that was asked for: take a piece, hold it while it is done, say how it ended.

A worker holds a piece for a minute and holds it anew each time it says how far it is. Whoever finds a piece that nobody
holds any more takes it over: its worker was killed, or hangs. Each taking is an attempt with a number, and nothing is
written for a piece by a worker whose attempt is no longer the last.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.kept import steady
from core.refusal import RefusedError
from files import actions as files
from files.models import StoredFile
from reports import signals
from reports.enums import JobState
from reports.models import Job
from reports.models.jobs import ENDED
from reports.works import StoppedError, works

log = structlog.get_logger("portal")
HELD = timedelta(seconds=60)
MOST_ATTEMPTS = 3
PAUSE = timedelta(seconds=20)  # before a piece that went wrong is tried again; times the attempts
SAID_EVERY = 1.0  # second
KEPT = timedelta(days=14)
BATCH = 500


def work_off_one() -> bool:
    """Take the oldest piece that nobody does, and do it; returns whether there was one."""
    job = claim()
    if job is None:
        return False
    zone = ZoneInfo(job.by.zone) if job.by else timezone.get_default_timezone()
    with steady(), translation.override(job.language), timezone.override(zone):
        _do(job)
    return True


@transaction.atomic
def claim() -> Job | None:
    """Take a piece for this worker. What is to be stopped, or was tried often enough, ends here instead."""
    now = timezone.now()
    free = Job.objects.to_do(now).select_for_update(skip_locked=True, of=("self",)).select_related("by")
    while job := free.first():
        if job.cancel_asked_at:
            _end(job, JobState.CANCELLED)
        elif job.attempts >= MOST_ATTEMPTS:
            _end(job, JobState.FAILED)
        else:
            job.state = JobState.RUNNING
            job.attempts += 1
            job.started_at = job.started_at or now
            job.held_until = now + HELD
            job.save(update_fields=["state", "attempts", "started_at", "held_until"])
            return job
    return None


def _do(job: Job) -> None:
    """One attempt. A refusal is the end of it, with its sentence; a fault of ours is tried again after a pause."""
    try:
        outcome = works[job.work].do(job, Saying(job))
    except StoppedError:
        _settle(job, JobState.CANCELLED, only_if_cancelled=True)
    except RefusedError as refusal:
        _settle(job, JobState.FAILED, error=str(refusal.message))
    except PermissionDenied:
        _settle(job, JobState.FAILED, error=_("You no longer have the right to see what was asked for."))
    except Exception:
        log.exception("job_failed", job=job.pk, work=job.work, attempt=job.attempts)
        if job.attempts >= MOST_ATTEMPTS:
            _settle(job, JobState.FAILED)
        else:
            _of_attempt(job).update(held_until=timezone.now() + PAUSE * job.attempts)
    else:
        _settle(job, JobState.DONE, outcome=outcome)


def _of_attempt(job: Job) -> Any:
    """The row, as long as this attempt is the one that counts."""
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)


class Saying:
    """Says how far a piece is, and that its worker lives; raises StoppedError where it is to be left.

    To be called outside transactions, else nobody hears it before the commit. Writes at most once a second.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.said_at = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self.said_at and now - self.said_at < SAID_EVERY:
            return
        self.said_at = now
        total = max(done, total)
        row = _of_attempt(self.job).filter(cancel_asked_at=None)
        if not row.update(done=done, total=total, held_until=timezone.now() + HELD):
            raise StoppedError


@contextmanager
def holding(job: Job) -> Iterator[None]:
    """A transaction in which nobody takes the piece over: what is kept in it is kept by the last attempt alone."""
    with transaction.atomic():
        if not _of_attempt(job).filter(cancel_asked_at=None).select_for_update().exists():
            raise StoppedError
        yield


@transaction.atomic
def _settle(
    job: Job,
    state: JobState,
    *,
    error: str = "",
    outcome: dict[str, Any] | None = None,
    only_if_cancelled: bool = False,
) -> None:
    """End it, unless another worker has taken it over: then it is that one's to end."""
    row = _of_attempt(job).select_for_update(of=("self",)).select_related("by").first()
    if row is None or (only_if_cancelled and row.cancel_asked_at is None):
        return
    _end(row, state, error=error, outcome=outcome)


def _end(job: Job, state: JobState, *, error: str = "", outcome: dict[str, Any] | None = None) -> None:
    job.state, job.ended_at, job.held_until = state, timezone.now(), None
    job.error, job.outcome = error, outcome or {}
    if state == JobState.DONE:
        job.done = job.total
    job.save(update_fields=["state", "ended_at", "held_until", "error", "outcome", "done"])
    if state == JobState.DONE:
        signals.job_done.send(Job, job=job, by=None)
    if state == JobState.FAILED:
        signals.job_failed.send(Job, job=job, by=None)


def forget_old_jobs(now: datetime | None = None) -> int:
    """Delete what ended a fortnight ago, with the files it made; returns how many pieces."""
    before = (now or timezone.now()) - KEPT
    old = Job.objects.filter(ENDED, ended_at__lt=before).order_by("ended_at", "pk")
    forgotten = 0
    for pk in list(old.values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            if job := Job.objects.select_for_update(skip_locked=True).filter(pk=pk).first():
                for file in StoredFile.objects.about(job):
                    files.discard(file)
                job.delete()
                forgotten += 1
    return forgotten
