"""When beat runs the tasks of this app. Plain data, because the settings read it before any app is loaded."""

from typing import Any

from celery.schedules import crontab

SCHEDULE: dict[str, dict[str, Any]] = {
    "release programmes for silence": {
        "task": "events.tasks.timetable.sign_releases_for_silence",
        "schedule": 60.0,
    },
    "ask speakers for slides": {
        "task": "events.tasks.timetable.ask_speakers_for_slides",
        "schedule": crontab(minute="25", hour="*"),
    },
    "accept lists for silence": {
        "task": "events.tasks.delegations.sign_lists_for_silence",
        "schedule": 60.0,
    },
    "remind of nominations": {
        "task": "events.tasks.delegations.remind_of_nominations",
        "schedule": crontab(minute="*/15"),
    },
    "remind of papers": {
        "task": "events.tasks.delegations.remind_of_papers",
        "schedule": crontab(minute="*/15"),
    },
    "remind of events": {
        "task": "events.tasks.registration.remind_of_events",
        "schedule": crontab(minute="*/15"),
    },
    "fill free seats": {
        "task": "events.tasks.registration.fill_free_seats",
        "schedule": crontab(minute="*/10"),
    },
    "destroy travel facts": {
        "task": "events.tasks.travel.purge_travel_files",
        "schedule": crontab(minute="40", hour="*"),
    },
    "remind of lists for the gate": {
        "task": "events.tasks.visits.gate_lists_due",
        "schedule": crontab(minute="*/15"),
    },
    "open plans and trip reports": {
        "task": "events.tasks.followup.open_what_is_owed",
        "schedule": crontab(minute="5,35", hour="*"),
    },
    "ask about plans": {
        "task": "events.tasks.followup.ask_about_plans",
        "schedule": crontab(minute="15", hour="*"),
    },
    "remind of trip reports": {
        "task": "events.tasks.followup.remind_of_trip_reports",
        "schedule": crontab(minute="20", hour="*"),
    },
    "close questionnaires": {
        "task": "events.tasks.evaluation.close_questionnaires",
        "schedule": 60.0,
    },
    "remind of answers": {
        "task": "events.tasks.evaluation.remind_of_answers",
        "schedule": crontab(minute="10,40", hour="*"),
    },
    "agree to minutes for silence": {
        "task": "events.tasks.wrapup.agree_by_silence",
        "schedule": 60.0,
    },
    "remind of actions": {
        "task": "events.tasks.wrapup.remind_of_outcomes",
        "schedule": crontab(minute="30", hour="*"),
    },
}
