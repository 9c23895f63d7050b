"""What the end of an account means for the events the person came to."""

from typing import Any

from django.dispatch import receiver

from events.actions.forgetting import forget_participant
from events.addresses import at_address
from events.models import Participant
from people.models import User
from people.signals import account_anonymised


@receiver(account_anonymised)
def forget_participations(*, user: User, address: str, by: User | None, **_kwargs: Any) -> None:
    """The public act stays: that somebody of that country came. The name, and what was written, goes."""
    mine = Participant.objects.filter(user=user) | Participant.objects.filter(at_address(address), user=None)
    for participant in mine.filter(anonymised_at=None).select_related("event"):
        forget_participant(participant, by=by)
