"""Results: what is to change, how that is measured, what was aimed at and what was reached, period by period."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields.ranges import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from people.enums import Side
from people.models.bodies import same
from projects.enums import Aggregation, Direction, Owner, ResultLevel, Unit, ValueState
from projects.models.belonging import OfProject
from projects.models.projects import Project
from projects.querysets import PeriodQuerySet, ReportedValueQuerySet


def figure(label: Any, **options: Any) -> models.DecimalField:
    """A measured value: exact, to four decimals."""
    return models.DecimalField(label, max_digits=20, decimal_places=4, **options)


class Dimension(models.Model):
    """Along what values may be split, such as sex or region. Shared by all projects."""

    key = models.SlugField(_("key"), max_length=30, unique=True)
    name = LocalisedTextField(_("name"))

    class Meta:
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")
        ordering: ClassVar = ["key"]

    def __str__(self) -> str:
        return str(self.name)


class Category(models.Model):
    """One part of a dimension."""

    dimension = models.ForeignKey(Dimension, models.CASCADE, related_name="categories")
    key = models.SlugField(_("key"), max_length=30)
    name = LocalisedTextField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("part of a dimension")
        verbose_name_plural = _("parts of dimensions")
        ordering: ClassVar = ["dimension", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("dimension", "key"), name="projects_one_category_a_key"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Indicator(models.Model):
    """How something is measured, apart from where it is used: so the same indicator adds up across projects."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = LocalisedTextField(_("name"))
    definition = LocalisedTextField(_("what counts and what does not"), blank=True)
    unit = models.CharField(_("unit"), max_length=8, choices=Unit)
    unit_name = LocalisedTextField(_("what is counted"), blank=True)
    method = LocalisedTextField(_("method"), blank=True)
    direction = models.CharField(_("direction"), max_length=4, choices=Direction, default=Direction.UP)
    over_time = models.CharField(
        _("periods of one project"), max_length=4, choices=Aggregation, default=Aggregation.LAST
    )
    across = models.CharField(_("several projects"), max_length=4, choices=Aggregation, default=Aggregation.SUM)
    dimensions = models.ManyToManyField(Dimension, related_name="indicators", blank=True, verbose_name=_("split by"))
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(unit=Unit.TEXT)
                | Q(over_time__in=(Aggregation.LAST, Aggregation.NONE), across=Aggregation.NONE),
                name="projects_words_do_not_add_up",
                violation_error_message=_("What is told in words is not added up."),
            ),
            models.CheckConstraint(
                condition=~Q(unit=Unit.PERCENT) | ~Q(over_time=Aggregation.SUM) & ~Q(across=Aggregation.SUM),
                name="projects_per_cents_do_not_add_up",
                violation_error_message=_("Percentages are not added up."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_in_words(self) -> bool:
        return self.unit == Unit.TEXT


class Result(OfProject, models.Model):
    """An output, an outcome or an impact of a project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="results")
    level = models.CharField(_("level"), max_length=1, choices=ResultLevel)
    number = models.PositiveSmallIntegerField(_("number"))
    title = LocalisedTextField(_("what is to change"))
    description = LocalisedTextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering: ClassVar = ["-level", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "level", "number"), name="project_one_result_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.project.reference} {self.level}.{self.number}"


class Measure(models.Model):
    """An indicator as one result uses it: its baseline, who reports it."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="measures")
    project = models.ForeignKey(Project, models.CASCADE, related_name="measures", editable=False)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measures", verbose_name=_("indicator"))
    number = models.PositiveSmallIntegerField(_("number"))
    reported_by = models.CharField(_("reported by"), max_length=4, choices=Owner)
    baseline = figure(_("baseline"), null=True, blank=True)
    baseline_text = LocalisedTextField(_("baseline in words"), blank=True)
    baseline_on = models.DateField(_("baseline of"), null=True, blank=True)
    baseline_source = models.CharField(_("source of the baseline"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("indicator of a result")
        verbose_name_plural = _("indicators of results")
        ordering: ClassVar = ["number", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("result", "indicator"), name="project_measured_once"),
            models.UniqueConstraint(fields=("result", "number"), name="project_one_measure_a_number"),
            models.CheckConstraint(
                condition=Q(baseline=None) | Q(baseline_on__isnull=False),
                name="project_baseline_has_day",
                violation_error_message=_("A baseline has a day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.result} {self.indicator.code}"


def _days() -> Func:
    return Func(F("starts_on"), F("ends_on"), Value("[]"), function="daterange", output_field=DateRangeField())


class Period(OfProject, models.Model):
    """A period of reporting, the same for all indicators of a project. Locked once it is agreed."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="periods")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    locked_at = models.DateTimeField(_("locked"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(null=True, blank=True, editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering: ClassVar = ["starts_on"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="project_period_in_order",
                violation_error_message=_("A period cannot end before it begins."),
            ),
            ExclusionConstraint(
                name="project_periods_apart",
                expressions=[(same("project"), RangeOperators.OVERLAPS), (_days(), RangeOperators.OVERLAPS)],
                violation_error_message=_("Another period covers some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project.reference} {self.starts_on}"

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None

    def get_absolute_url(self) -> str:
        """The results of the year in which it ends."""
        return reverse("projects:results", args=[self.project.reference]) + f"?year={self.ends_on.year}"


class Target(models.Model):
    """What is aimed at in a period: reached at its end."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="targets")
    period = models.ForeignKey(Period, models.CASCADE, related_name="targets")
    value = figure(pgettext_lazy("indicator", "target"), null=True, blank=True)
    text = LocalisedTextField(_("target in words"), blank=True)

    class Meta:
        verbose_name = pgettext_lazy("indicator", "target")
        verbose_name_plural = pgettext_lazy("indicator", "targets")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("measure", "period"), name="project_one_target_a_period"),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.period_id}"


class ReportedValue(models.Model):
    """What was reached in a period: reported by a side with its evidence, checked, approved by two keys.

    A later value takes the place of an approved one (`REPLACED`) when the period was unlocked for it. Evidence files
    hang on this row. Where both sides report, each may have a draft that the other does not know of; one is submitted.
    """

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="values")
    period = models.ForeignKey(Period, models.PROTECT, related_name="values")
    project = models.ForeignKey(Project, models.PROTECT, related_name="values", editable=False)
    side = models.CharField(_("reported by"), max_length=1, choices=Side, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=ValueState, default=ValueState.DRAFT, editable=False)
    value = figure(pgettext_lazy("indicator", "value"), null=True, blank=True)
    text = LocalisedTextField(_("value in words"), blank=True)
    comment = LocalisedTextField(_("comment"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    reason = models.TextField(_("why it came back"), blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("reported"), null=True, blank=True, editable=False)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)

    objects = ReportedValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported value")
        verbose_name_plural = _("reported values")
        ordering: ClassVar = ["-period__starts_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("measure", "period", "side"),
                condition=Q(state__in=(ValueState.DRAFT, ValueState.SUBMITTED, ValueState.CHECKED)),
                name="project_one_value_under_way_a_side",
            ),
            models.UniqueConstraint(
                fields=("measure", "period"),
                condition=Q(state__in=(ValueState.SUBMITTED, ValueState.CHECKED)),
                name="project_one_value_submitted",
            ),
            models.UniqueConstraint(
                fields=("measure", "period"), condition=Q(state=ValueState.APPROVED), name="project_one_value_counts"
            ),
            models.CheckConstraint(
                condition=Q(state=ValueState.DRAFT) | Q(value__isnull=False) | ~Q(text={}),
                name="project_value_is_said",
                violation_error_message=_("Give the value."),
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=False) | ~Q(state=ValueState.APPROVED),
                name="project_value_approved_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("project", "state"), name="projects_values_of_project"),
            models.Index(fields=("measure", "period"), name="projects_values_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.period_id}"

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/V{self.pk}"

    @property
    def handle(self) -> str:
        return str(self.project.reference)

    @property
    def title_text(self) -> Any:
        return self.measure.indicator.name

    def get_absolute_url(self) -> str:
        return reverse("projects:value", args=[self.project.reference, self.pk])

    def side_codes(self) -> tuple[str, str]:
        return self.project.centre.side_codes()


class ValuePart(models.Model):
    """The part of a value that falls to a category."""

    of = models.ForeignKey(ReportedValue, models.CASCADE, related_name="parts")
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name=_("part"))
    value = figure(pgettext_lazy("indicator", "value"))

    class Meta:
        verbose_name = _("part of a value")
        verbose_name_plural = _("parts of values")
        ordering: ClassVar = ["category"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("of", "category"), name="project_one_part_a_category"),
        ]

    def __str__(self) -> str:
        return f"{self.of_id} {self.category_id}"
