"""Work that takes a while, for a worker that is killed in the middle of it. Read by the worker process of the test."""

import time
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile

from files.actions import discard, keep
from files.models import StoredFile
from reports.actions import running
from reports.models import Job
from reports.works import Say, Work, register

STEPS = 12
STEP = 0.05  # second

# A worker that was killed is missed after two seconds instead of a minute, and says that it lives four times a second.
running.HELD = timedelta(seconds=2)
running.SAID_EVERY = 0.25


def count(job: Job, say: Say) -> dict[str, Any]:
    """Count slowly, then keep one file in the place of whatever an earlier attempt has kept."""
    for step in range(STEPS):
        say(step, STEPS)
        time.sleep(STEP)
    with running.holding(job):
        for earlier in StoredFile.objects.about(job):
            discard(earlier)
        made = ContentFile(f"{job.asked['number']}".encode(), name="count.txt")
        keep(made, by=job.by, about=job, permission="reports.view_job")
    return {"counted": STEPS}


register(Work("test.slow", lambda _job: "Counting slowly", count, lambda job: job.get_absolute_url()))
