"""Periods of reporting: made from the project's days, locked once their values are agreed, unlocked with reasons."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.days import today_at
from people.models import User
from projects import signals
from projects.actions.values import hold_period
from projects.enums import ValueState
from projects.models import Period, Project, ReportedValue
from projects.workflow import lifecycle

MONTHS = {"quarter": 3, "year": 12}
MOST = 120  # ten years of months: more than any project has
IN_MOTION = (ValueState.SUBMITTED, ValueState.CHECKED)


@transaction.atomic
def make_periods(project: Project, *, by: User, every: str) -> list[Period]:
    """Make the quarters or years of the calendar that the project touches; those that are there stay as they are.

    Refused for a project without days, and where nothing is left to make.
    """
    row = lifecycle.lock(project)
    policies.require(by, "projects.arrange_results", row)
    first, last = row.started_on or row.planned_start_on, row.ended_on or row.planned_end_on
    if first is None or last is None:
        raise RefusedError(_("Give the project its first and last day, then its periods follow from them."))
    taken = list(row.periods.values_list("starts_on", "ends_on"))
    if last.year - first.year > MOST // 4:
        raise RefusedError(_("A project has %(most)d periods at most.") % {"most": MOST})
    made = [
        (start, end)
        for start, end in spans(first, last, MONTHS[every])
        if not any(start <= until and end >= since for since, until in taken)
    ]
    if not made:
        raise RefusedError(_("The project has its periods already."))
    if len(taken) + len(made) > MOST:
        raise RefusedError(_("A project has %(most)d periods at most.") % {"most": MOST})
    rows = Period.objects.bulk_create(Period(project=row, starts_on=start, ends_on=end) for start, end in made)
    journal.write(row, "make_periods", by=by, data={"count": len(rows)})
    return rows


def spans(first: date, last: date, months: int) -> list[tuple[date, date]]:
    """The quarters or years of the calendar that touch these days, the earliest first."""
    start = date(first.year, (first.month - 1) // months * months + 1, 1)
    found = []
    while start <= last:
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        after = date(year, month + 1, 1)
        found.append((start, after - timedelta(days=1)))
        start = after
    return found


@transaction.atomic
def remove_period(period: Period, *, by: User) -> None:
    """Take away a period nobody reported in, with its targets."""
    row = hold_period(period)
    policies.require(by, "projects.arrange_results", row.project)
    if row.is_locked or row.values.exists():
        raise RefusedError(_("Values were reported for this period: it stays."))
    journal.write(row.project, "remove_period", by=by, data={"from": str(row.starts_on), "to": str(row.ends_on)})
    row.delete()


@transaction.atomic
def lock_period(period: Period, *, by: User) -> Period:
    """Close a period that is over: its values and targets are the record from here on.

    Refused while a value is being checked or waits for keys. Drafts stay drafts; they cannot be submitted any more.
    """
    row = hold_period(period)
    policies.require(by, "projects.lock_period", row)
    if row.is_locked:
        raise RefusedError(_("This period is locked already."))
    if row.ends_on >= today_at(row.project.centre):
        raise RefusedError(_("This period is not over yet."))
    if ReportedValue.objects.filter(period=row, state__in=IN_MOTION).exists():
        raise RefusedError(_("Values of this period are being checked or wait for keys. It is locked after that."))
    row.locked_at = timezone.now()
    row.save(update_fields=["locked_at"])
    journal.write(row, "lock", by=by)
    return row


@transaction.atomic
def unlock_period(period: Period, *, by: User, reason: str) -> Period:
    """Open it again, with reasons that both leaders are told: a new value may take the place of an approved one."""
    if not reason.strip():
        raise RefusedError(_("Give the reasons: both leaders are told."))
    row = hold_period(period)
    policies.require(by, "projects.lock_period", row)
    if not row.is_locked:
        raise RefusedError(_("This period is not locked."))
    row.locked_at = None
    row.save(update_fields=["locked_at"])
    journal.write(row, "unlock", by=by, reason=reason)
    signals.period_unlocked.send(Period, period=row, reason=reason, by=by)
    return row
