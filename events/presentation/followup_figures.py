"""Figures of the follow-up for other pages. Reads only."""

from collections.abc import Iterable

from django.db.models import Count, Q

from events.enums import ParticipantStatus, PlanStatus, Progress
from events.models import Event, Participant


def plans_fulfilled(events: Iterable[Event]) -> dict[int, tuple[int, int]]:
    """For each event: how many endorsed plans are carried out, of how many endorsed. One query."""
    rows = (
        Participant.objects.filter(
            event__in=[event.pk for event in events],
            status__in=ParticipantStatus.seated(),
            plan__status=PlanStatus.ENDORSED,
        )
        .values("event")
        .annotate(
            endorsed=Count("pk", distinct=True),
            done=Count("pk", distinct=True, filter=Q(plan__checks__progress=Progress.DONE)),
        )
        .order_by()
    )
    return {row["event"]: (row["done"], row["endorsed"]) for row in rows}
