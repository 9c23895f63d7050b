"""Who is told of registrations: the person, by the inbox where there is an account, else at the address entered."""

from collections.abc import Iterable
from typing import Any

from events.models import Participant
from notifications.messages.kind import To


def told_registrant(*, participant: Participant, **_said: Any) -> Iterable[To]:
    """The owner of the row, or the address; in the language that was chosen for letters."""
    if participant.anonymised_at is not None:
        return []
    if participant.user is not None:
        return [To(participant.user)]
    return [To(address=participant.email, language=participant.language, country=participant.country_id)]
