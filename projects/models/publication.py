"""What is published with IATI: by which body, as which activity."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.enums import Side
from people.models import Organisation
from projects.models.belonging import OfProject
from projects.models.projects import Project


class IatiIdentity(models.Model):
    """How a body is known to IATI: its identifier and kind. Data of administrators."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="iati", verbose_name=_("body"))
    identifier = models.CharField(_("identifier"), max_length=100, unique=True, help_text=_("Such as KR-GOV-010."))
    kind = models.CharField(_("kind"), max_length=2, default="10", help_text=_("Code of the list OrganisationType."))

    class Meta:
        verbose_name = _("identity with IATI")
        verbose_name_plural = _("identities with IATI")
        ordering: ClassVar = ["identifier"]

    def __str__(self) -> str:
        return self.identifier


class Publication(OfProject, models.Model):
    """A project as one side publishes it: each side's activity names the other's, so nothing is counted twice."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="publications")
    side = models.CharField(_("side"), max_length=1, choices=Side)
    activity_id = models.CharField(_("activity identifier"), max_length=120, unique=True)
    language = models.CharField(_("language of the texts"), max_length=8, default="en")
    sector = models.CharField(_("sector"), max_length=5, default="15110")
    aid_type = models.CharField(_("type of aid"), max_length=4, default="C01")
    finance_type = models.CharField(_("type of finance"), max_length=4, default="110")
    flow_type = models.CharField(_("type of flow"), max_length=3, default="10")
    tied_status = models.CharField(_("tied or not"), max_length=1, default="5")
    is_published = models.BooleanField(_("published"), default=False, editable=False)
    published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("publication with IATI")
        verbose_name_plural = _("publications with IATI")
        ordering: ClassVar = ["side"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "side"), name="project_published_once_a_side"),
            models.CheckConstraint(
                condition=Q(is_published=False) | Q(published_at__isnull=False), name="project_published_has_moment"
            ),
        ]

    def __str__(self) -> str:
        return self.activity_id
