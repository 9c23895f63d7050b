"""Calendars: the lowest of the apps with rows. It knows no person and no consultation."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarsConfig(AppConfig):
    name = "calendars"
    verbose_name = _("Calendars")

    def ready(self) -> None:
        """Load the receivers: they register themselves."""
        from calendars import receivers  # noqa: F401, PLC0415
