"""Minutes in the export of one's own data: those from one's own hand."""

from collections.abc import Iterable

from events.models import Minutes
from people.export import Row, source, values
from people.models import User


@source("minutes_written")
def minutes_written(user: User) -> Iterable[Row]:
    """Versions that the person began."""
    rows = Minutes.objects.filter(by=user).select_related("event").order_by("pk")
    for row in rows.iterator():
        yield {
            "event": row.event.reference,
            **values(row, "version", "status", "held_on", "place", "chair", "text", "updated_at", "agreed_at"),
        }
