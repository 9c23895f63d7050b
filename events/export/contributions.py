"""What is kept of a person as a speaker or interpreter, for the export of one's own data."""

from collections.abc import Iterable

from events.models import Contributor
from people.export import Row, source, values
from people.models import User


@source("event_contributions")
def event_contributions(user: User) -> Iterable[Row]:
    """The entry under the person's account, and the sessions it has a part in."""
    rows = Contributor.objects.filter(user=user).select_related("organisation").order_by("pk")
    for row in rows.prefetch_related("parts__session__event"):
        yield {
            **values(row, "given_name", "family_name", "given_name_own", "family_name_own", "own_language"),
            **values(row, "post", "email", "language", "interprets", "about"),
            "country": row.country_id,
            "organisation": row.organisation.name if row.organisation else None,
            "parts": [
                {"event": part.session.event.reference, "session": part.session.title, **values(part, "role", "topic")}
                for part in row.parts.all()
            ],
        }
