"""What a participant does at home: a plan, asked about for a year, and a report of the journey."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.enums import PlanMonth, PlanStatus, Progress
from events.models.belonging import OfParticipant
from events.models.delegations import Participant, new_secret
from events.models.timetable import Session
from events.querysets import PlanQuerySet, TripReportQuerySet


class ActionPlan(OfParticipant, models.Model):
    """What one participant means to do at home. The superior endorses it; then it is asked about for a year."""

    participant = models.OneToOneField(Participant, models.PROTECT, related_name="plan")
    status = models.CharField(_("state"), max_length=10, choices=PlanStatus, default=PlanStatus.DRAFT, editable=False)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="en")
    title = models.CharField(_("title"), max_length=200)
    problem = models.TextField(_("problem"), blank=True)
    session = models.ForeignKey(
        Session,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name=_("lesson or visit it rests on"),
    )
    objective = models.TextField(_("objective"), blank=True)
    stakeholders = models.TextField(_("who is concerned"), blank=True)
    resources = models.TextField(_("means"), blank=True)
    outputs = models.TextField(_("expected results, and how they are measured"), blank=True)
    risks = models.TextField(_("risks"), blank=True)
    support = models.TextField(_("support wanted of the centre"), blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    secret = models.CharField(max_length=43, unique=True, default=new_secret, editable=False)
    returned_reason = models.TextField(_("why it was returned"), blank=True, editable=False)
    endorsed_by_name = models.CharField(_("endorsed by"), max_length=200, blank=True, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("sent to the superior"), null=True, blank=True, editable=False)
    endorsed_at = models.DateTimeField(_("endorsed"), null=True, blank=True, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("action plan")
        verbose_name_plural = _("action plans")
        ordering: ClassVar = ["-updated_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(status=PlanStatus.ENDORSED) | Q(endorsed_at__isnull=False), name="plan_endorsed_has_moment"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=("participant",), condition=~Q(status=PlanStatus.ENDORSED), name="plans_not_endorsed"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title_text(self) -> Any:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:plan", args=[self.participant.event.reference, self.participant_id])


class PlanActivity(models.Model):
    """A line of the plan: what, by whom, from which month to which, counted from the end of the event."""

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="activities")
    position = models.PositiveSmallIntegerField()
    what = models.CharField(_("activity"), max_length=300)
    owner = models.CharField(_("by whom"), max_length=200, blank=True)
    from_month = models.PositiveSmallIntegerField(pgettext_lazy("month", "from month"), default=1)
    to_month = models.PositiveSmallIntegerField(pgettext_lazy("month", "to month"), default=1)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("plan", "position"), name="one_activity_a_position"),
            models.CheckConstraint(
                condition=Q(from_month__range=(1, 24), to_month__range=(F("from_month"), 24)),
                name="activity_months_in_order",
                violation_error_message=_("The last month comes after the first, and within two years."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class PlanCheck(models.Model):
    """One of the three times at which a plan is asked about. An answer may be given late; being asked is a row."""

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="checks")
    months = models.PositiveSmallIntegerField(_("when"), choices=PlanMonth)
    due_on = models.DateField(_("due"))
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    progress = models.CharField(_("state"), max_length=12, choices=Progress, blank=True)
    reason = models.TextField(_("how, or why not"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("follow-up of a plan")
        verbose_name_plural = _("follow-ups of plans")
        ordering: ClassVar = ["months"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("plan", "months"), name="one_check_a_month"),
            models.CheckConstraint(
                condition=Q(progress="", answered_at=None) | (~Q(progress="") & Q(answered_at__isnull=False)),
                name="check_answered_has_moment",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_on", "id"), condition=Q(answered_at=None), name="plan_checks_due"),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, {self.months}"


class TripReport(OfParticipant, models.Model):
    """The report of the journey, owed within thirty days of the return. A row from the day it is owed."""

    participant = models.OneToOneField(Participant, models.PROTECT, related_name="trip_report")
    due_on = models.DateField(_("due"))
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="en")
    overview = models.TextField(_("overview"), blank=True)
    itinerary = models.TextField(_("itinerary"), blank=True)
    people_met = models.TextField(_("people met: institution and function"), blank=True)
    activities = models.TextField(_("main activities"), blank=True)
    findings = models.TextField(_("findings"), blank=True)
    implications = models.TextField(_("what follows for the own country"), blank=True)
    proposals = models.TextField(_("proposals"), blank=True)
    costs = models.TextField(_("costs, and who paid them"), blank=True)
    may_publish = models.BooleanField(_("may be read by the other participants"), default=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("handed in"), null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    overdue_told_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TripReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("trip report")
        verbose_name_plural = _("trip reports")
        ordering: ClassVar = ["due_on", "pk"]
        indexes: ClassVar = [
            models.Index(fields=("due_on", "id"), condition=Q(submitted_at=None), name="trip_reports_due"),
        ]

    def __str__(self) -> str:
        return f"{self.participant}"

    def get_absolute_url(self) -> str:
        return reverse("events:trip_report", args=[self.participant.event.reference, self.participant_id])
