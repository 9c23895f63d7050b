"""Certificates: proposed together, signed by both sides, confirmed to anybody who has the code."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.enums import CertificateStatus, ListStatus
from events.models.belonging import OfEvent, OfParticipant
from events.models.delegations import Participant, new_secret
from events.models.editions import Event
from events.querysets import CertificateQuerySet, RunQuerySet


class CertificateRun(OfEvent, models.Model):
    """Certificates that both sides sign at once: one look, two keys."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="certificate_runs")
    number = models.PositiveSmallIntegerField(_("number"))
    status = models.CharField(
        _("state"), max_length=10, choices=ListStatus, default=ListStatus.PROPOSED, editable=False
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True, editable=False)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificates to sign")
        verbose_name_plural = _("certificates to sign")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("event", "number"), name="one_run_a_number"),
            models.UniqueConstraint(
                fields=("event",), condition=Q(status=ListStatus.PROPOSED), name="one_proposed_run"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.reference}, {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("events:certificate_run", args=[self.event.reference, self.number])


class Certificate(OfParticipant, models.Model):
    """A certificate of attendance. The name stands as it was written then; a correction is a new certificate."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="certificates")
    run = models.ForeignKey(CertificateRun, models.PROTECT, related_name="certificates")
    code = models.CharField(_("code"), max_length=43, unique=True, default=new_secret, editable=False)
    number = models.CharField(
        _("number"), max_length=40, unique=True, null=True, blank=True, help_text=_("Given with the second key.")
    )
    name = models.CharField(_("name"), max_length=200)
    name_own = models.CharField(_("name in own script"), max_length=200, blank=True)
    own_language = models.CharField(max_length=8, blank=True)
    days_attended = models.PositiveSmallIntegerField(_("days attended"))
    share = models.PositiveSmallIntegerField(_("attendance in per cent"))
    status = models.CharField(
        _("state"), max_length=10, choices=CertificateStatus, default=CertificateStatus.PROPOSED, editable=False
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", editable=False
    )
    reason = models.TextField(_("why it was revoked or replaced"), blank=True, editable=False)
    issued_at = models.DateTimeField(_("issued"), null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(_("no longer valid since"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("participant",),
                condition=Q(status=CertificateStatus.ISSUED),
                name="one_valid_certificate_a_person",
            ),
            models.UniqueConstraint(
                fields=("participant",),
                condition=Q(status=CertificateStatus.PROPOSED),
                name="one_proposed_certificate_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(
                    status__in=(CertificateStatus.ISSUED, CertificateStatus.REVOKED, CertificateStatus.REPLACED)
                )
                | Q(issued_at__isnull=False),
                name="certificate_issued_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(CertificateStatus.REVOKED, CertificateStatus.REPLACED))
                | Q(ended_at__isnull=False),
                name="certificate_ended_has_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.handle

    @property
    def handle(self) -> str:
        return self.number or self.participant.event.reference

    def get_absolute_url(self) -> str:
        return reverse("events:certificate", args=[self.code])
