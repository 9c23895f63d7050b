from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The journal and the keys in the admin stand under this heading."""

    name = "core"
    verbose_name = _("Record")

    def ready(self) -> None:
        """Tables that a migration has made are watched from then on."""
        from core.changes import watch  # noqa: PLC0415  models are there only now

        post_migrate.connect(watch, sender=self)
