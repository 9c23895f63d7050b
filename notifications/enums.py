"""The ways news takes, and how far a letter has come."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """Where a person is told."""

    INBOX = "inbox", _("Inbox")
    MAIL = "mail", _("E-mail")


class Rhythm(TextChoices):
    """How often mail comes that can wait. What asks something, warns or carries a file always comes at once."""

    AT_ONCE = "at_once", _("At once, each by a mail of its own")
    DAILY = "daily", _("Once a working day, in one digest")
    WEEKLY = "weekly", _("Once a week, in one digest")
    NEVER = "never", _("Not by mail, only in the inbox")


class State(TextChoices):
    """Where a letter stands."""

    PENDING = "pending", _("waits to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be delivered")
    CANCELLED = "cancelled", _("not sent, no longer to be seen or not wanted")
