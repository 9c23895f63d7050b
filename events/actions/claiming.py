"""Making what was entered under one's address one's own."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import journal, policies
from core.refusal import RefusedError
from events.models import Participant
from people.models import User


@transaction.atomic
def claim(participant: Participant, *, by: User) -> Participant:
    """Join a participation with the account of the same address: from here on it is found among the own ones.

    The address needs no further proof: the account was opened by a letter to it. Refused when another was quicker.
    """
    participant = Participant.objects.select_for_update(of=("self",)).select_related("event").get(pk=participant.pk)
    if participant.user_id is not None:
        raise RefusedError(_("This participation belongs to an account already."))
    policies.require(by, "events.claim", participant)
    participant.user, participant.claimed_at = by, timezone.now()
    participant.save(update_fields=["user", "claimed_at"])
    journal.write(participant, "claim", by=by)
    return participant
