"""When the clock works for projects. Each task finds its work in rows: a missed tick costs a day."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "remind of registrations": {
        "task": "projects.tasks.life.remind_of_registrations",
        "schedule": crontab(minute="10", hour="*"),
    },
    "ask about closed projects": {
        "task": "projects.tasks.life.ask_for_checks",
        "schedule": crontab(minute="20", hour="*"),
    },
    "remind of checks after the close": {
        "task": "projects.tasks.life.remind_of_checks",
        "schedule": crontab(minute="25", hour="*"),
    },
    "remind of missing values": {
        "task": "projects.tasks.values.remind_of_missing_values",
        "schedule": crontab(minute="40", hour="*"),
    },
    "warn of money that lapses": {
        "task": "projects.tasks.money.warn_of_lapses",
        "schedule": crontab(minute="15", hour="2"),
    },
    "accept deliverables for silence": {
        "task": "projects.tasks.work.accept_by_silence",
        "schedule": 60.0,
    },
    "remind of deliverables": {
        "task": "projects.tasks.work.remind_of_deliverables",
        "schedule": crontab(minute="35", hour="*"),
    },
    "work schedules out again": {
        "task": "projects.tasks.work.work_out_all",
        "schedule": crontab(minute="50", hour="2"),
    },
    "begin quarterly reports": {
        "task": "projects.tasks.reports.begin_reports",
        "schedule": crontab(minute="5", hour="*"),
    },
    "chase quarterly reports": {
        "task": "projects.tasks.reports.chase_reports",
        "schedule": crontab(minute="45", hour="*"),
    },
}
