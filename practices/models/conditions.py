"""What a practice needs, and what each country has: from both the page tells whether it could work there."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.localised import LocalisedTextField
from people.models import Country
from practices.enums import Index, Standing
from practices.models.lists import Capability
from practices.models.practices import Version


class Precondition(models.Model):
    """A capability that must be in place, or an index that must reach a value; not essential: it only helps."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="preconditions")
    capability = models.ForeignKey(
        Capability, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("capability")
    )
    index = models.CharField(_("index"), max_length=8, choices=Index, blank=True)
    minimum = models.DecimalField(
        _("at least"),
        max_digits=4,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    is_essential = models.BooleanField(_("nothing works without it"), default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("precondition")
        verbose_name_plural = _("preconditions")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(capability__isnull=False, index="", minimum=None)
                | Q(capability=None, index__in=Index.values, minimum__isnull=False, minimum__gte=0, minimum__lte=1),
                name="practices_capability_or_index",
            ),
            models.UniqueConstraint(fields=("version", "capability"), name="practices_a_capability_once"),
            models.UniqueConstraint(
                fields=("version", "index"), condition=~Q(index=""), name="practices_an_index_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.capability) if self.capability else f"{self.index} ≥ {self.minimum}"


class CountryCapability(models.Model):
    """How far a country has something, by which source; unknown is no row."""

    country = models.ForeignKey(Country, models.CASCADE, related_name="capabilities", verbose_name=_("country"))
    capability = models.ForeignKey(Capability, models.PROTECT, related_name="countries", verbose_name=_("capability"))
    standing = models.CharField(_("how far"), max_length=8, choices=Standing)
    source = LocalisedTextField(_("source"), help_text=_("The law, register or report that shows it, with its date."))
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    since_year = models.PositiveSmallIntegerField(_("since"), null=True, blank=True)
    checked_on = models.DateField(_("checked"))

    class Meta:
        verbose_name = _("capability of a country")
        verbose_name_plural = _("capabilities of countries")
        ordering: ClassVar = ["country", "capability"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("country", "capability"), name="practices_country_capability_once")
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.capability}"


class CountryIndex(models.Model):
    """The value of an index for a country in a survey."""

    country = models.ForeignKey(Country, models.CASCADE, related_name="indices", verbose_name=_("country"))
    index = models.CharField(_("index"), max_length=8, choices=Index)
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.DecimalField(_("value"), max_digits=5, decimal_places=4)
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        verbose_name = _("index of a country")
        verbose_name_plural = _("indices of countries")
        ordering: ClassVar = ["country", "index", "-year"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("country", "index", "year"), name="practices_country_index_once"),
            models.CheckConstraint(condition=Q(value__gte=0, value__lte=1), name="practices_index_0_to_1"),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.index} {self.year}: {self.value}"
