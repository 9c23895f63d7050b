"""The clocks that ran."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.enums import (
    ClockKind,
)
from consultations.models.requests import Consultation
from people.models import Country


class Clock(models.Model):
    """Time owed by one side. It runs in the calendar of whoever must act, and stops while the other has the ball.

    `target_days` are working days of that calendar; `due_at` is empty while the clock is stopped or has ended.
    `worked` is the working time it ran, kept when it ends as the calendar then was, and `worked_days` the same in days
    of that calendar: reports add up and compare a year of them.
    """

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="clocks")
    kind = models.CharField(_("clock"), max_length=16, choices=ClockKind)
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("calendar"))
    target_days = models.PositiveSmallIntegerField(_("working days"))
    started_at = models.DateTimeField(_("started"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    was_met = models.BooleanField(_("in time"), null=True, blank=True)
    worked = models.DurationField(_("working time"), null=True, blank=True)
    worked_days = models.FloatField(_("working days it took"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)
    overdue_told_at = models.DateTimeField(_("overdue told"), null=True, blank=True)

    class Meta:
        verbose_name = _("clock")
        verbose_name_plural = _("clocks")
        ordering: ClassVar = ["started_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("consultation", "kind"), condition=Q(ended_at=None), name="one_running_clock_a_kind"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, was_met=None) | Q(ended_at__isnull=False, was_met__isnull=False),
                name="ended_clock_was_met_or_not",
            ),
            models.CheckConstraint(
                condition=Q(worked=None, worked_days=None)
                | Q(ended_at__isnull=False, worked__isnull=False, worked_days__isnull=False),
                name="only_an_ended_clock_is_measured",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_at",), condition=Q(ended_at=None, due_at__isnull=False), name="running_clocks"),
            models.Index(fields=("country",), condition=Q(ended_at=None), name="clocks_of_calendar"),
            models.Index(
                fields=("id",), condition=Q(ended_at__isnull=False, worked=None), name="clocks_to_be_measured"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.country_id})"


class ClockPause(models.Model):
    """An interval in which a clock stood still. Rows, not a sum: the calendar may change afterwards."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="pauses")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["started_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("clock",), condition=Q(ended_at=None), name="one_open_pause_a_clock"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("started_at")), name="pause_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"
