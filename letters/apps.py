from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.rooms import open_room

# Rooms whose modules register something when they are read.
ROOMS = ("policies", "sources", "tasks", "admin", "receivers")


class LettersConfig(AppConfig):
    """Fills the registries of core: rules, the workflow tables, search, panels."""

    name = "letters"
    verbose_name = _("Letters")

    def ready(self) -> None:
        from letters import lists, panels, search, workflow  # noqa: F401, PLC0415

        for room in ROOMS:
            open_room(f"letters.{room}")
