"""Code lists, the series of numbers, and who works for which language."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from people.models import Centre
from practices.enums import CapabilityKind, LanguageDuty


def language_field(label: Any, **options: Any) -> models.CharField:
    """A code of one of the portal's languages."""
    return models.CharField(label, max_length=8, choices=settings.LANGUAGES, **options)


class PracticeSeries(models.Model):
    """The last number given in a year. Its row is locked while a number is taken, so none is lost or given twice."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("number series of practices")
        verbose_name_plural = _("number series of practices")

    def __str__(self) -> str:
        return f"P-{self.year}"


class PracticeTopic(models.Model):
    """What a practice is about. Another list than the subjects of requests, which say whose desk a request goes to."""

    key = models.SlugField(_("key"), max_length=30, unique=True)
    name = LocalisedTextField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("topic of practices")
        verbose_name_plural = _("topics of practices")
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class ReviewCriterion(models.Model):
    """One line of the rubric by which reviewers score."""

    name = LocalisedTextField(_("name"))
    help = LocalisedTextField(_("what it asks"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("criterion of reviews")
        verbose_name_plural = _("criteria of reviews")
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class Capability(models.Model):
    """Something that must stand before practices can work: a law, a register, a network, a body in charge."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=CapabilityKind)
    name = LocalisedTextField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("capability")
        verbose_name_plural = _("capabilities")
        ordering: ClassVar = ["kind", "position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class LanguageRight(models.Model):
    """Whom a centre lets work on its entries in one language, and whether they may also check what others wrote."""

    centre = models.ForeignKey(Centre, models.CASCADE, related_name="language_rights", verbose_name=_("centre"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="language_rights", verbose_name=_("person")
    )
    language = language_field(_("language"))
    duty = models.CharField(_("duty"), max_length=12, choices=LanguageDuty, default=LanguageDuty.TRANSLATE)

    class Meta:
        verbose_name = _("right to a language")
        verbose_name_plural = _("rights to languages")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("centre", "user", "language"), name="practices_one_right_a_language"),
            models.CheckConstraint(condition=Q(duty__in=LanguageDuty.values), name="practices_known_language_duty"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.language}"
