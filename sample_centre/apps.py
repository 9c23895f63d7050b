from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SampleCentreConfig(AppConfig):
    """A centre to walk through: fictional people in real institutions. Never installed in production."""

    name = "sample_centre"
    verbose_name = _("Sample centre")
