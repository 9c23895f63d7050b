"""Seal what lies in the database with the newest key."""

from django.db import transaction

from core.sealing import UnreadableError, reseal
from events.models import TravelFile
from events.travel import place_of

BATCH = 100


def reseal_travel_files() -> tuple[int, list[int]]:
    """Seal every file of travel facts anew, a hundred in a transaction: how many, and the participants left out.

    Nothing else changes: neither when they were written, nor when they are destroyed.
    """
    resealed, unreadable, last = 0, [], 0
    while rows := _next(last):
        with transaction.atomic():
            for row in TravelFile.objects.select_for_update().filter(pk__in=rows).order_by("pk"):
                try:
                    row.sealed = reseal(row.sealed, place=place_of(row.participant_id))
                except UnreadableError:
                    unreadable.append(row.participant_id)
                    continue
                row.save(update_fields=["sealed"])
                resealed += 1
        last = rows[-1]
    return resealed, unreadable


def _next(last: int) -> list[int]:
    return list(TravelFile.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH])
