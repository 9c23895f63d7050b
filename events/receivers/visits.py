"""Who no longer comes leaves the seats in sessions and visits to others."""

from typing import Any

from django.dispatch import receiver

from events.actions.booking import free_seats_of
from events.models import Participant
from events.signals import participant_replaced, participant_withdrawn, registration_cancelled


@receiver([participant_withdrawn, registration_cancelled])
def give_back_seats(*, participant: Participant, **_kwargs: Any) -> None:
    """In all that has not begun."""
    free_seats_of(participant)


@receiver(participant_replaced)
def give_back_seats_of_the_replaced(*, replaced: Participant, **_kwargs: Any) -> None:
    """Whoever comes instead takes own ones: there may be another language, and other wishes."""
    free_seats_of(replaced)
