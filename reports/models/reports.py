"""Reports that were made: the figures they rest on, kept for good, and when they are made by themselves."""

from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.enums import Side
from people.models import Centre, Country
from reports.enums import Every, Format, ReportState
from reports.querysets import MadeReportQuerySet


def known_languages(values: list[str]) -> None:
    """Refuse a language that the portal does not speak."""
    if not values or not set(values) <= set(dict(settings.LANGUAGES)):
        raise ValidationError(_("Choose from the languages of the portal."))


def known_formats(values: list[str]) -> None:
    """Refuse a format that no report is drawn as."""
    if not values or not set(values) <= set(Format.values):
        raise ValidationError(_("Choose from PDF, DOCX and XLSX."))


class Report(models.Model):
    """One making of a report. `figures` never change; made again for the same question, it is the next version.

    `kind` is the name of its folder in `reports/kinds/`. What it speaks of is the question: the days, and where the
    kind asks for it a side, a country, a topic, or one record (`about`: an event, a session, a project).
    """

    reference = models.CharField(_("number"), max_length=20, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    centre = models.ForeignKey(Centre, models.PROTECT, related_name="reports", verbose_name=_("centre"))
    since = models.DateField(_("from"))
    until = models.DateField(_("to, with this day"))
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    topic = models.CharField(_("topic"), max_length=40, blank=True)
    content_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("about")
    )
    object_id = models.BigIntegerField(_("number of the record"), null=True, blank=True)
    about = GenericForeignKey()
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    figures = models.JSONField(_("figures"))
    state = models.CharField(_("state"), max_length=10, choices=ReportState, default=ReportState.MADE, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    objects = MadeReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=(
                    "kind",
                    "centre",
                    "since",
                    "until",
                    "side",
                    "country",
                    "topic",
                    "content_type",
                    "object_id",
                    "version",
                ),
                nulls_distinct=False,
                name="one_version_of_a_report",
            ),
            models.CheckConstraint(condition=Q(since__lte=F("until")), name="report_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(content_type=None, object_id=None) | Q(content_type__isnull=False, object_id__isnull=False),
                name="report_about_a_whole_record",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.PUBLISHED, published_at__isnull=False)
                | (~Q(state=ReportState.PUBLISHED) & Q(published_at=None)),
                name="published_report_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("kind", "-id"), name="reports_of_kind"),
            models.Index(fields=("-until",), condition=Q(state=ReportState.PUBLISHED), name="reports_published"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} v{self.version}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> str:
        """The kind and the days, in the active language."""
        from reports.kinds.registry import label_of  # noqa: PLC0415  kinds read the rows of all apps
        from reports.periods import Period  # noqa: PLC0415  as above

        return f"{label_of(self.kind)}, {Period(self.since, self.until)}"

    def get_absolute_url(self) -> str:
        return reverse("reports:report", args=[self.reference])


class ReportSchedule(models.Model):
    """A report that is made by itself. Administrators say which, how often and in what."""

    kind = models.CharField(_("kind"), max_length=40)
    centre = models.ForeignKey(Centre, models.CASCADE, related_name="report_schedules", verbose_name=_("centre"))
    every = models.CharField(_("made"), max_length=8, choices=Every)
    days_after = models.PositiveSmallIntegerField(
        _("days after the end of the period"), default=5, validators=[MaxValueValidator(90)]
    )
    languages = ArrayField(models.CharField(max_length=8), verbose_name=_("languages"), validators=[known_languages])
    formats = ArrayField(models.CharField(max_length=4), verbose_name=_("formats"), validators=[known_formats])
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("schedule of a report")
        verbose_name_plural = _("schedules of reports")
        ordering: ClassVar = ["kind", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("kind", "centre", "every"), name="one_schedule_a_kind_and_period")
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.get_every_display()}"


class Subscription(models.Model):
    """A person who is told when a kind of report was made. What may not be read is not sent."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    kind = models.CharField(_("kind"), max_length=40)
    centre = models.ForeignKey(Centre, models.CASCADE, related_name="+", verbose_name=_("centre"))
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("subscription of a report")
        verbose_name_plural = _("subscriptions of reports")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("user", "kind", "centre"), name="one_subscription_a_kind_and_centre")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.user_id}"
