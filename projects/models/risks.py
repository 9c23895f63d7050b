"""What may happen, and what has: risks on stated scales with their history, and issues."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from people.enums import Side
from projects.enums import IssueStatus, Owner, RiskGroup, RiskStatus, Scale, Treatment
from projects.models.belonging import OfProject
from projects.models.money import BudgetLine
from projects.models.projects import Project
from projects.models.work import Task


def _scale(label: Any) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, choices=Scale)


class Risk(OfProject, models.Model):
    """If a cause, then an event, so an effect. `score` is likelihood × impact, worked out by the database."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="risks")
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    group = models.CharField(_("kind"), max_length=12, choices=RiskGroup)
    cause = LocalisedTextField(pgettext_lazy("risk", "if …"))
    event = LocalisedTextField(pgettext_lazy("risk", "then …"))
    effect = LocalisedTextField(pgettext_lazy("risk", "so …"))
    likelihood = _scale(_("likelihood"))
    impact = _scale(pgettext_lazy("risk", "impact"))
    score = models.GeneratedField(
        expression=F("likelihood") * F("impact"), output_field=models.PositiveSmallIntegerField(), db_persist=True
    )
    before = models.PositiveSmallIntegerField(_("score before the last review"), null=True, blank=True, editable=False)
    treatment = models.CharField(_("treatment"), max_length=8, choices=Treatment)
    measures = LocalisedTextField(_("what is done, by whom, until when"), blank=True)
    trigger = LocalisedTextField(_("by what one notices it"), blank=True)
    owner = models.CharField(_("owned by"), max_length=4, choices=Owner)
    person_a = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("owner of side A"),
    )
    person_b = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("owner of side B"),
    )
    task = models.ForeignKey(
        Task, models.SET_NULL, null=True, blank=True, related_name="risks", verbose_name=_("line of the schedule")
    )
    line = models.ForeignKey(
        BudgetLine, models.SET_NULL, null=True, blank=True, related_name="risks", verbose_name=_("line of the budget")
    )
    status = models.CharField(_("state"), max_length=10, choices=RiskStatus, default=RiskStatus.OPEN, editable=False)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    raised_on = models.DateField(_("raised"))
    reviewed_on = models.DateField(_("last reviewed"), null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        ordering: ClassVar = ["-score", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "number"), name="project_one_risk_a_number"),
            models.CheckConstraint(
                condition=Q(likelihood__in=Scale.values, impact__in=Scale.values), name="project_risk_on_the_scale"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("project", "status", "-score"), name="projects_risks_by_score")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/R{self.number:02d}"

    def get_absolute_url(self) -> str:
        return reverse("projects:risk", args=[self.project.reference, self.number])


class RiskReview(models.Model):
    """How a risk was judged on a day: its trend is the row of these."""

    risk = models.ForeignKey(Risk, models.CASCADE, related_name="reviews")
    likelihood = _scale(_("likelihood"))
    impact = _scale(pgettext_lazy("risk", "impact"))
    status = models.CharField(_("state"), max_length=10, choices=RiskStatus)
    note = models.TextField(_("what has changed"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    by_name = models.CharField(max_length=200, editable=False)
    on = models.DateField(_("reviewed"))
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("review of a risk")
        verbose_name_plural = _("reviews of risks")
        ordering: ClassVar = ["-at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(likelihood__in=Scale.values, impact__in=Scale.values), name="project_review_on_the_scale"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.risk_id} {self.on}"


class Issue(OfProject, models.Model):
    """What has gone wrong and has to be solved; often a risk that has occurred."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="issues")
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    text = LocalisedTextField(_("what has happened"))
    impact = _scale(pgettext_lazy("risk", "impact"))
    risk = models.ForeignKey(
        Risk, models.SET_NULL, null=True, blank=True, related_name="issues", verbose_name=_("risk that occurred")
    )
    owner = models.CharField(_("solved by"), max_length=4, choices=Owner)
    due_on = models.DateField(_("to be solved by"), null=True, blank=True)
    status = models.CharField(_("state"), max_length=8, choices=IssueStatus, default=IssueStatus.OPEN, editable=False)
    solution = models.TextField(_("how it was solved"), blank=True, editable=False)
    solved_on = models.DateField(_("solved"), null=True, blank=True, editable=False)
    side = models.CharField(_("raised by"), max_length=1, choices=Side, blank=True, editable=False)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    raised_on = models.DateField(_("raised"))
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("project", "issue")
        verbose_name_plural = pgettext_lazy("project", "issues")
        ordering: ClassVar = ["status", "-impact", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "number"), name="project_one_issue_a_number"),
            models.CheckConstraint(condition=Q(impact__in=Scale.values), name="project_issue_on_the_scale"),
            models.CheckConstraint(
                condition=Q(status=IssueStatus.OPEN, solved_on=None)
                | Q(status=IssueStatus.SOLVED, solved_on__isnull=False) & ~Q(solution=""),
                name="project_issue_solved_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/I{self.number:02d}"
