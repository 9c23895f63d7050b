from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Fills the registries of core: rules, the workflow tables, search, the desk."""

    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from events import workflow  # noqa: F401, PLC0415
        from events.policies import delegations, editions, followup  # noqa: F401, PLC0415
