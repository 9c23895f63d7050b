"""The index follows whatever changes what readers see, in the same transaction."""

from typing import Any

from django.dispatch import receiver

from practices.actions.indexing import index
from practices.models import Practice
from practices.signals import entry_changed, practice_confirmed, practice_retired


@receiver((entry_changed, practice_confirmed, practice_retired), dispatch_uid="practices_index")
def follow(*, practice: Practice, **_said: Any) -> None:
    """Titles and texts, or the day of the last check, or that it was retired."""
    index(practice)
