"""The ways news takes, and how far a letter has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """Where a person is told."""

    INBOX = "inbox", _("Inbox")
    MAIL = "mail", _("E-mail")


class State(TextChoices):
    """Where a letter stands."""

    PENDING = "pending", _("waits to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be delivered")
    CANCELLED = "cancelled", _("not sent, no longer to be seen or not wanted")
