from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultationsConfig(AppConfig):
    """Fills the registries of core: rules, the workflow tables, search, the desk."""

    name = "consultations"
    verbose_name = _("Consultations")

    def ready(self) -> None:
        from consultations import desk, export, lists, panels, policies, receivers, search, workflow  # noqa: F401, PLC0415
