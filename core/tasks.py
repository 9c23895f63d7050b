"""Hand work to the queue without depending on it."""

from typing import Any

import structlog
from celery import shared_task

from core import changes

log = structlog.get_logger("portal")


def enqueue(task: Any, *args: Any) -> None:
    """Publish a task. A broker that is down is logged, never raised: every task is also found by a sweep."""
    try:
        task.apply_async(args, retry=False)
    except Exception:
        log.warning("publish_failed", task=task.name, exc_info=True)


@shared_task
def fold_changes() -> int:
    """Make one row of each table's many notes of change; returns how many there were."""
    return changes.fold()
