"""What time does to what people have handed in."""

from celery import shared_task

from people.actions.imports import forget_rows


@shared_task
def forget_imported_rows() -> int:
    """Delete the rows of tables that were read a day ago; returns how many."""
    return forget_rows()
