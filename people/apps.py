"""People: countries, organisations, accounts and the appointments that every right is read from."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.rooms import open_room


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People and organisations")

    def ready(self) -> None:
        """Load the directory, the rules and what is listened to: all register themselves."""
        from people import directory, lists, policies, receivers  # noqa: F401, PLC0415

        open_room("people.admin")
