"""The text of an entry in a further language."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices.enums import TranslationState
from practices.models.belonging import OfPractice
from practices.models.lists import language_field
from practices.models.practices import Practice
from practices.querysets import TranslationQuerySet


class Translation(OfPractice, models.Model):
    """One language of an entry: what readers read, beside it what a translator writes.

    There is a row for every language but the original's from the proposal on, so that what is missing can be listed.
    `sections` and `of_revisions` are what was checked last and what readers see: the text of each section, and the
    revision of the original it translates. `draft` and `draft_of` are the translator's, seen by those who work on the
    language. `outdated` counts the sections whose original has moved on: kept by every act that moves either.

    Who translated and who checked belong to what readers see, `drafted_by` to the draft. A text of the original that
    was never published has no revision yet: it goes by a number below zero (`practices.revisions.number_of`), and
    `sources` keeps such texts, so that what changed until the publication can be shown.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="translations", verbose_name=_("practice"))
    language = language_field(_("language"))
    state = models.CharField(
        _("state"), max_length=8, choices=TranslationState, default=TranslationState.MISSING, editable=False
    )
    sections = models.JSONField(default=dict, editable=False)
    of_revisions = models.JSONField(default=dict, editable=False)
    outdated = models.PositiveSmallIntegerField(_("outdated sections"), default=0, editable=False)
    draft = models.JSONField(default=dict, editable=False)
    draft_of = models.JSONField(default=dict, editable=False)
    sources = models.JSONField(default=dict, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    lock = models.PositiveIntegerField(default=0, editable=False)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("translator")
    )
    handed_at = models.DateTimeField(_("handed over for the check"), null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("checked by")
    )
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation of a practice")
        verbose_name_plural = _("translations of practices")
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("practice", "language"), name="practices_one_text_a_language"),
            models.CheckConstraint(
                condition=Q(checked_at__isnull=False, checked_by__isnull=False) | ~Q(state=TranslationState.CHECKED),
                name="practices_checked_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(checked_by=models.F("translator")) | Q(checked_by=None) | Q(translator=None),
                name="practices_nobody_checks_own_translation",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("language", "-updated_at", "-id"), name="practices_texts_of_language"),
            models.Index(fields=("language", "state", "outdated"), name="practices_texts_by_state"),
            models.Index(fields=("language", "id"), condition=Q(outdated__gt=0), name="practices_texts_outdated"),
            models.Index(
                fields=("language", "handed_at"), condition=Q(handed_at__isnull=False), name="practices_texts_to_check"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice.reference} {self.language}"

    def get_absolute_url(self) -> str:
        return reverse("practices:translate", args=[self.practice.reference, self.language])

    @property
    def reference(self) -> str:
        """How the journal calls it."""
        return str(self)


class EarlierTranslation(models.Model):
    """What readers of a language read before the next check: kept, so that nothing published disappears."""

    translation = models.ForeignKey(Translation, models.CASCADE, related_name="earlier")
    sections = models.JSONField(default=dict)
    of_revisions = models.JSONField(default=dict)
    translator = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("earlier translation")
        verbose_name_plural = _("earlier translations")
        ordering: ClassVar = ["-replaced_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.translation} {self.replaced_at:%Y-%m-%d}"
