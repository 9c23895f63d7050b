"""The few words that papers add themselves, in the active language."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def labels() -> dict[str, str]:
    """The words that every kind of paper shares, in the active language."""
    return {
        "page": _("Page {page} of {pages}"),
        "number": pgettext("number of a paper", "No."),
        "signed": _("Signed"),
        "silence": _("Agreed by silence"),
        "objects": _("Signed, against"),
        "unsigned": _("Not yet signed"),
        "enclosures": _("Enclosures"),
        "code": pgettext("of a certificate", "Code"),
        "verify": _("Anyone can check this certificate at"),
    }
