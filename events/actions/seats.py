"""The seats of an event with open registration: who holds one, and who is next.

Every act that takes or frees a seat begins with `lock_event` and ends with `fill_seats`. So the acts on one event
follow each other, a seat is never given twice, and nobody who came later passes the waiting list. The database counts
as well: `seats_taken` is kept by a trigger, and a check refuses one too many whatever this file believes.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from events.enums import EventStatus
from events.models import Event, Participant
from events.signals import registration_promoted
from events.workflow import taking_part


def lock_event(event: Event) -> Event:
    """The event as it is now, held until the end of the transaction: the first thing an act on seats does.

    Rows that only refer to the event may still be written meanwhile.
    """
    return Event.objects.select_for_update(no_key=True, of=("self",)).select_related("centre").get(pk=event.pk)


def free_seats(event: Event) -> int | None:
    """How many seats are free at this moment; None where they are not counted."""
    capacity, taken = Event.objects.values_list("capacity", "seats_taken").get(pk=event.pk)
    return None if capacity is None else max(capacity - taken, 0)


@transaction.atomic
def fill_seats(event: Event) -> list[Participant]:
    """Give what is free to those who wait, first come first, and tell them. Whatever freed a seat calls this.

    Nobody is promoted into an event that was called off, is closed or has ended.
    """
    event = lock_event(event)
    if event.status != EventStatus.ANNOUNCED or event.has_ended():
        return []
    free = free_seats(event)
    if free == 0:
        return []
    promoted = []
    for waiting in event.participants.waiting()[:free]:
        now, sequence = timezone.now(), waiting.sequence + 1
        changes: dict[str, Any] = {"accepted_at": now, "sequence": sequence, "queued_at": None, "updated_at": now}
        participant = taking_part.take(waiting, "promote", by=None, **changes)
        participant.event = event
        registration_promoted.send(Participant, participant=participant, by=None)
        promoted.append(participant)
    return promoted
