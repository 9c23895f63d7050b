from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The journal and the keys in the admin stand under this heading."""

    name = "core"
    verbose_name = _("Record")
