"""Money that lapses: those who can still spend it are told twice, in time."""

from datetime import date

from django.db import transaction

from people.days import today_at
from projects import signals
from projects.enums import LineState
from projects.models import BudgetLine
from projects.presentation.totals import totals

WARNINGS = (60, 20)  # days before the last one


def warning_of(line: BudgetLine, today: date) -> int | None:
    """The warning that is due: the nearest one whose day has come, unless it or a nearer one was given."""
    left = (line.lapses_on - today).days if line.lapses_on else -1
    if left < 0:
        return None
    due = min((days for days in WARNINGS if left <= days), default=None)
    return None if due is None or (line.warned_days is not None and line.warned_days <= due) else due


@transaction.atomic
def warn_of_lapse(line: BudgetLine) -> BudgetLine | None:
    """Tell that what is left of a line is soon lost; None where nothing is left, or all were told already."""
    row = BudgetLine.objects.select_for_update(of=("self",)).select_related("project__centre__side_a").get(pk=line.pk)
    due = warning_of(row, today_at(row.project.centre))
    if row.state != LineState.APPROVED or due is None:
        return None
    left = next(one.rest for one in totals(row.project).lines if one.line.pk == row.pk)
    if left <= 0:
        return None
    row.warned_days = due
    row.save(update_fields=["warned_days"])
    signals.money_lapses.send(BudgetLine, line=row, left=left, by=None)
    return row
