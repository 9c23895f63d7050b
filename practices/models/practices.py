"""An entry of the library, and its versions."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedText, LocalisedTextField
from people.models import Centre, Country, Organisation
from practices.enums import CostBand, Licence, NameKind, Operation, Status, VersionState
from practices.models.belonging import OfPractice
from practices.models.lists import PracticeTopic, language_field
from practices.querysets import PracticeQuerySet, VersionQuerySet

YEAR = (MinValueValidator(1950), MaxValueValidator(2100))


class Practice(models.Model):
    """An entry: what stays the same through all its versions, and where it stands.

    Written only by actions; `status` only by the workflow. What readers see is the version in the state `live`;
    before the first publication the text is the version in the state `working`. `title` holds what the list and the
    mail call it, in every language that has a checked text: kept by the acts that publish and check.
    """

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="practices", verbose_name=_("centre"))
    reference = models.CharField(_("number"), max_length=20, unique=True, editable=False)
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.DRAFT, editable=False)
    owner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="practices", verbose_name=_("body that owns the practice")
    )
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="practices", verbose_name=_("country"), editable=False
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="practices", verbose_name=_("author"), editable=False
    )
    contact = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact person"),
        help_text=_("Whom readers may ask; shown to those who are signed in."),
    )
    language = language_field(_("language of the original"), default="en")
    title = LocalisedTextField(_("title"), blank=True, editable=False)

    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    verified_on = models.DateField(_("facts last confirmed"), null=True, blank=True, editable=False)
    recheck_on = models.DateField(_("next re-check"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(null=True, blank=True, editable=False)
    # Reviews count for the round they were asked in: an entry that was returned is reviewed anew.
    round = models.PositiveSmallIntegerField(_("round of reviews"), default=1, editable=False)
    # Why it was returned, not taken, withdrawn or retired: the author's language is always among them.
    reasons = LocalisedTextField(_("reasons"), blank=True, editable=False)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
        ordering: ClassVar = ["-updated_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=False, verified_on__isnull=False, recheck_on__isnull=False)
                | ~Q(status__in=Status.public()),
                name="practices_published_has_dates",
            ),
            models.CheckConstraint(
                condition=Q(proposed_at__isnull=False) | Q(status__in=(Status.DRAFT, Status.WITHDRAWN)),
                name="practices_proposed_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(recheck_on=None) | Q(recheck_on__gt=F("verified_on")), name="practices_recheck_later"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("owner", "-updated_at", "-id"), name="practices_of_body"),
            models.Index(fields=("author", "-updated_at", "-id"), name="practices_of_author"),
            models.Index(fields=("status", "-updated_at", "-id"), name="practices_by_state"),
            models.Index(fields=("country", "status"), name="practices_of_country"),
            models.Index(
                fields=("recheck_on", "id"),
                condition=Q(status__in=(Status.PUBLISHED, Status.DUE)),
                name="practices_to_recheck",
            ),
            models.Index(
                fields=("-published_at", "-id"), condition=Q(status__in=Status.public()), name="practices_newest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("practices:detail", args=[self.reference])

    @property
    def handle(self) -> str:
        """What it is called on papers and in addresses."""
        return self.reference

    @property
    def title_text(self) -> Any:
        """The title, or words for a draft that has none yet."""
        return self.title or _("Practice without a title")

    @property
    def is_public(self) -> bool:
        return self.status in Status.public()

    def side_codes(self) -> tuple[str, str]:
        """The two sides that decide."""
        return self.centre.side_codes()


class Version(OfPractice, models.Model):
    """The facts and the original text of an entry at one time.

    `sections` holds the original by section; `revisions` says of each section which revision of it this is: a
    translation remembers the one it was made from. At most one version is live and at most one is being changed.
    A version that was live is never changed again. `lock` counts the savings, for two people who edit at once.
    """

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="versions", verbose_name=_("practice"))
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    state = models.CharField(
        _("state"), max_length=12, choices=VersionState, default=VersionState.WORKING, editable=False
    )
    sections = models.JSONField(_("text"), default=dict, editable=False)
    revisions = models.JSONField(default=dict, editable=False)
    lock = models.PositiveIntegerField(default=0, editable=False)

    operation = models.CharField(_("state of the system"), max_length=16, choices=Operation, blank=True)
    since_year = models.PositiveSmallIntegerField(_("in use since"), null=True, blank=True, validators=YEAR)
    until_year = models.PositiveSmallIntegerField(_("in use until"), null=True, blank=True, validators=YEAR)
    replaced_by = models.CharField(_("replaced by"), max_length=300, blank=True)
    topics = models.ManyToManyField(PracticeTopic, related_name="versions", blank=True, verbose_name=_("topics"))
    goals = ArrayField(
        models.PositiveSmallIntegerField(),
        default=list,
        blank=True,
        verbose_name=_("Sustainable Development Goals"),
    )
    needs_law = models.BooleanField(_("needed a new law"), null=True, blank=True)
    cost_amount = models.DecimalField(_("cost to build"), max_digits=16, decimal_places=2, null=True, blank=True)
    cost_currency = models.CharField(_("currency"), max_length=3, blank=True)
    cost_year = models.PositiveSmallIntegerField(_("year of the price"), null=True, blank=True, validators=YEAR)
    cost_band = models.CharField(_("order of magnitude"), max_length=12, choices=CostBand, blank=True)
    awards = models.TextField(_("awards"), blank=True)
    licence = models.CharField(_("licence of the text"), max_length=16, choices=Licence, default=Licence.CC_BY)

    change_reason = models.TextField(_("what changes and why"), blank=True)
    decline_reason = LocalisedTextField(_("reasons"), blank=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"), editable=False
    )
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    live_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    past_at = models.DateTimeField(_("replaced"), null=True, blank=True, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("practice", "number"), name="practices_one_version_a_number"),
            models.UniqueConstraint(
                fields=("practice",), condition=Q(state=VersionState.LIVE), name="practices_one_live_version"
            ),
            models.UniqueConstraint(
                fields=("practice",),
                condition=Q(state__in=VersionState.pending()),
                name="practices_one_change_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_year=None) | Q(until_year__gte=F("since_year")), name="practices_years_in_order"
            ),
            models.CheckConstraint(
                condition=Q(cost_amount=None, cost_currency="", cost_year=None)
                | Q(cost_amount__isnull=False, cost_amount__gte=0, cost_year__isnull=False) & ~Q(cost_currency=""),
                name="practices_cost_has_currency_and_year",
            ),
            models.CheckConstraint(
                condition=Q(live_at__isnull=False) | ~Q(state__in=(VersionState.LIVE, VersionState.PAST)),
                name="practices_live_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("-updated_at", "-id"),
                condition=Q(state__in=(VersionState.PROPOSED, VersionState.CHECKED)),
                name="practices_changes_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.practice.reference} v{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("practices:version", args=[self.practice.reference, self.number])

    @property
    def changes_url(self) -> str:
        """Where it stands beside the version before it."""
        return reverse("practices:changes", args=[self.practice.reference, self.number])

    @property
    def reference(self) -> str:
        """How the journal calls it."""
        return str(self)

    @property
    def title(self) -> LocalisedText:
        """The title of this version, in the language of the original."""
        title = self.sections.get("title", "")
        return LocalisedText({self.practice.language: title} if title else {})


class SystemName(models.Model):
    """A name the system bears or bore: people search by the name they remember."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="names")
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language of the name"), max_length=8)
    kind = models.CharField(_("kind"), max_length=8, choices=NameKind, default=NameKind.CURRENT)
    since_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True, validators=YEAR)
    until_year = models.PositiveSmallIntegerField(_("until year"), null=True, blank=True, validators=YEAR)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("name of the system")
        verbose_name_plural = _("names of the system")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="practices_name_is_written"),
            models.CheckConstraint(
                condition=Q(until_year=None) | Q(since_year=None) | Q(until_year__gte=F("since_year")),
                name="practices_name_years_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Evidence(models.Model):
    """A figure that proves a result: what it counts, who published it, and on which day."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="evidence")
    value = models.CharField(_("figure"), max_length=60)
    what = LocalisedTextField(_("what it counts"))
    source = models.CharField(_("source"), max_length=300)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    dated_on = models.DateField(_("date of the source"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(value="") & ~Q(source=""), name="practices_evidence_has_source")
        ]

    def __str__(self) -> str:
        return f"{self.value} ({self.source})"


class Link(models.Model):
    """An address where more is to be found."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="links")
    label = models.CharField(_("name of the link"), max_length=200)
    url = models.URLField(_("address"), max_length=500)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [models.CheckConstraint(condition=Q(url__startswith="http"), name="practices_link_web")]

    def __str__(self) -> str:
        return self.label
