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

QUESTIONNAIRE_PHRASES = {
    "create": _("Questionnaire begun"),
    "open": _("Questionnaire opened"),
    "close": _("Questionnaire closed"),
    "reopen": _("Questionnaire opened again"),
}

MINUTES_PHRASES = {
    "begin": _("Minutes begun"),
    "propose": _("Minutes proposed to both sides"),
    "agree": _("Minutes agreed"),
    "send_back": _("Minutes sent back"),
    "replace": _("Replaced by a newer version"),
}
