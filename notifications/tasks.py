"""Sending letters after the commit, and what was missed. The rows say what is to be done; a lost task costs nothing."""

from typing import Any

from celery import shared_task
from celery.signals import worker_ready

from core.tasks import enqueue
from notifications.actions import digesting
from notifications.actions.delivering import BATCH, deliver_due


@shared_task
def deliver() -> int:
    """Send a batch, and ask for the next one when this one was full; returns how many letters were dealt with."""
    done = deliver_due(BATCH)
    if done >= BATCH:
        enqueue(deliver)
    return done


@shared_task
def write_digests() -> int:
    """Write the digests that are due, have them sent, and ask for the next batch; returns for how many it was time."""
    done = digesting.write_digests()
    if done:
        enqueue(deliver)
    if done >= digesting.BATCH:
        enqueue(write_digests)
    return done


@worker_ready.connect
def send_what_was_missed(**_kwargs: Any) -> None:
    """A worker that starts may follow one that was killed: it does not wait for the next sweep."""
    enqueue(deliver)
    enqueue(write_digests)
