"""The pages that every installation has. Their text is built in until the centre publishes its own."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Address of the page → its route.
CORE = {"about": "about", "accessibility": "accessibility", "personal-data": "personal_data"}
CORE_NAMES: dict[str, str | Promise] = {
    "about": _("About the centre"),
    "accessibility": _("Accessibility"),
    "personal-data": _("Personal data"),
}
