from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.rooms import open_room

# Rooms whose modules register something when they are read: rules, tasks, admin pages, sources of the own-data export,
# reactions to the apps below.
ROOMS = ("policies", "tasks", "admin", "export", "receivers")


class EventsConfig(AppConfig):
    """Fills the registries of core: rules, the workflow tables, search, the desk."""

    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from events import desk, lists, panels, search, workflow  # noqa: F401, PLC0415

        for room in ROOMS:
            open_room(f"events.{room}")
