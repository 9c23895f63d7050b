"""Travel facts follow the days of their event."""

from typing import Any

from django.dispatch import receiver

from events.actions.travel import follow_event
from events.models import Event
from events.signals import event_cancelled, event_changed


@receiver(event_changed)
def move_the_day_of_destruction(*, event: Event, fields: list[str], **_kwargs: Any) -> None:
    """Five days after the event, wherever it is moved to."""
    if "ends_on" in fields:
        follow_event(event)


@receiver(event_cancelled)
def destroy_soon(*, event: Event, **_kwargs: Any) -> None:
    """Nobody travels any more: what was written for the journey goes in five days."""
    follow_event(event)
