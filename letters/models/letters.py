"""Letters, and the runs in which they are written: a template, a record, its recipients in the order of protocol."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from files.models import StoredFile
from letters.enums import LetterKind, LetterState, RunState, Signing
from letters.models.templates import LetterTemplate
from letters.querysets import LetterQuerySet, LetterRunQuerySet
from people.models import Centre, Country, Organisation


class LetterRun(models.Model):
    """Letters written together, be it one: prepared from a source, looked at one by one, issued in one act."""

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="letter_runs", verbose_name=_("centre"))
    template = models.ForeignKey(LetterTemplate, models.PROTECT, related_name="runs", verbose_name=_("template"))
    template_revision = models.PositiveIntegerField(_("revision of the template"))
    kind = models.CharField(_("kind"), max_length=16, choices=LetterKind)
    source = models.CharField(_("recipients"), max_length=30)
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey("content_type", "object_id")
    about_reference = models.CharField(_("about"), max_length=40)
    about_name = LocalisedTextField(_("name of what it is about"), blank=True)
    signing = models.CharField(_("signed by"), max_length=4, choices=Signing, default=Signing.BOTH)
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.PREPARED, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("prepared by"))
    prepared_at = models.DateTimeField(_("prepared"), default=timezone.now, editable=False)
    issued_at = models.DateTimeField(_("issued"), null=True, blank=True, editable=False)

    objects = LetterRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of letters")
        verbose_name_plural = _("runs of letters")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=RunState.ISSUED, issued_at__isnull=False)
                | (~Q(state=RunState.ISSUED) & Q(issued_at=None)),
                name="issued_run_has_moment",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=("centre", "-id"), name="letter_runs_of_centre"),
            models.Index(fields=("content_type", "object_id"), name="letter_runs_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about_reference}"

    @property
    def title_text(self) -> Any:
        return self.about_name or self.about_reference

    def get_absolute_url(self) -> str:
        return reverse("letters:run", args=[self.pk])


class Letter(models.Model):
    """One letter to one recipient, in one language.

    While it is a draft, `subject` and `body` may hold fields, and `values` what they stand for; when it is issued the
    words are filled in and stay, the values go, and the number, the day and the names of the signatories are added.
    `is_personal` ones are read by the person and the focal points of the body, not by everybody in it.
    """

    run = models.ForeignKey(LetterRun, models.PROTECT, related_name="letters")
    position = models.PositiveSmallIntegerField(_("place in the order of protocol"))
    key = models.CharField(max_length=60, editable=False)  # which recipient of the source: "delegation:12"
    centre = models.ForeignKey(Centre, models.PROTECT, related_name="letters", verbose_name=_("centre"))
    kind = models.CharField(_("kind"), max_length=16, choices=LetterKind)
    reference = models.CharField(  # noqa: DJ001  unique, and drafts have none
        _("number"), max_length=20, unique=True, null=True, editable=False
    )
    state = models.CharField(_("state"), max_length=10, choices=LetterState, default=LetterState.DRAFT, editable=False)

    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="letters", verbose_name=_("addressed body")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("addressed person"),
    )
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("Of somebody without an account."))
    is_personal = models.BooleanField(_("personal"), default=False)
    recipient = LocalisedTextField(_("recipient"))
    addressee = models.TextField(_("addressee"), help_text=_("One line below the other, as on the envelope."))
    wanted_language = models.CharField(_("language of the recipient"), max_length=8, choices=settings.LANGUAGES)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    subject = models.TextField(pgettext_lazy("letter", "subject"))
    body = models.TextField(_("text"))
    values = models.JSONField(default=dict, blank=True, editable=False)
    signatories = models.JSONField(_("signatories"), default=list, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    why = models.TextField(_("why it was left out or withdrawn"), blank=True, editable=False)
    issued_at = models.DateTimeField(_("issued"), null=True, blank=True, editable=False)
    issued_on = models.DateField(_("date"), null=True, blank=True, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("issued by"),
        editable=False,
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    file = models.OneToOneField(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file"), editable=False
    )
    search = SearchVectorField(null=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("of the centre", "letter")
        verbose_name_plural = pgettext_lazy("of the centre", "letters")
        ordering: ClassVar = ["run", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("run", "position"), name="one_letter_a_place"),
            models.UniqueConstraint(fields=("run", "key"), name="one_letter_a_recipient"),
            models.CheckConstraint(
                condition=Q(
                    state__in=(LetterState.ISSUED, LetterState.WITHDRAWN),
                    reference__isnull=False,
                    issued_at__isnull=False,
                    issued_on__isnull=False,
                    issued_by__isnull=False,
                )
                | Q(
                    state__in=(LetterState.DRAFT, LetterState.LEFT_OUT),
                    reference=None,
                    issued_at=None,
                    issued_on=None,
                    issued_by=None,
                ),
                name="issued_letter_is_numbered",
            ),
            models.CheckConstraint(
                condition=Q(state=LetterState.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(state=LetterState.WITHDRAWN) & Q(withdrawn_at=None)),
                name="withdrawn_letter_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(LetterState.WITHDRAWN, LetterState.LEFT_OUT)) | ~Q(why=""),
                name="letter_out_has_reasons",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("-issued_at", "-id"), condition=Q(issued_at__isnull=False), name="letters_newest"),
            models.Index(fields=("organisation", "-issued_at", "-id"), name="letters_to_body"),
            models.Index(fields=("person", "-issued_at", "-id"), name="letters_to_person"),
            models.Index(fields=("id",), condition=Q(issued_at__isnull=False, file=None), name="letters_to_keep"),
            GinIndex(fields=("search",), name="letter_search"),
        ]

    def __str__(self) -> str:
        return self.handle

    @property
    def handle(self) -> str:
        """The number; of a draft one that keeps leading here."""
        return self.reference or f"LD-{self.pk}"

    @property
    def title_text(self) -> Any:
        return self.subject

    @property
    def is_draft(self) -> bool:
        return self.state in (LetterState.DRAFT, LetterState.LEFT_OUT)

    def get_absolute_url(self) -> str:
        return reverse("letters:letter", args=[self.handle])
