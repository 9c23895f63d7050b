"""Countries, organisations, centres."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields.ranges import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.localised import LocalisedText, LocalisedTextField
from people.enums import OrganisationKind, Side
from people.querysets import NamedQuerySet, OrganisationQuerySet


def same(field: str) -> Func:
    """A number as a range of itself: GiST compares ranges without an extension, plain numbers only with one."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


class Country(models.Model):
    """A state as protocol names it. Its calendar gives the zone, the working days and the office hours."""

    code = models.CharField(_("ISO code"), max_length=2, primary_key=True)
    name = LocalisedTextField(_("name"), help_text=_("The official short name, such as “Republic of Korea”."))
    formal_name = LocalisedTextField(_("formal name"), blank=True)
    capital = LocalisedTextField(_("capital"))
    calendar = models.ForeignKey(
        "calendars.Calendar", models.PROTECT, related_name="countries", verbose_name=_("calendar")
    )
    family_name_first = models.BooleanField(_("family name first"), default=False)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name__en"]  # protocol: states stand in English alphabetical order

    def __str__(self) -> str:
        return str(self.name)


class Organisation(models.Model):
    """A body that people are appointed by: a ministry, an agency, the centre itself."""

    name = LocalisedTextField(_("name"))
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind, default=OrganisationKind.AGENCY)
    country = models.ForeignKey(Country, models.PROTECT, related_name="organisations", verbose_name=_("country"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=F("pk")),
                name="people_organisation_not_its_own_parent",
                violation_error_message=_("A body cannot be a part of itself."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    def name_on(self, day: date) -> LocalisedText:
        """The name the body bore that day, for papers that were signed then. Reads `former_names` in memory."""
        for former in sorted(self.former_names.all(), key=lambda former: former.until_on):
            if day <= former.until_on and (former.from_on is None or former.from_on <= day):
                return former.name
        return self.name


class FormerName(models.Model):
    """What an organisation was called up to a day, that day included."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="former_names")
    name = LocalisedTextField(_("former name"))
    from_on = models.DateField(pgettext_lazy("date", "from"), null=True, blank=True)
    until_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["-until_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(from_on__lte=F("until_on")),
                name="people_former_name_days_in_order",
                violation_error_message=_("A name cannot end before it began."),
            ),
            ExclusionConstraint(
                name="people_one_former_name_at_a_time",
                expressions=[
                    (same("organisation"), RangeOperators.OVERLAPS),
                    (Func(F("from_on"), F("until_on"), Value("[]"), function="daterange"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Another former name covers some of these days."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Centre(models.Model):
    """A cooperation centre of two governments. Which of them is side A is agreed once and stays."""

    name = LocalisedTextField(_("name"))
    short_name = LocalisedTextField(_("short name"))
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    side_a = models.ForeignKey(Country, models.PROTECT, related_name="centres_as_a", verbose_name=_("side A"))
    side_b = models.ForeignKey(Country, models.PROTECT, related_name="centres_as_b", verbose_name=_("side B"))
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="centres",
        verbose_name=_("its staff belong to"),
        help_text=_("The body by whose country the working days of the staff are counted."),
    )
    countries = models.ManyToManyField(
        Country, related_name="served_by", blank=True, verbose_name=_("countries that may ask it")
    )
    is_public = models.BooleanField(_("shown to the public"), default=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("centre")
        verbose_name_plural = _("centres")
        constraints = [
            models.CheckConstraint(
                condition=~Q(side_a=F("side_b")),
                name="people_centre_has_two_sides",
                violation_error_message=_("The two sides of a centre are two countries."),
            )
        ]

    def __str__(self) -> str:
        return str(self.short_name)

    def side_country(self, side: str) -> Country:
        return self.side_a if side == Side.A else self.side_b

    def side_codes(self) -> tuple[str, str]:
        """The calendars of the two sides, for joint working days."""
        return self.side_a.calendar_id, self.side_b.calendar_id
