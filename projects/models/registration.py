"""National registration: some countries let a project with foreign money start only once it is on their register."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from people.models import Country, Organisation
from projects.enums import RegistrationState
from projects.models.belonging import OfProject
from projects.models.projects import Project


class RegistrationRule(models.Model):
    """That a country asks for registration, with which body, by which act. Data of administrators."""

    country = models.OneToOneField(Country, models.PROTECT, related_name="registration_rule", verbose_name=_("country"))
    name = LocalisedTextField(_("what it is called"))
    authority = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("registering authority")
    )
    authority_name = LocalisedTextField(_("name of the authority"), blank=True)
    legal_basis = LocalisedTextField(_("legal basis"), blank=True)
    return_days = models.PositiveSmallIntegerField(_("working days in which an incomplete pack comes back"), default=5)

    class Meta:
        verbose_name = _("rule of national registration")
        verbose_name_plural = _("rules of national registration")
        ordering: ClassVar = ["country__name__en"]

    def __str__(self) -> str:
        return f"{self.country}: {self.name}"


class RegistrationPaper(models.Model):
    """A paper of the pack that the rule asks for."""

    rule = models.ForeignKey(RegistrationRule, models.CASCADE, related_name="papers")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    name = LocalisedTextField(_("paper"))
    copies = models.PositiveSmallIntegerField(_("copies"), default=1)

    class Meta:
        verbose_name = _("paper of the pack")
        verbose_name_plural = _("papers of the pack")
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class Registration(OfProject, models.Model):
    """The registration of one project in one country. It starts nowhere before all of its registrations are there."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="registrations")
    rule = models.ForeignKey(RegistrationRule, models.PROTECT, related_name="registrations", verbose_name=_("rule"))
    state = models.CharField(
        _("state"), max_length=12, choices=RegistrationState, default=RegistrationState.PREPARING, editable=False
    )
    number = models.CharField(_("registration number"), max_length=60, blank=True)
    registered_on = models.DateField(_("registered"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    filed_on = models.DateField(_("filed"), null=True, blank=True, editable=False)
    note = models.TextField(_("reasons of the authority"), blank=True, editable=False)
    moved_at = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("national registration")
        verbose_name_plural = _("national registrations")
        ordering: ClassVar = ["rule__country__name__en"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "rule"), name="project_registered_once_a_country"),
            models.CheckConstraint(
                condition=~Q(number="") & Q(registered_on__isnull=False) | ~Q(state=RegistrationState.REGISTERED),
                name="project_registered_has_number",
                violation_error_message=_("A registration has a number and a day."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("registered_on")),
                name="project_registration_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project.reference} {self.rule.country_id}"

    def get_absolute_url(self) -> str:
        return reverse("projects:registration", args=[self.project.reference])

    def stands(self, day: date) -> bool:
        """Registered, and not run out by that day."""
        return self.state == RegistrationState.REGISTERED and (self.valid_until is None or day <= self.valid_until)


class RegistrationItem(models.Model):
    """A line of the checklist of one registration: the paper, and that it is ready. Its file hangs on this row."""

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="items")
    paper = models.ForeignKey(RegistrationPaper, models.PROTECT, related_name="+", verbose_name=_("paper"))
    is_ready = models.BooleanField(_("ready"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ready_on = models.DateField(_("ready since"), null=True, blank=True)

    class Meta:
        verbose_name = _("line of the checklist")
        verbose_name_plural = _("checklist")
        ordering: ClassVar = ["paper__position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("registration", "paper"), name="project_one_line_a_paper"),
        ]

    def __str__(self) -> str:
        return str(self.paper)
