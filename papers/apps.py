"""Papers: what the portal prints and hands out. Made from plain data, by no model of its own."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "papers"
    verbose_name = _("Papers")
