"""What time does to files."""

from celery import shared_task

from files import actions


@shared_task
def sweep() -> dict[str, int]:
    """Remove what was never attached, and delete the bytes nobody may read any more; returns how many of each."""
    return {
        "discarded": actions.discard_unattached(),
        "erased": actions.erase_removed(),
        "without_row": actions.erase_bytes_without_row(),
    }
