from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.rooms import open_room

# Rooms whose modules register something when they are read.
ROOMS = ("policies", "tasks", "admin", "receivers")


class PagesConfig(AppConfig):
    """Fills the registries of core: rules, the workflow table, search, the desk, panels, lists."""

    name = "pages"
    verbose_name = _("News and pages")

    def ready(self) -> None:
        from pages import desk, lists, panels, search, workflow  # noqa: F401, PLC0415

        for room in ROOMS:
            open_room(f"pages.{room}")
