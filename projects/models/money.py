"""Money: what was approved, and what the books of each side say. Decimals only; each amount in its own currency.

`value` is the amount in the project's currency at the rate that stands beside it, worked out by the database.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.models import Agreement, Article, Decision
from core.localised import LocalisedTextField
from people.enums import Side
from people.models import Organisation
from projects.currencies import DIGITS, PLACES, RATE_DIGITS, RATE_PLACES, Currency, payable
from projects.enums import CostGroup, EntryKind, EntryState, LineState, Nature, SignedState
from projects.models.belonging import OfProject
from projects.models.projects import Project
from projects.querysets import EntryQuerySet, LineQuerySet, ReconciliationQuerySet


def money(label: Any, **options: Any) -> models.DecimalField:
    """An amount, exact to the cent; 18 digits before it, for budgets in won."""
    return models.DecimalField(label, max_digits=DIGITS, decimal_places=PLACES, **options)


def rate(label: Any, **options: Any) -> models.DecimalField:
    """What one unit of a currency is worth in the project's, to ten decimals."""
    return models.DecimalField(label, max_digits=RATE_DIGITS, decimal_places=RATE_PLACES, **options)


def value_of(label: Any, amount: str = "amount") -> models.GeneratedField:
    """The amount at its rate, in the project's currency, rounded to the cent by the database."""
    return models.GeneratedField(
        expression=Round(F(amount) * F("rate"), precision=PLACES),
        output_field=models.DecimalField(max_digits=DIGITS, decimal_places=PLACES),
        db_persist=True,
        verbose_name=label,
    )


