"""What stays behind: what was transferred, which services it touched, where it was taken up, how it stands later."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from people.enums import Side
from people.models import Country, Organisation
from projects.enums import Maturity, TransferKind
from projects.models.belonging import OfProject
from projects.models.projects import Project


class Transfer(OfProject, models.Model):
    """A system, module, standard or licence that one side gave the other."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="transfers")
    kind = models.CharField(_("kind"), max_length=8, choices=TransferKind)
    name = LocalisedTextField(_("name"))
    version = models.CharField(_("version"), max_length=40, blank=True)
    licence = models.CharField(_("on what terms"), max_length=200, blank=True)
    source = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("given by"))
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("taken over by"))
    on = models.DateField(_("handed over"), null=True, blank=True)

    class Meta:
        verbose_name = _("transfer")
        verbose_name_plural = _("transfers")
        ordering: ClassVar = ["kind", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(source=F("receiver")), name="project_transfer_between_two"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class ServiceEffect(OfProject, models.Model):
    """A public service or a register that the project touched: users and maturity, before and after."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="services")
    name = LocalisedTextField(_("service or register"))
    owner = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("run by"))
    users_before = models.PositiveBigIntegerField(_("users a year before"), null=True, blank=True)
    users_after = models.PositiveBigIntegerField(_("users a year after"), null=True, blank=True)
    maturity_before = models.PositiveSmallIntegerField(_("maturity before"), choices=Maturity, null=True, blank=True)
    maturity_after = models.PositiveSmallIntegerField(_("maturity after"), choices=Maturity, null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    dated_on = models.DateField(_("as of"), null=True, blank=True)

    class Meta:
        verbose_name = _("service touched")
        verbose_name_plural = _("services touched")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(users_after=None, maturity_after=None) | Q(dated_on__isnull=False) & ~Q(source=""),
                name="project_effect_has_source",
                violation_error_message=_("A figure after the project has a source and a day."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Replication(OfProject, models.Model):
    """Where else it was taken up, because of the project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="replications")
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body")
    )
    on = models.DateField(pgettext_lazy("replication", "since"))
    note = LocalisedTextField(_("what was taken up"))
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("replication")
        verbose_name_plural = _("replications")
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.project.reference} {self.country_id}"


class PostCheck(OfProject, models.Model):
    """The question one and three years after the close: is it still in use, by whom, with what figures."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="checks")
    years = models.PositiveSmallIntegerField(_("years after the close"))
    due_on = models.DateField(_("due"))
    side = models.CharField(_("answered by"), max_length=1, choices=Side)
    still_used = models.BooleanField(_("still in use"), null=True, blank=True)
    text = LocalisedTextField(_("how it stands"), blank=True)
    figures = models.JSONField(default=list, editable=False)  # [{"measure": id, "value": "12.5", "source": "…"}]
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("check after the close")
        verbose_name_plural = _("checks after the close")
        ordering: ClassVar = ["due_on", "side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "years", "side"), name="project_checked_once"),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(still_used__isnull=False) & ~Q(text={}),
                name="project_check_is_answered",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("due_on",), condition=Q(answered_at=None), name="projects_checks_due")
        ]

    def __str__(self) -> str:
        return f"{self.project.reference} +{self.years} {self.side}"

    def get_absolute_url(self) -> str:
        return reverse("projects:progress", args=[self.project.reference]) + "#checks"
