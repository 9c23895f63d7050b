"""The clock reminds each side of values that are not there yet."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from calendars.directory import calendar_of, joint_days
from people.days import today_at
from people.enums import Side
from projects import signals
from projects.enums import Owner
from projects.models import Period, Project
from projects.presentation.missing import counts_by_side, missing

WAIT = 10  # joint working days after the end of a period
AGAIN = timedelta(days=30)


@transaction.atomic
def remind_of_values(period: Period) -> list[str]:
    """Tell each side that owes values of a period that is over; returns the sides.

    Ten joint working days after its end, then a month after the last reminder; nobody is told of a locked period.
    """
    row = (
        Period.objects.select_for_update(of=("self",), no_key=True)
        .select_related("project__centre__side_a", "project__centre__side_b")
        .get(pk=period.pk)
    )
    today = today_at(row.project.centre)
    if row.is_locked or today <= waited_until(row) or (row.reminded_on and today < row.reminded_on + AGAIN):
        return []
    owed = counts_by_side(missing(Project.objects.filter(pk=row.project_id), today).filter(pk=row.pk))
    sides = [side for side in Side.values if owed[side] or owed[Owner.BOTH]]
    if not sides:
        return []
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    for side in sides:
        signals.values_missing.send(Period, project=row.project, period=row, side=side, by=None)
    return sides


def waited_until(period: Period) -> date:
    """The last of the ten joint working days in which a value may be brought without being asked for."""
    zone = calendar_of(period.project.centre.side_a.calendar_id).zone
    over = datetime.combine(period.ends_on, time(12), tzinfo=zone)  # the day it is over does not count
    until: datetime = joint_days(WAIT)(period, over)
    return timezone.localdate(until, zone)
