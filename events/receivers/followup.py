"""What the end of an account means for certificates."""

from typing import Any

from django.db.models import Q
from django.dispatch import receiver

from events.actions.certifying import forget_names
from events.models import Participant
from people.models import User
from people.signals import account_anonymised


@receiver(account_anonymised)
def forget_certificates(*, user: User, address: str, **_kwargs: Any) -> None:
    """Number, event and state stay: that a certificate was given is a public act. The name goes."""
    mine = Participant.objects.filter(Q(user=user) | Q(user=None, email__iexact=address))
    forget_names(mine.values_list("pk", flat=True))
