"""Who is told of work in the background."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from people.models import User
from reports.models import Job

WAITED = timedelta(seconds=20)  # who waits no longer is still on the page


def told_who_waited(*, job: Job, **_said: Any) -> Iterable[User]:
    """Whoever asked for it, where it took longer than one waits for a page. The clock waits for nothing."""
    if job.by is None or job.ended_at is None or job.ended_at - job.asked_at <= WAITED:
        return []
    return [job.by]
