"""The quarterly report: what both leaders write, and the figures as they stood when it was verified."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from people.enums import Side
from projects.enums import ReportStatus
from projects.models.belonging import OfProject
from projects.models.projects import Project
from projects.querysets import QuarterReportQuerySet


class QuarterReport(OfProject, models.Model):
    """A quarter of a project. `figures` is empty until it is verified, and never changes afterwards."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="reports")
    year = models.PositiveSmallIntegerField(_("year"))
    quarter = models.PositiveSmallIntegerField(_("quarter"))
    status = models.CharField(
        _("state"), max_length=10, choices=ReportStatus, default=ReportStatus.WRITING, editable=False
    )
    due_on = models.DateField(_("due"))
    figures = models.JSONField(default=dict, editable=False)
    figures_at = models.DateTimeField(_("figures of"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    signed_at = models.DateTimeField(_("countersigned"), null=True, blank=True, editable=False)
    return_reason = models.TextField(_("why it came back"), blank=True, editable=False)
    reminded_on = models.DateField(null=True, blank=True, editable=False)

    objects = QuarterReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("quarterly report")
        verbose_name_plural = _("quarterly reports")
        ordering: ClassVar = ["-year", "-quarter", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "year", "quarter"), name="project_one_report_a_quarter"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="project_report_known_quarter"),
            models.CheckConstraint(
                condition=Q(status__in=(ReportStatus.VERIFIED, ReportStatus.SIGNED), figures_at__isnull=False)
                | Q(status__in=(ReportStatus.WRITING, ReportStatus.SUBMITTED), figures_at=None),
                name="project_report_figures_frozen",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=False) | ~Q(status=ReportStatus.SIGNED),
                name="project_report_signed_has_moment",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("status", "due_on"), name="projects_reports_due")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/{self.year}-Q{self.quarter}"

    @property
    def handle(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("projects:report", args=[self.project.reference, self.year, self.quarter])

    def first_day(self) -> date:
        return date(self.year, 3 * self.quarter - 2, 1)

    def last_day(self) -> date:
        """The last day of the quarter."""
        month = 3 * self.quarter
        return date(self.year, month, 31 if month in (3, 12) else 30)


class ReportPart(models.Model):
    """What the leader of one side writes, in two languages at least."""

    report = models.ForeignKey(QuarterReport, models.CASCADE, related_name="parts")
    side = models.CharField(_("side"), max_length=1, choices=Side)
    summary = LocalisedTextField(_("summary"), blank=True)
    done = LocalisedTextField(_("what was done, what was delayed and why"), blank=True)
    ahead = LocalisedTextField(_("next quarter"), blank=True)
    asked = LocalisedTextField(_("decisions asked for"), blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("part of a quarterly report")
        verbose_name_plural = _("parts of quarterly reports")
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("report", "side"), name="project_one_part_a_side"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.side}"
