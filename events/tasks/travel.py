"""What time does to travel facts: they are destroyed."""

from celery import shared_task

from events.actions.travel import purge_travel_files as destroy


@shared_task
def purge_travel_files() -> int:
    """Destroy the travel facts whose day has come; returns how many."""
    return destroy()
