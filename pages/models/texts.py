"""The words: one row a language and wording, so that what was published before a correction is kept."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.enums import TextState
from pages.models.pages import Page


class PageText(models.Model):
    """One wording in one language.

    `revision` counts how often the text of this language has changed. A translation remembers in `of_revision` which
    revision of the original it was made from; where the original has another one by now, it is outdated: nothing else
    is asked, no date. At most one wording of a language is being written, and one is read.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="texts", verbose_name=_("press release or page"))
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    state = models.CharField(_("state"), max_length=10, choices=TextState, default=TextState.DRAFT)
    revision = models.PositiveIntegerField(_("revision"), default=1)
    of_revision = models.PositiveIntegerField(_("made from this revision of the original"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=200)
    lead = models.TextField(_("lead"), blank=True)
    body = models.TextField(_("text"))
    note = models.CharField(_("what was corrected"), max_length=300, blank=True)
    is_correction = models.BooleanField(_("corrects what was published"), default=False, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    updated_at = models.DateTimeField(_("written"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    class Meta:
        verbose_name = _("text of a page")
        verbose_name_plural = _("texts of pages")
        ordering: ClassVar = ["page", "language", "-revision"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("page", "language"), condition=Q(state=TextState.DRAFT), name="one_draft_a_language"
            ),
            models.UniqueConstraint(
                fields=("page", "language"),
                condition=Q(state=TextState.PUBLISHED),
                name="one_published_text_a_language",
            ),
            models.UniqueConstraint(fields=("page", "language", "revision"), name="one_text_a_revision"),
            models.CheckConstraint(
                condition=Q(state=TextState.DRAFT, published_at=None, published_by=None)
                | (~Q(state=TextState.DRAFT) & Q(published_at__isnull=False, published_by__isnull=False)),
                name="published_text_has_moment_and_name",
            ),
            models.CheckConstraint(
                condition=Q(published_by=None) | ~Q(published_by=models.F("by")), name="nobody_publishes_own_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page} {self.language} {self.revision}"
