"""The secret address of a participant's calendar."""

from django.db import transaction

from core import journal, policies
from events.models import Participant
from events.models.delegations import new_secret
from people.models import User


@transaction.atomic
def renew_calendar_address(participant: Participant, *, by: User) -> Participant:
    """Give the calendar another address; whoever has the old one sees nothing any more. Only the person may."""
    row = Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    policies.require(by, "events.renew_calendar_address", row)
    row.calendar_secret = new_secret()
    row.save(update_fields=["calendar_secret"])
    journal.write(row, "renew_calendar", by=by)
    return row
