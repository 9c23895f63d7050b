"""What was written about it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.enums import (
    Audience,
    MessageKind,
)
from consultations.models.lists import language_field
from consultations.models.requests import Consultation
from consultations.querysets import MessageQuerySet
from core.localised import LocalisedTextField
from people.models import Country


class Message(models.Model):
    """One contribution to the thread. Its texts are rows: the original, its corrections, its translations."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="messages")
    kind = models.CharField(_("kind"), max_length=10, choices=MessageKind, default=MessageKind.MESSAGE)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    author_title = LocalisedTextField(_("post"), blank=True)
    audience = models.CharField(_("read by"), max_length=8, choices=Audience, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    (~Q(kind=MessageKind.NOTE) & Q(audience="", country=None))
                    | Q(kind=MessageKind.NOTE, audience=Audience.SIDE, country__isnull=False)
                    | Q(kind=MessageKind.NOTE, audience=Audience.CENTRE, country=None)
                ),
                name="only_a_note_has_an_audience",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("consultation", "-at", "-id"), name="messages_of_request")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"

    @property
    def is_internal(self) -> bool:
        return self.kind == MessageKind.NOTE


class MessageText(models.Model):
    """A message in one language. A translation points to the very text it was made from.

    A later text in the same language replaces the earlier one for readers; both stay. A translation whose source is no
    longer the latest original is outdated.
    """

    message = models.ForeignKey(Message, models.CASCADE, related_name="texts")
    language = language_field(_("language"))
    text = models.TextField(_("text"))
    source = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="translations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="message_text_not_empty"),
            models.CheckConstraint(condition=Q(source=None) | ~Q(source=F("id")), name="message_not_its_own_source"),
        ]
        indexes: ClassVar = [models.Index(fields=("message", "id"), name="texts_of_message")]

    def __str__(self) -> str:
        return f"{self.language} of message {self.message_id}"
