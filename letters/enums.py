"""The words of letters: kinds, states, whose signature."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LetterKind(TextChoices):
    """What a letter is written for. Each kind has its own closed list of fields."""

    INVITATION = "invitation", _("Invitation")
    ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement of a nomination")
    ANSWER = "answer", _("Letter to an answer")
    VISA = "visa", _("Visa support letter")
    REMINDER = "reminder", _("Reminder")


class LetterState(TextChoices):
    """Where a letter stands. What is issued is never deleted: it is withdrawn, with reasons."""

    DRAFT = "draft", pgettext_lazy("letter", "Draft")
    LEFT_OUT = "left_out", pgettext_lazy("letter", "Left out")
    ISSUED = "issued", pgettext_lazy("letter", "Issued")
    WITHDRAWN = "withdrawn", pgettext_lazy("letter", "Withdrawn")

    @classmethod
    def sent(cls) -> tuple["LetterState", ...]:
        """Those that bear a number."""
        return cls.ISSUED, cls.WITHDRAWN


class RunState(TextChoices):
    """Where letters that are written together stand."""

    PREPARED = "prepared", _("In preparation")
    ISSUED = "issued", pgettext_lazy("letters", "Issued")
    DISCARDED = "discarded", pgettext_lazy("letters", "Discarded")


class Signing(TextChoices):
    """Whose co-director signs."""

    A = "a", _("Co-director of side A")
    B = "b", _("Co-director of side B")
    BOTH = "both", _("Both co-directors")
