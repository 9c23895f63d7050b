"""A project that was written is found by its new words at once."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from projects.actions.indexing import SEARCHED, index
from projects.models import Project

LED_BY = {"lead_a", "lead_b"}


@receiver(post_save, sender=Project)
def index_project(
    instance: Project, *, created: bool, update_fields: frozenset[str] | None = None, raw: bool = False, **_signal: Any
) -> None:
    """Whoever saves it; a save of other columns costs nothing."""
    if not raw and (created or update_fields is None or update_fields & {*SEARCHED, *LED_BY}):
        index(instance)
