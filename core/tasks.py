"""Hand work to the queue without depending on it."""

from typing import Any

import structlog

log = structlog.get_logger("portal")


def enqueue(task: Any, *args: Any) -> None:
    """Publish a task. A broker that is down is logged, never raised: every task is also found by a sweep."""
    try:
        task.apply_async(args, retry=False)
    except Exception:
        log.warning("publish_failed", task=task.name, exc_info=True)
