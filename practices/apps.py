from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.rooms import open_room

# Rooms whose modules register something when they are read.
ROOMS = ("policies", "tasks", "admin", "export", "receivers")


class PracticesConfig(AppConfig):
    """Fills the registries of core: rules, the workflow tables, search, the desk."""

    name = "practices"
    verbose_name = _("Practices")

    def ready(self) -> None:
        from practices import desk, lists, search, workflow  # noqa: F401, PLC0415

        for room in ROOMS:
            open_room(f"practices.{room}")
