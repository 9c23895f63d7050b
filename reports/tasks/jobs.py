"""Work in the background. The rows say what is to be done: a lost task costs half a minute and loses nothing."""

from typing import Any

from celery import shared_task
from celery.signals import worker_ready

from core.tasks import enqueue
from reports.actions import running


@shared_task
def work_off() -> bool:
    """Do one piece and ask for the next; returns whether there was one. One a task, so that letters pass between."""
    did = running.work_off_one()
    if did:
        enqueue(work_off)
    return did


@shared_task
def forget_old_jobs() -> int:
    """Delete what ended a fortnight ago, with its files; returns how many pieces."""
    return running.forget_old_jobs()


@worker_ready.connect
def take_up_what_was_left(**_kwargs: Any) -> None:
    """A worker that starts may follow one that was killed: it does not wait for the next sweep."""
    enqueue(work_off)
