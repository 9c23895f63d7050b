"""The languages of an entry follow what happens to its original before it is published."""

from typing import Any

from django.dispatch import receiver

from practices.actions.publishing import recount
from practices.languages import source_of
from practices.models import Practice
from practices.signals import practice_proposed


@receiver(practice_proposed, dispatch_uid="practices_languages")
def follow(*, practice: Practice, **_said: Any) -> None:
    """An entry that comes back after a return may say something else than what was translated."""
    recount(practice, source_of(practice))
