"""What time does to site visits: lists for the gate fall due."""

from celery import shared_task

from events.actions.gate_lists import lists_near, remind_of_gate_list


@shared_task
def gate_lists_due() -> int:
    """Tell the travel desk of lists for the gate that are due within two working days; returns how many."""
    return sum(remind_of_gate_list(pk) for pk in lists_near())
