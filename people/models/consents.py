"""What people were asked to agree to, and what they answered: a log that only grows."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from people.enums import Channel, ConsentAnswer, Purpose
from people.models.accounts import User
from people.querysets import ConsentQuerySet, ConsentTextQuerySet


class ConsentText(models.Model):
    """What is asked, in the words that are agreed to. Never edited: other words are the next version."""

    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)
    version = models.PositiveSmallIntegerField(_("version"), editable=False)
    text = LocalisedTextField(_("text"))
    is_required = models.BooleanField(
        _("comes with the account"), default=False, help_text=_("Nobody has an account without agreeing to it.")
    )
    published_at = models.DateTimeField(_("published"), default=timezone.now, editable=False)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")
        ordering = ["purpose", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["purpose", "version"], name="people_consent_text_one_version"),
            models.CheckConstraint(
                condition=~Q(purpose=Purpose.LISTING, is_required=True),
                name="people_listing_is_never_required",
                violation_error_message=_("To be listed is a free choice."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.version}"


class Consent(models.Model):
    """One answer, written once: a trigger in the database refuses to change or delete it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="consents", verbose_name=_("person"))
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="+", verbose_name=_("consent text"))
    answer = models.CharField(_("answer"), max_length=10, choices=ConsentAnswer)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    channel = models.CharField(_("asked on"), max_length=12, choices=Channel)
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.text}: {self.get_answer_display()}"
