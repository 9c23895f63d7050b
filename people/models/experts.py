"""What people can help with: areas, systems, languages, and when they are free to go."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedTextField
from people.enums import ExpertLevel, LanguageLevel
from people.models.accounts import User
from people.names import LANGUAGES_BY_CODE
from people.querysets import ExpertProfileQuerySet


class ExpertArea(models.Model):
    """An area of the code list. Subjects of requests are another list: experts outlive what is asked this year."""

    name = LocalisedTextField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("area of expertise")
        verbose_name_plural = _("areas of expertise")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class ExpertProfile(models.Model):
    """Written by its owner; shown to others only while the owner agrees to be listed."""

    user = models.OneToOneField(User, models.CASCADE, related_name="expert_profile", verbose_name=_("person"))
    systems = models.TextField(_("systems worked on"), max_length=2000, blank=True)
    years_of_practice = models.PositiveSmallIntegerField(
        _("years of practice"), null=True, blank=True, validators=[MaxValueValidator(60)]
    )
    consent_to_be_listed = models.BooleanField(_("agrees to be listed"), default=False)
    reviewed_on = models.DateField(_("reviewed"), null=True, blank=True)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)

    objects = ExpertProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("expert profile")
        verbose_name_plural = _("expert profiles")
        indexes = [
            models.Index(
                fields=["-updated_at", "-id"], condition=Q(consent_to_be_listed=True), name="people_experts_listed"
            )
        ]

    def __str__(self) -> str:
        return str(self.user)


class Expertise(models.Model):
    """An area a person knows, and how deeply."""

    profile = models.ForeignKey(ExpertProfile, models.CASCADE, related_name="expertise")
    area = models.ForeignKey(ExpertArea, models.PROTECT, related_name="+", verbose_name=_("area"))
    level = models.PositiveSmallIntegerField(_("level"), choices=ExpertLevel)

    class Meta:
        ordering = ["-level", "area__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "area"], name="people_an_area_once"),
            models.CheckConstraint(condition=Q(level__in=ExpertLevel.values), name="people_known_expert_level"),
        ]

    def __str__(self) -> str:
        return f"{self.area} ({self.level})"


class SpokenLanguage(models.Model):
    """A language an expert can work in; any language, not only those of the portal."""

    profile = models.ForeignKey(ExpertProfile, models.CASCADE, related_name="languages")
    language = models.CharField(_("language"), max_length=8)
    level = models.CharField(_("level"), max_length=8, choices=LanguageLevel)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["profile", "language"], name="people_a_language_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.level})"

    @property
    def name(self) -> str:
        """As its speakers call it."""
        return LANGUAGES_BY_CODE.get(self.language, self.language)


class AvailabilityWindow(models.Model):
    """Days in which an expert is free for missions and visits."""

    profile = models.ForeignKey(ExpertProfile, models.CASCADE, related_name="windows")
    from_on = models.DateField(pgettext_lazy("date", "from"))
    until_on = models.DateField(_("until"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="people_window_days_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.from_on}–{self.until_on}"
