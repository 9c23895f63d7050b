"""Every write. The receivers of this app see each row saved or deleted, so no act has to tell the directory."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from itertools import pairwise
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from calendars.enums import Weekday
from calendars.models import Calendar, CalendarException, OfficeWindow
from core import journal
from core.localised import LocalisedText
from core.refusal import RefusedError

WeeklyHours = tuple[int, time, time]


@transaction.atomic
def set_calendar(code: str, *, zone: str, subdivision: str = "") -> Calendar:
    """Create the calendar of a country, or move it to another zone. It has no working time until it has windows."""
    calendar = Calendar(code=code, zone=zone, subdivision=subdivision)
    try:
        calendar.clean_fields()
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages)) from error
    calendar.save()
    return calendar


@transaction.atomic
def replace_office_windows(calendar: Calendar, windows: Iterable[WeeklyHours]) -> list[OfficeWindow]:
    """Give a calendar a new week; every weekday that is not named is off.

    Refuses windows that overlap or close before they open. The same week again changes nothing and tells nobody.
    """
    week = sorted(windows)
    check_week(week)
    Calendar.objects.select_for_update().get(pk=calendar.pk)
    rows = calendar.windows.order_by("weekday", "opens")
    if week == list(rows.values_list("weekday", "opens", "closes")):
        return list(rows)
    rows.delete()
    return [calendar.windows.create(weekday=weekday, opens=opens, closes=closes) for weekday, opens, closes in week]


@transaction.atomic
def set_exception(
    calendar: Calendar,
    date: date,
    *,
    is_working: bool,
    reason: Mapping[str, str],
    source: str = "",
    by: AbstractBaseUser | None = None,
) -> CalendarException:
    """Fix one day above the rule of the country; what was fixed for it before is replaced."""
    return set_exceptions(calendar, {date: is_working}, reason=reason, source=source, by=by)[0]


@transaction.atomic
def set_exceptions(
    calendar: Calendar,
    days: Mapping[date, bool],
    *,
    reason: Mapping[str, str],
    source: str = "",
    by: AbstractBaseUser | None = None,
) -> list[CalendarException]:
    """Fix the days of one decree: for each date, whether it is worked. Refuses to do so without a reason."""
    if not LocalisedText(reason).best().text:
        raise RefusedError(_("Write the reason: readers see it as the name of the day."))
    values = {"reason": reason, "source": source}
    return [_set(calendar, day, {"is_working": days[day], **values}, by) for day in sorted(days)]


@transaction.atomic
def remove_exception(exception: CalendarException, *, by: AbstractBaseUser | None = None) -> None:
    """Let the rule of the country decide that day again."""
    journal.write(exception, "remove", by=by, data={"was_working": exception.is_working})
    exception.delete()


def every_weekday(*hours: tuple[time, time]) -> list[WeeklyHours]:
    """The same hours from Monday to Friday."""
    return [(weekday, opens, closes) for weekday in range(Weekday.SATURDAY) for opens, closes in hours]


def check_week(windows: Iterable[WeeklyHours]) -> None:
    """Refuse, in words, what the database would refuse."""
    week = sorted(windows)
    if any(opens >= closes for _day, opens, closes in week):
        raise RefusedError(_("An office opens before it closes."))
    if any(before[0] == after[0] and before[2] > after[1] for before, after in pairwise(week)):
        raise RefusedError(_("Two windows of one weekday overlap."))


def _set(calendar: Calendar, day: date, values: dict[str, Any], by: AbstractBaseUser | None) -> CalendarException:
    exception, _created = CalendarException.objects.update_or_create(
        calendar=calendar, date=day, defaults=values, create_defaults={**values, "created_by": by.pk if by else None}
    )
    journal.write(exception, "set", by=by, data={"is_working": exception.is_working})
    return exception
