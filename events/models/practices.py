"""What of the library was presented in a session."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.timetable import Session
from practices.models import Practice


class SessionPractice(models.Model):
    """A practice that a session presents. Not part of the released programme: it may be named long afterwards."""

    session = models.ForeignKey(
        Session, models.CASCADE, related_name="practices", verbose_name=pgettext_lazy("event", "session")
    )
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="sessions", verbose_name=_("practice"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    at = models.DateTimeField(_("named"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("practice of a session")
        verbose_name_plural = _("practices of sessions")
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("session", "practice"),
                name="one_practice_a_session",
                violation_error_message=_("The practice is named in this session already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.practice.reference}: {self.session}"

    @property
    def title_text(self) -> Any:
        return self.practice.title_text
