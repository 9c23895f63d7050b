"""What was answered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.enums import (
    AnswerState,
)
from consultations.models.lists import language_field
from consultations.models.requests import Consultation, Question
from core.localised import LocalisedTextField


class Answer(models.Model):
    """A version of the answer. Once sent it is a document of record: a correction is a further version."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="answers")
    version = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=12, choices=AnswerState, default=AnswerState.DRAFT)
    language = language_field(_("language"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    by_title = LocalisedTextField(_("post"), blank=True)
    revision = models.PositiveIntegerField(_("revision of the original"), default=1)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    sent_back_reason = models.TextField(_("why it was sent back"), blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("consultation", "version"), name="one_answer_a_version"),
            models.UniqueConstraint(
                fields=("consultation",), condition=~Q(state=AnswerState.SENT), name="one_answer_in_preparation"
            ),
            models.CheckConstraint(
                condition=Q(state=AnswerState.SENT, sent_at__isnull=False)
                | (~Q(state=AnswerState.SENT) & Q(sent_at=None)),
                name="sent_answer_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id}, version {self.version}"

    @property
    def reference(self) -> str:
        """For the journal: the request's number and the version."""
        return f"{self.consultation.handle} v{self.version}"


class AnswerPart(models.Model):
    """The answer to one question, or the reason why the question stays open."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="parts")
    question = models.ForeignKey(Question, models.PROTECT, related_name="parts")
    text = LocalisedTextField(_("answer"), blank=True)
    stays_open = models.BooleanField(_("stays open"), default=False)

    class Meta:
        ordering: ClassVar = ["question__number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=("answer", "question"), name="one_part_a_question")]

    def __str__(self) -> str:
        return f"{self.question_id}"


class AnswerTranslation(models.Model):
    """A translation of an answer and the revision of the original it was made from."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="translations")
    language = language_field(_("language"))
    of_revision = models.PositiveIntegerField(_("of revision"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("answer", "language"), name="one_answer_translation_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.language} of revision {self.of_revision}"
