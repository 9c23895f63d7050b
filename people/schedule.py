"""When beat runs the tasks of this app. Plain data, because the settings read it before any app is loaded."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "forget imported rows": {"task": "people.tasks.forget_imported_rows", "schedule": crontab(minute="25", hour="*")},
}
