"""An account, and the parts its owner has in programmes."""

from typing import Any

from django.dispatch import receiver

from events.actions.session_people import claim_contributions, forget_contributor
from events.models import Contributor
from people.models import User
from people.signals import account_anonymised, invitation_accepted


@receiver(invitation_accepted)
def join_contributions(*, user: User, **_kwargs: Any) -> None:
    """Whoever was entered as a speaker before there was an account is that speaker: the address is proved."""
    claim_contributions(by=user)


@receiver(account_anonymised)
def forget_contributions(*, user: User, address: str, by: User | None, **_kwargs: Any) -> None:
    """The public act stays: that somebody of that body spoke. The name goes, in what was released too."""
    for person in Contributor.objects.filter(user=user) | Contributor.objects.filter(user=None, email__iexact=address):
        forget_contributor(person, by=by)
