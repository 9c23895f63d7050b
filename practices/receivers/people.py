"""What happens to accounts below, and what it means for the library."""

from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from core.refusal import RefusedError
from people.models import User
from people.signals import account_anonymised, account_closing
from practices.actions.leaving import forget_reader
from practices.enums import Status
from practices.models import Practice


@receiver(account_closing)
def keep_whoever_has_an_entry_under_way(*, user: User, **_kwargs: Any) -> None:
    """Nobody becomes nameless in an entry that is being decided."""
    if Practice.objects.filter(author=user, status__in=Status.under_way()).exists():
        raise RefusedError(_("Practices of this person are on their way into the library. They are decided first."))


@receiver(account_anonymised)
def forget_the_reader(*, user: User, by: User | None, **_kwargs: Any) -> None:
    """Entries, reviews and translations stay, without the name; bookmarks, rights and own collections go."""
    forget_reader(user, by=by)