class BudgetLine(OfProject, models.Model):
    """A line of the budget of one side for a period of a year at most, by an agreement and a decision.

    A later decision does not change a line but puts another in its place (`replaces`).
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    title = LocalisedTextField(_("what it is for"))
    side = models.CharField(_("side that gives it"), max_length=1, choices=Side)
    source = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("body that gives it"))
    group = models.CharField(_("kind of cost"), max_length=10, choices=CostGroup)
    nature = models.CharField(_("paid or given"), max_length=8, choices=Nature, default=Nature.CASH)
    amount = money(_("amount"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    rate = rate(_("rate"))
    rate_source = models.CharField(_("source of the rate"), max_length=100)
    rate_on = models.DateField(_("rate of"))
    value = value_of(_("in the project's currency"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    lapses_on = models.DateField(
        _("lapses after"),
        null=True,
        blank=True,
        help_text=_("What is not paid out by then is lost; empty where nothing is."),
    )
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="budget_lines", verbose_name=_("agreement"))
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("article")
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="budget_lines", verbose_name=_("decision")
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("replaces")
    )
    state = models.CharField(_("state"), max_length=10, choices=LineState, default=LineState.DRAFT, editable=False)
    warned_days = models.PositiveSmallIntegerField(null=True, editable=False)  # of the last warning before it lapses
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the budget")
        verbose_name_plural = _("lines of the budget")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "number"), name="project_one_line_a_number"),
            models.CheckConstraint(
                condition=Q(amount__gt=0, rate__gt=0),
                name="project_line_is_positive",
                violation_error_message=_("An amount and a rate are more than nothing."),
            ),
            models.CheckConstraint(
                condition=payable(),
                name="project_line_is_payable",
                violation_error_message=_("This currency has no cents."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")) & Q(ends_on__lte=F("starts_on") + 365),
                name="project_line_within_a_year",
                violation_error_message=_("A line of the budget covers a year at most."),
            ),
            models.CheckConstraint(
                condition=Q(decision__isnull=False) | Q(state=LineState.DRAFT), name="project_line_by_a_decision"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("project", "state"), name="projects_lines_of_project"),
            models.Index(fields=("lapses_on",), condition=Q(state=LineState.APPROVED), name="projects_lines_lapsing"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/B{self.number:02d}"

    def get_absolute_url(self) -> str:
        return reverse("projects:line", args=[self.project.reference, self.number])


class Entry(OfProject, models.Model):
    """One line in the books of a side. Its side's own until approved; never edited afterwards, only reversed.

    The donor's `DISBURSEMENT` and the recipient's `RECEIPT` are two entries of two books: `answers` joins them.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField(_("number"), editable=False)
    side = models.CharField(_("in the books of"), max_length=1, choices=Side)
    line = models.ForeignKey(BudgetLine, models.PROTECT, related_name="entries", verbose_name=_("line of the budget"))
    kind = models.CharField(_("kind"), max_length=14, choices=EntryKind)
    state = models.CharField(_("state"), max_length=10, choices=EntryState, default=EntryState.DRAFT, editable=False)
    on = models.DateField(_("day"))
    amount = money(_("amount"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    rate = rate(_("rate"))
    rate_source = models.CharField(_("source of the rate"), max_length=100)
    rate_on = models.DateField(_("rate of"))
    value = value_of(_("in the project's currency"))
    days = models.DecimalField(
        _("advisor days"),
        max_digits=8,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("For what is given in kind as days of people."),
    )
    provider = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paid or given by")
    )
    receiver = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paid or given to")
    )
    paper = models.CharField(_("number of the paper"), max_length=100, blank=True)
    description = LocalisedTextField(_("what for"))
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="answered_by", verbose_name=_("payment it answers")
    )
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversed_by", verbose_name=_("reverses")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("entered"), default=timezone.now, editable=False)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "number"), name="project_one_entry_a_number"),
            models.CheckConstraint(
                condition=Q(amount__gt=0) | Q(amount__lt=0, reverses__isnull=False),
                name="project_entry_is_positive",
                violation_error_message=_("An amount is more than nothing; what was wrong is reversed."),
            ),
            models.CheckConstraint(
                condition=Q(rate__gt=0),
                name="project_entry_has_rate",
                violation_error_message=_("A rate is more than nothing."),
            ),
            models.CheckConstraint(
                condition=payable(),
                name="project_entry_is_payable",
                violation_error_message=_("This currency has no cents."),
            ),
            models.CheckConstraint(
                condition=Q(answers=None) | Q(kind=EntryKind.RECEIPT), name="project_receipts_answer"
            ),
            models.CheckConstraint(
                condition=Q(days=None) | Q(kind=EntryKind.IN_KIND, days__gt=0), name="project_days_in_kind"
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=False) | Q(state=EntryState.DRAFT),
                name="project_entry_approved_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("project", "-on", "-id"), name="projects_entries_latest"),
            models.Index(
                fields=("project", "side", "kind"),
                name="projects_entries_of_side",
                condition=Q(state=EntryState.APPROVED),
                include=("value", "line"),
            ),
            models.Index(fields=("line", "kind"), name="projects_entries_of_line"),
            models.Index(
                fields=("side", "created_at", "id"),
                condition=Q(state=EntryState.DRAFT),
                name="projects_entries_to_approve",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/E{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("projects:entry", args=[self.project.reference, self.number])


class Reconciliation(OfProject, models.Model):
    """Donor's disbursed beside recipient's received for a quarter, in one currency: the difference explained, signed.

    The figures are frozen when it is proposed.
    """

    project = models.ForeignKey(Project, models.PROTECT, related_name="reconciliations")
    year = models.PositiveSmallIntegerField(_("year"))
    quarter = models.PositiveSmallIntegerField(_("quarter"))
    donor = models.CharField(_("side that pays"), max_length=1, choices=Side)
    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    disbursed = money(pgettext_lazy("money", "disbursed"), default=0)
    received = money(pgettext_lazy("money", "received"), default=0)
    difference = models.GeneratedField(
        expression=F("disbursed") - F("received"),
        output_field=models.DecimalField(max_digits=DIGITS, decimal_places=PLACES),
        db_persist=True,
    )
    explanation = LocalisedTextField(_("why they differ"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=SignedState, default=SignedState.DRAFT, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = ReconciliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("reconciliation")
        verbose_name_plural = _("reconciliations")
        ordering: ClassVar = ["-year", "-quarter", "donor", "currency"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("project", "year", "quarter", "donor", "currency"), name="project_reconciled_once_a_quarter"
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4), name="project_reconciled_known_quarter"
            ),
            models.CheckConstraint(
                condition=Q(state=SignedState.DRAFT) | Q(difference=0) | ~Q(explanation={}),
                name="project_difference_is_explained",
                violation_error_message=_("Explain the difference: both sides sign for it."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"{self.project.reference}/{self.year}-Q{self.quarter}-{self.donor.upper()}-{self.currency}"

    def get_absolute_url(self) -> str:
        return reverse("projects:reconciliation", args=[self.project.reference, self.pk])


class ExchangeRate(models.Model):
    """A published rate, offered where an amount is entered. Each amount keeps a copy of what was used."""

    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    to = models.CharField(_("in"), max_length=3, choices=Currency)
    rate = rate(_("rate"))
    source = models.CharField(_("source"), max_length=100)
    on = models.DateField(pgettext_lazy("rate", "of"))

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        ordering: ClassVar = ["-on", "currency"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("currency", "to", "on", "source"), name="projects_one_rate_a_day"),
            models.CheckConstraint(condition=Q(rate__gt=0) & ~Q(currency=F("to")), name="projects_rate_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.currency}/{self.to} {self.on}"
