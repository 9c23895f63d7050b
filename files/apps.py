from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    """Uploads of every app: checked, kept apart from their names, given to whoever may read what they belong to."""

    name = "files"
    verbose_name = _("Files")

    def ready(self) -> None:
        """Load what registers itself."""
        from files import export  # noqa: F401, PLC0415
