"""What time does to programmes: silence becomes consent, and slides are asked for."""

from celery import shared_task

from core.refusal import RefusedError
from events.actions.releasing import release_by_silence
from events.actions.slides import ask_for_slides, without_slides
from events.models import Release
from events.workflow import releasing

BATCH = 200


@shared_task
def sign_releases_for_silence() -> int:
    """Sign for the sides whose time to answer is over; returns how many versions were released."""
    released = 0
    for pk in list(releasing.silent().values_list("object_id", flat=True)[:BATCH]):
        try:
            release_by_silence(Release.objects.get(pk=pk))
        except RefusedError:  # released or withdrawn a moment ago: the row has moved on
            continue
        released += 1
    return released


@shared_task
def ask_speakers_for_slides() -> int:
    """Remind speakers of slides, seven and two working days before; returns how many were reminded."""
    return sum(ask_for_slides(pk) for pk in list(without_slides().values_list("pk", flat=True)))
