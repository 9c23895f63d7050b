"""Reactions to rows of this app, whoever saved them: an act, a fixture, a shell."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from calendars import directory
from calendars.models import Calendar, CalendarException, OfficeWindow


@receiver([post_save, post_delete], sender=Calendar)
@receiver([post_save, post_delete], sender=CalendarException)
@receiver([post_save, post_delete], sender=OfficeWindow)
def outdate(instance: Calendar | CalendarException | OfficeWindow, **_: Any) -> None:
    """A calendar that was worked out before is not used again."""
    directory.outdate(instance.code if isinstance(instance, Calendar) else instance.calendar_id)
