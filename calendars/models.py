"""What an administrator keeps of a country's working time; the public holidays themselves come from a library."""

from datetime import date as date_
from zoneinfo import available_timezones

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields.ranges import RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Ord, Right
from django.utils.translation import gettext_lazy as _

from calendars.enums import Weekday
from calendars.querysets import CalendarQuerySet
from core.localised import LocalisedTextField

SOME_MONDAY = date_(2001, 1, 1)


def known_zone(value: str) -> None:
    """Refuse a zone that this machine's clock data does not know: no moment could be placed in it."""
    if value not in available_timezones():
        raise ValidationError(_("“%(zone)s” is not a time zone."), params={"zone": value})


class Calendar(models.Model):
    """The working time of one country, under the country's two letters."""

    code = models.CharField(
        _("country code"),
        max_length=2,
        primary_key=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z", _("Two capital letters, as in “BY”."))],
    )
    zone = models.CharField(
        _("time zone"), max_length=64, validators=[known_zone], help_text=_("As in “Europe/Minsk”.")
    )
    subdivision = models.CharField(
        _("region"), max_length=10, blank=True, help_text=_("Where a region of the country has holidays of its own.")
    )

    objects = CalendarQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(condition=Q(code__regex=r"^[A-Z]{2}$"), name="calendar_code_two_letters"),
        )

    def __str__(self) -> str:
        return self.code


def one(number: models.expressions.Combinable) -> Func:
    """A number as a range of itself: GiST compares ranges without an extension, plain numbers only with one."""
    return Func(number, number, Value("[]"), function="int8range")


def in_pattern_week(clock: str) -> CombinedExpression:
    """The moment of a weekday's time in one week that stands for all of them."""
    return CombinedExpression(
        CombinedExpression(Value(SOME_MONDAY), "+", F("weekday"), output_field=models.DateField()),
        "+",
        F(clock),
        output_field=models.DateTimeField(),
    )


class OfficeWindow(models.Model):
    """Hours during which the offices are open on one weekday; a lunch break makes two windows of a day."""

    calendar = models.ForeignKey(Calendar, models.CASCADE, related_name="windows", verbose_name=_("calendar"))
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        verbose_name = _("office window")
        verbose_name_plural = _("office windows")
        ordering = ("calendar", "weekday", "opens")
        constraints = (
            models.CheckConstraint(
                condition=Q(weekday__lte=Weekday.SUNDAY),
                name="office_window_on_a_weekday",
                violation_error_message=_("A week has seven days, Monday is 0."),
            ),
            models.CheckConstraint(
                condition=Q(opens__lt=F("closes")),
                name="office_window_opens_before_it_closes",
                violation_error_message=_("An office opens before it closes."),
            ),
            ExclusionConstraint(
                name="office_windows_apart",
                expressions=[
                    (one(Ord("calendar")), RangeOperators.OVERLAPS),
                    (one(Ord(Right("calendar", 1))), RangeOperators.OVERLAPS),
                    (
                        Func(in_pattern_week("opens"), in_pattern_week("closes"), function="tsrange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message=_("Two windows of one weekday overlap."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.calendar_id} {self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class CalendarException(models.Model):
    """One day that is worked, or is off, whatever the public holidays and the week say: next year's decree, a storm."""

    calendar = models.ForeignKey(Calendar, models.CASCADE, related_name="exceptions", verbose_name=_("calendar"))
    date = models.DateField(_("date"))
    is_working = models.BooleanField(_("worked"), default=False, help_text=_("Leave empty for a day off."))
    reason = LocalisedTextField(
        _("reason"), help_text=_("Readers see it as the name of the day off: “Day off moved from 15 May”.")
    )
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("The decree or notice, by number or address.")
    )
    created_by = models.BigIntegerField(_("account that added it"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("calendar exception")
        verbose_name_plural = _("calendar exceptions")
        ordering = ("-date", "calendar")
        constraints = (
            models.UniqueConstraint(
                fields=("calendar", "date"),
                name="calendar_exception_one_a_day",
                violation_error_message=_("This calendar already has an exception for that day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.calendar_id} {self.date.isoformat()}"
