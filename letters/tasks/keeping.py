"""The papers of issued letters are drawn after the commit, some at a time."""

from celery import shared_task

from core.tasks import enqueue
from letters.actions.keeping import keep_paper, without_paper


@shared_task
def keep_papers() -> int:
    """Draw and keep what is missing, and ask for the next batch; returns how many. The clock makes up a lost task."""
    waiting = without_paper()
    kept = sum(keep_paper(pk) for pk in waiting)
    if kept and without_paper():
        enqueue(keep_papers)
    return kept
