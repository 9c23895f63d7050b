"""Sending letters after the commit, and what was missed. The rows say what is to be done; a lost task costs nothing."""

from typing import Any

from celery import shared_task
from celery.signals import worker_ready

from core.tasks import enqueue
from notifications.actions.delivering import BATCH, deliver_due


@shared_task
def deliver() -> int:
    """Send a batch, and ask for the next one when this one was full; returns how many letters were dealt with."""
    done = deliver_due(BATCH)
    if done >= BATCH:
        enqueue(deliver)
    return done


@worker_ready.connect
def send_what_was_missed(**_kwargs: Any) -> None:
    """A worker that starts may follow one that was killed: it does not wait for the next sweep."""
    enqueue(deliver)
