"""Registering, sitting down, being there."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from events.enums import AttendanceMeans, FieldKind
from events.models.delegations import Participant
from events.models.editions import Event


class RegistrationField(models.Model):
    """An extra question of an event's registration form, kept as data. `key` stays the same across editions."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="registration_fields")
    key = models.SlugField(_("key"), max_length=40)
    kind = models.CharField(_("kind"), max_length=8, choices=FieldKind)
    label = LocalisedTextField(_("question"))
    hint = LocalisedTextField(_("hint"), blank=True)
    choices = models.JSONField(
        _("choices"), default=list, blank=True, help_text=_("Texts per language, with a key each.")
    )
    is_required = models.BooleanField(_("an answer is needed"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        verbose_name = _("question of the registration")
        verbose_name_plural = _("questions of the registration")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "key"),
                name="one_registration_field_a_key",
                violation_error_message=_("Another question has this key."),
            )
        ]

    def __str__(self) -> str:
        return str(self.label)


class Seat(models.Model):
    """A participant's seat in a session or visit with a limited number of seats."""

    session = models.ForeignKey("events.Session", models.CASCADE, related_name="booked")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="seats")
    group = models.ForeignKey(
        "events.VisitGroup", models.SET_NULL, null=True, blank=True, related_name="booked", verbose_name=_("group")
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = pgettext_lazy("session", "seat")
        verbose_name_plural = pgettext_lazy("session", "seats")
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("session", "participant"), name="one_seat_a_participant")
        ]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.participant_id}"


class Attendance(models.Model):
    """Somebody was there: on a day of the event, or in a session."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="attendances")
    day = models.DateField(_("day"))
    session = models.ForeignKey(
        "events.Session", models.CASCADE, null=True, blank=True, related_name="attendances", verbose_name=_("session")
    )
    means = models.CharField(_("marked"), max_length=4, choices=AttendanceMeans)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering: ClassVar = ["day", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("participant", "session"), condition=Q(session__isnull=False), name="present_once_a_session"
            ),
            models.UniqueConstraint(
                fields=("participant", "day"), condition=Q(session=None), name="present_once_a_day"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("session", "participant"), name="attendance_of_session"),
            models.Index(fields=("day", "participant"), condition=Q(session=None), name="attendance_of_day"),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.day}"
