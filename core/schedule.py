"""When beat runs the tasks of this app. Plain data, because the settings read it before any app is loaded."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "fold notes of change": {"task": "core.tasks.fold_changes", "schedule": crontab(minute="5", hour="*")},
}
