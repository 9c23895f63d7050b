"""The acts of the journal in words."""

from django.utils.translation import gettext_lazy as _

EVENT_PHRASES = {
    "create": _("Event begun"),
    "clone": _("Edition begun from the last"),
    "edit": _("Event changed"),
    "save_stop": _("Place saved"),
    "remove_stop": _("Place removed"),
    "name_officers": _("People in charge named"),
    "announce": _("Event announced"),
    "cancel": _("Event cancelled"),
    "close": _("Event closed"),
}
