"""What people are appointed to, and from when until when."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields.ranges import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from core.localised import LocalisedTextField
from people.enums import NEED_CENTRE, Function, Side
from people.models.accounts import User
from people.models.bodies import Centre, Organisation, same
from people.querysets import AppointmentQuerySet


def period() -> Func:
    """The days of an appointment, the last one included; without an end it has none."""
    return Func(F("starts_on"), F("ends_on"), Value("[]"), function="daterange", output_field=DateRangeField())


def never_twice(name: str, field: str, condition: Q, message: Any) -> ExclusionConstraint:
    """No two rows of one `field` may overlap in time where the condition holds."""
    return ExclusionConstraint(
        name=name,
        expressions=[(same(field), RangeOperators.OVERLAPS), (period(), RangeOperators.OVERLAPS)],
        condition=condition,
        violation_error_message=message,
    )


class Appointment(models.Model):
    """A function at an organisation for a period. History: it is ended, never deleted, so old acts stay explained."""

    user = models.ForeignKey(User, models.PROTECT, related_name="appointments", verbose_name=_("person"))
    function = models.CharField(_("function"), max_length=20, choices=Function)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="appointments", verbose_name=_("organisation")
    )
    centre = models.ForeignKey(
        Centre, models.PROTECT, null=True, blank=True, related_name="appointments", verbose_name=_("centre")
    )
    side = models.CharField(_("side"), max_length=1, choices=Side, blank=True)
    title = LocalisedTextField(_("title of the post"), blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Rights end at midnight after it, where the organisation is.")
    )
    is_primary = models.BooleanField(
        _("main post"), default=False, help_text=_("Says whose working days and which side come first for the person.")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        indexes = [
            models.Index(fields=["function", "organisation"], name="people_appointment_holders"),
            models.Index(fields=["centre", "function"], name="people_appointment_of_centre"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="people_appointment_days_in_order",
                violation_error_message=_("An appointment cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(side__in=["", *Side.values]),
                name="people_appointment_known_side",
                violation_error_message=_("A centre has two sides, A and B."),
            ),
            models.CheckConstraint(
                condition=~Q(function=Function.CO_DIRECTOR) | (Q(centre__isnull=False) & Q(side__in=Side.values)),
                name="people_co_director_has_centre_and_side",
                violation_error_message=_("Say which centre and which side the co-director signs for."),
            ),
            never_twice(
                "people_one_co_director_for_side_a",
                "centre",
                Q(function=Function.CO_DIRECTOR, side=Side.A),
                _("Side A of this centre has a co-director in this period. End that appointment first."),
            ),
            never_twice(
                "people_one_co_director_for_side_b",
                "centre",
                Q(function=Function.CO_DIRECTOR, side=Side.B),
                _("Side B of this centre has a co-director in this period. End that appointment first."),
            ),
            ExclusionConstraint(
                name="people_nobody_signs_for_both_sides",
                expressions=[
                    (same("user"), RangeOperators.OVERLAPS),
                    (same("centre"), RangeOperators.OVERLAPS),
                    (period(), RangeOperators.OVERLAPS),
                ],
                condition=Q(function=Function.CO_DIRECTOR),
                violation_error_message=_("One person cannot turn the keys of both sides of a centre."),
            ),
            never_twice(
                "people_one_main_post_at_a_time",
                "user",
                Q(is_primary=True),
                _("This person has another main post in this period."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_function_display()}, {self.organisation}"

    def clean(self) -> None:
        """Refuse what the database cannot see: staff of a centre without the centre."""
        super().clean()
        if self.function in NEED_CENTRE and not self.centre_id:
            raise ValidationError({"centre": _("Say for which centre.")})

    @classmethod
    def prefetch_current(cls) -> models.Prefetch:
        """For lists of people: their posts of today as `posts_today`, in one query for the whole page."""
        current = cls.objects.current().select_related("organisation").order_by("-is_primary", "starts_on", "pk")
        return models.Prefetch("appointments", queryset=current, to_attr="posts_today")

    @property
    def post(self) -> str:
        """The post as its organisation calls it, else the function."""
        return str(self.title) or str(self.get_function_display())

    def described(self, language: str) -> str:
        """Post and organisation in one line, for records that outlive both."""
        with override(language):
            return f"{self.post}, {self.organisation.name}"

    @property
    def country_code(self) -> str:
        return self.organisation.country_id

    def is_current(self) -> bool:
        """Whether it is in force now. For one row in hand; sets of rows ask `Appointment.objects.current()`."""
        today = timezone.localdate(timezone=ZoneInfo(self.organisation.country.calendar.zone))
        return self.starts_on <= today and (self.ends_on is None or today <= self.ends_on)
