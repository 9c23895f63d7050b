"""What a site visit needs beside its line in the timetable."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from events.models.timetable import Contributor, Session
from people.models import Organisation


class Visit(models.Model):
    """The host, the rules and the list for the gate of one site visit.

    What the public may know stands in the session; the contact and the list are for the officers and the host.
    """

    session = models.OneToOneField(Session, models.CASCADE, related_name="visit")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host")
    )
    address = LocalisedTextField(_("address"), blank=True)
    contact_name = models.CharField(_("contact at the host"), max_length=200, blank=True)
    contact_phone = models.CharField(_("telephone of the contact"), max_length=40, blank=True)
    contact_email = models.EmailField(_("e-mail address of the contact"), blank=True)
    departs_at = models.DateTimeField(_("departure"), null=True, blank=True)
    meeting_point = LocalisedTextField(_("meeting point"), blank=True)
    needs_passport = models.BooleanField(_("passport at the gate"), default=False)
    dress = LocalisedTextField(_("dress"), blank=True)
    photography = LocalisedTextField(_("photographs"), blank=True)
    access = LocalisedTextField(_("access for people with reduced mobility"), blank=True)
    gate_list_due_at = models.DateTimeField(_("list for the gate due"), null=True, blank=True)
    gate_list_sent_at = models.DateTimeField(_("list for the gate sent"), null=True, blank=True, editable=False)
    gate_reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("site visit")
        verbose_name_plural = _("site visits")

    def __str__(self) -> str:
        return str(self.session)


class VisitGroup(models.Model):
    """A group of a visit with its own guide, language and seats."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="groups")
    name = LocalisedTextField(_("group"))
    language = models.CharField(_("language"), max_length=8, blank=True, choices=settings.LANGUAGES)
    guide = models.ForeignKey(
        Contributor, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("guide or interpreter")
    )
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    seats_taken = models.PositiveIntegerField(default=0, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        verbose_name = _("group of a visit")
        verbose_name_plural = _("groups of a visit")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(seats=None) | models.Q(seats_taken__lte=models.F("seats")),
                name="group_never_oversold",
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


class VisitNote(models.Model):
    """What somebody noted at a visit: read by the participants of the event."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    text = models.TextField(_("note"))
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("note of a visit")
        verbose_name_plural = _("notes of a visit")
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.text[:40]}"
