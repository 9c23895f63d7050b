"""When beat runs the tasks of this app. Plain data, because the settings read it before any app is loaded."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "sign for silence": {"task": "consultations.tasks.sign_for_silence", "schedule": 60.0},
    "remind of due times": {"task": "consultations.tasks.remind", "schedule": crontab(minute="*/10")},
    "ask about use": {
        "task": "consultations.tasks.ask_about_use_of_advice",
        "schedule": crontab(minute="20", hour="*"),
    },
    "measure clocks": {"task": "consultations.tasks.measure_clocks", "schedule": crontab(minute="*/10")},
    "recount due times": {"task": "consultations.tasks.recount_all", "schedule": crontab(minute="40", hour="1")},
}
