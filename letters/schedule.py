"""When the clock works for letters. Each task finds its work in rows: a missed tick costs nothing."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "keep the papers of letters": {
        "task": "letters.tasks.keeping.keep_papers",
        "schedule": crontab(minute="*/10"),
    },
}
