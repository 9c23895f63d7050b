"""When the clock works for reports. Each task finds its work in rows: a missed tick costs nothing."""

from typing import Any

from celery.schedules import crontab

SWEEP_SECONDS = 30.0

SCHEDULE: dict[str, dict[str, Any]] = {
    # A sweep that no worker has taken before the next one comes is not needed any more.
    "do work in the background": {
        "task": "reports.tasks.jobs.work_off",
        "schedule": SWEEP_SECONDS,
        "options": {"expires": SWEEP_SECONDS},
    },
    "forget old work": {
        "task": "reports.tasks.jobs.forget_old_jobs",
        "schedule": crontab(minute="30", hour="*"),
    },
    "make reports that are due": {
        "task": "reports.tasks.making.make_scheduled",
        "schedule": crontab(minute="50", hour="*"),
    },
}
