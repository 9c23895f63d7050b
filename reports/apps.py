from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.rooms import open_room

# Rooms whose modules register something when they are read.
ROOMS = ("policies", "tasks", "admin", "receivers")


class ReportsConfig(AppConfig):
    """Fills the registries of core: rules, the workflow table, search, the desk, work done in the background."""

    name = "reports"
    verbose_name = _("Reports")

    def ready(self) -> None:
        from reports import desk, search, workflow  # noqa: F401, PLC0415

        for room in ROOMS:
            open_room(f"reports.{room}")
