"""Press releases and pages of the site: one record each, whatever number of languages it is written in."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement
from core.localised import LocalisedText, LocalisedTextField
from events.models import Event
from pages.core_pages import CORE
from pages.enums import PageKind, PageStatus
from pages.querysets import PageQuerySet
from people.models import Centre
from practices.models import Practice
from projects.models import Project


class Page(models.Model):
    """What the centre says to everybody: a press release of a day, or a page that stays.

    `reference` is the number of a release (`PR-2026-03`) or the address of a page (`accessibility`). `language` is that
    of the original; all other texts are translations. `title` and `lead` are kept for lists: of what readers see, or,
    before the first publication, of what is being written.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=PageKind)
    reference = models.CharField(_("number or address"), max_length=40, editable=False)
    centre = models.ForeignKey(Centre, models.PROTECT, related_name="pages", verbose_name=_("centre"))
    day = models.DateField(_("day of the press release"), null=True, blank=True)
    is_listed = models.BooleanField(_("listed beside “About the centre”"), default=False)
    language = models.CharField(_("language of the original"), max_length=8, choices=settings.LANGUAGES)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="pages_written", verbose_name=_("author")
    )
    status = models.CharField(_("state"), max_length=10, choices=PageStatus, default=PageStatus.DRAFT, editable=False)
    title = LocalisedTextField(_("title"), blank=True, editable=False)
    lead = LocalisedTextField(_("lead"), blank=True, editable=False)
    search = SearchVectorField(null=True, editable=False)
    events = models.ManyToManyField(Event, related_name="pages", blank=True, verbose_name=_("events"))
    agreements = models.ManyToManyField(Agreement, related_name="pages", blank=True, verbose_name=_("agreements"))
    projects = models.ManyToManyField(Project, related_name="pages", blank=True, verbose_name=_("projects"))
    practices = models.ManyToManyField(Practice, related_name="pages", blank=True, verbose_name=_("practices"))
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    updated_at = models.DateTimeField(_("changed"), default=timezone.now)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    renewed_at = models.DateTimeField(_("current text since"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("press release or page")
        verbose_name_plural = _("press releases and pages")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("reference",), name="one_page_an_address"),
            models.CheckConstraint(
                condition=Q(kind=PageKind.RELEASE, day__isnull=False, is_listed=False)
                | Q(kind=PageKind.PAGE, day=None),
                name="release_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status__in=PageStatus.public(), published_at__isnull=False)
                | ~Q(status__in=PageStatus.public()),
                name="public_page_was_published",
            ),
            models.CheckConstraint(
                condition=Q(status=PageStatus.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(status=PageStatus.WITHDRAWN) & Q(withdrawn_at=None)),
                name="withdrawn_page_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("-day", "-id"), condition=Q(kind=PageKind.RELEASE), name="releases_by_day"),
            models.Index(fields=("-updated_at", "-id"), name="pages_by_change"),
            GinIndex(fields=("search",), name="page_search"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def is_release(self) -> bool:
        return self.kind == PageKind.RELEASE

    @property
    def is_open(self) -> bool:
        """It may be changed: nothing of it waits for publication, and it is not withdrawn."""
        return self.status in (PageStatus.DRAFT, PageStatus.PUBLISHED)

    @property
    def is_public(self) -> bool:
        """Readers have its text."""
        return self.status in PageStatus.public()

    @property
    def title_text(self) -> Any:
        """What to call it, also before it has a title in the reader's language."""
        return self.title or LocalisedText({settings.LANGUAGES[0][0]: self.reference})

    def get_absolute_url(self) -> str:
        """Where it is read."""
        if self.is_release:
            return reverse("pages:release", args=[self.reference])
        if self.reference in CORE:
            return reverse(CORE[self.reference])
        return reverse("pages:page", args=[self.reference])
