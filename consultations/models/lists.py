"""Code lists, and the series of numbers."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField


def language_field(label: Any, **options: Any) -> models.CharField:
    """A code of one of the portal's languages."""
    return models.CharField(label, max_length=8, choices=settings.LANGUAGES, **options)


class Topic(models.Model):
    """A subject of the code list; its officer is the desk that a new request goes to."""

    name = LocalisedTextField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("desk")
    )

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class Criterion(models.Model):
    """One of the weighted criteria by which both sides decide."""

    name = LocalisedTextField(_("name"))
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class ReferenceSeries(models.Model):
    """The last number given in a year. Its row is locked while a number is taken, so none is lost or given twice."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("number series")
        verbose_name_plural = _("number series")

    def __str__(self) -> str:
        return f"CR-{self.year}"
