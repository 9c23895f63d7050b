"""What a person wrote when coming to events, for the export of one's own data."""

from collections.abc import Iterable

from events.models import Participant
from people.export import Row, source, values
from people.models import User


@source("event_participations")
def event_participations(user: User) -> Iterable[Row]:
    """Where the person came to, what was entered, and when somebody marked that he was there."""
    rows = Participant.objects.filter(user=user).select_related("event", "delegation__organisation").order_by("pk")
    for row in rows.prefetch_related("attendances").iterator(chunk_size=200):
        yield {
            "event": row.event.reference,
            "name": row.event.name,
            "delegation": row.delegation.organisation.name if row.delegation else None,
            **values(row, "status", "given_name", "family_name", "given_name_own", "family_name_own", "own_language"),
            **values(row, "email", "language", "post", "rank", "organisation_name", "needs_language"),
            **values(row, "superior_name", "superior_email", "experience", "motivation", "earlier_training"),
            **values(row, "answers", "created_at", "updated_at", "claimed_at"),
            "country": row.country_id,
            "present": [{"day": one.day, "session": one.session_id} for one in row.attendances.all()],
        }
