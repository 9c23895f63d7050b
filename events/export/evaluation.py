"""Questionnaires in the export of one's own data: that one has answered. What one answered nobody can find."""

from collections.abc import Iterable

from events.models import Ballot
from people.export import Row, source
from people.models import User


@source("questionnaires_answered")
def questionnaires_answered(user: User) -> Iterable[Row]:
    """Which, and of what event: answers carry no name and cannot be given back to their author."""
    rows = Ballot.objects.filter(participant__user=user).select_related("questionnaire__event")
    for row in rows.order_by("questionnaire").iterator():
        yield {"event": row.questionnaire.event.reference, "questionnaire": row.questionnaire.title}
