"""Who took a practice home: filed by the adopting body, confirmed by the owner."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Country, Organisation
from practices.enums import Answerer, ReportState, Stage, StillSo
from practices.models.lists import language_field
from practices.models.practices import Practice
from practices.querysets import AdoptionQuerySet, ReportQuerySet


class Adoption(models.Model):
    """One body's taking over of one practice. Its stage is the one that both sides confirmed last."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="adoptions", verbose_name=_("practice"))
    adopter = models.ForeignKey(Organisation, models.PROTECT, related_name="adoptions", verbose_name=_("adopting body"))
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="adoptions", verbose_name=_("country"), editable=False
    )
    owner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("owner of the practice"), editable=False
    )
    stage = models.CharField(_("stage"), max_length=16, choices=Stage, blank=True, editable=False)
    stage_since = models.DateField(_("since"), null=True, blank=True, editable=False)
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("filed"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("first confirmed"), null=True, blank=True, editable=False)
    ask_on = models.DateField(_("next question"), null=True, blank=True, editable=False)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")
        ordering: ClassVar = ["-updated_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("practice", "adopter"), name="practices_one_adoption_a_body"),
            models.CheckConstraint(condition=~Q(adopter=F("owner")), name="practices_nobody_adopts_its_own"),
            models.CheckConstraint(
                condition=Q(stage="", stage_since=None, confirmed_at=None)
                | Q(stage__in=Stage.values, stage_since__isnull=False, confirmed_at__isnull=False),
                name="practices_stage_is_confirmed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("practice", "-updated_at", "-id"), name="practices_adopted_by"),
            models.Index(fields=("adopter", "-updated_at", "-id"), name="practices_adopted_of_body"),
            models.Index(fields=("owner", "-updated_at", "-id"), name="practices_adopted_from"),
            models.Index(fields=("ask_on",), condition=Q(ask_on__isnull=False), name="practices_to_ask"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.adopter}"

    def get_absolute_url(self) -> str:
        return reverse("practices:adoption", args=[self.practice.reference, self.pk])

    @property
    def reference(self) -> str:
        """How papers and the journal call it."""
        return f"{self.practice.reference}-A{self.pk}"

    @property
    def handle(self) -> str:
        return self.reference

    @property
    def title_text(self) -> Any:
        """What a list calls it: the practice; the body stands beside it."""
        return self.practice.title_text

    def side_codes(self) -> tuple[str, str]:
        """The calendars of the two who must agree: the adopter's, the owner's."""
        return self.country.calendar_id, self.practice.country.calendar_id


class AdoptionReport(models.Model):
    """A stage, as the adopter reports it. It counts when both keys have turned: the adopter's and the owner's."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="reports", verbose_name=_("adoption"))
    state = models.CharField(_("state"), max_length=10, choices=ReportState, default=ReportState.DRAFT, editable=False)
    stage = models.CharField(_("stage"), max_length=16, choices=Stage)
    since_on = models.DateField(_("since"))
    language = language_field(_("language"), default="en")
    adaptations = models.TextField(_("what was adapted"), blank=True)
    lessons = models.TextField(_("lessons"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    cost_amount = models.DecimalField(_("cost"), max_digits=16, decimal_places=2, null=True, blank=True)
    cost_currency = models.CharField(_("currency"), max_length=3, blank=True)
    cost_year = models.PositiveSmallIntegerField(_("year of the price"), null=True, blank=True)
    return_reason = models.TextField(_("reasons of the owner"), blank=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    filed_at = models.DateTimeField(_("filed"), null=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    lock = models.PositiveIntegerField(default=0, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of an adoption")
        verbose_name_plural = _("reports of adoptions")
        ordering: ClassVar = ["-since_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("adoption",),
                condition=Q(state__in=(ReportState.DRAFT, ReportState.FILED, ReportState.RETURNED)),
                name="practices_one_report_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(cost_amount=None, cost_currency="", cost_year=None)
                | Q(cost_amount__isnull=False, cost_amount__gte=0, cost_year__isnull=False) & ~Q(cost_currency=""),
                name="practices_report_cost_whole",
            ),
            models.CheckConstraint(
                condition=Q(filed_at__isnull=False) | ~Q(state__in=(ReportState.FILED, ReportState.CONFIRMED)),
                name="practices_report_filed_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=False) | ~Q(state=ReportState.CONFIRMED),
                name="practices_report_confirmed_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adoption.reference}: {self.get_stage_display()}"

    def get_absolute_url(self) -> str:
        return self.adoption.get_absolute_url()

    @property
    def reference(self) -> str:
        """How the journal calls it."""
        return self.adoption.reference

    def side_codes(self) -> tuple[str, str]:
        """The calendars of the two who must agree."""
        return self.adoption.side_codes()


class AdoptionAnswer(models.Model):
    """One side's answer to the question of one year, whether it is still so.

    It is read by whoever sees the adoption; given once, and never changed.
    """

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="answers", verbose_name=_("adoption"))
    year = models.PositiveSmallIntegerField(_("year"))
    side = models.CharField(_("whose answer"), max_length=8, choices=Answerer)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    answer = models.CharField(_("answer"), max_length=8, choices=StillSo, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    language = language_field(_("language"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("yearly answer about an adoption")
        verbose_name_plural = _("yearly answers about adoptions")
        ordering: ClassVar = ["-year", "side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("adoption", "year", "side"), name="practices_one_answer_a_side_and_year"),
            models.CheckConstraint(
                condition=Q(answer="", by=None, answered_at=None)
                | ~Q(answer="") & Q(by__isnull=False, answered_at__isnull=False),
                name="practices_answer_has_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adoption.reference} {self.year}"
