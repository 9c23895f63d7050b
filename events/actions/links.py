"""The links in the letters of a participant: given up for new ones."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.refusal import RefusedError
from events import signals
from events.models import Participant
from events.models.delegations import new_secret
from people.models import User


@transaction.atomic
def renew_links(participant: Participant, *, by: User | None) -> Participant:
    """Make the links of earlier letters worthless, and the address of the calendar that stands behind them.

    The new link goes to the person alone, by letter: neither an officer nor whoever holds the old link is shown it, so
    nobody who has got hold of a letter can shut its owner out. `by` is None for whoever came by the old link. Refused
    for a person whose name was forgotten.
    """
    row = Participant.objects.select_for_update(of=("self",)).select_related("event").get(pk=participant.pk)
    if by is not None:
        policies.require(by, "events.renew_links", row)
    if row.anonymised_at is not None:
        raise RefusedError(_("Nobody is left here to write to."))
    row.secret, row.calendar_secret = new_secret(), new_secret()
    row.save(update_fields=["secret", "calendar_secret"])
    journal.write(row, "renew_links", by=by)
    signals.links_renewed.send(Participant, participant=row, by=by)
    return row
