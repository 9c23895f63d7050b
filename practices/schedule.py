"""When the clock works for the library. Every task finds its work in rows, so a missed tick costs a day at most."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "remind of reviews": {
        "task": "practices.tasks.reviews.remind_of_reviews",
        "schedule": crontab(minute="*/15"),
    },
    "ask owners of practices again": {
        "task": "practices.tasks.rechecks.ask_owners_again",
        "schedule": crontab(minute="45", hour="*"),
    },
    "ask adopters": {
        "task": "practices.tasks.adoptions.ask_adopters",
        "schedule": crontab(minute="55", hour="*"),
    },
    "remind adopters": {
        "task": "practices.tasks.adoptions.remind_adopters",
        "schedule": crontab(minute="5", hour="*"),
    },
    "notice who has left": {
        "task": "practices.tasks.leaving.notice_who_has_left",
        "schedule": crontab(minute="35", hour="1"),
    },
    "remind owners of practices": {
        "task": "practices.tasks.rechecks.remind_owners",
        "schedule": crontab(minute="50", hour="*"),
    },
}
