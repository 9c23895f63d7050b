"""When the clock works for agreements and committees. Each task finds its work in rows: a missed tick costs a day."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "agree to minutes of sessions for silence": {
        "task": "agreements.tasks.committees.agree_by_silence",
        "schedule": 60.0,
    },
    "remind of actions of committees": {
        "task": "agreements.tasks.committees.remind_of_actions",
        "schedule": crontab(minute="35", hour="*"),
    },
    "ask for papers of sessions": {
        "task": "agreements.tasks.committees.chase_missing_papers",
        "schedule": crontab(minute="45", hour="*"),
    },
    "end or prolong agreements": {
        "task": "agreements.tasks.register.end_or_prolong",
        "schedule": crontab(minute="10", hour="*"),
    },
    "warn of ends of agreements": {
        "task": "agreements.tasks.register.warn_of_ends",
        "schedule": crontab(minute="20", hour="*"),
    },
    "chase commitments": {
        "task": "agreements.tasks.register.chase_commitments",
        "schedule": crontab(minute="25", hour="*"),
    },
}
