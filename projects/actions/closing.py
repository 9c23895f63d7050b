"""A project whose work has ended is closed by both co-directors, and is asked about one and three years later."""

from django.db import transaction

from people.days import today_at
from people.enums import Side
from people.models import User
from projects import signals
from projects.actions.starting import turn
from projects.days import years_after
from projects.enums import Stage
from projects.models import PostCheck, Project

YEARS = (1, 3)  # after the close


@transaction.atomic
def close(project: Project, *, by: User) -> Project:
    """Turn one's own side's key to close the project.

    With the second key it is closed, and each side owes an answer in one and in three years.
    """
    row = turn(project, "close", signals.project_closed, by=by)
    if row.stage == Stage.CLOSED:
        today = today_at(row.centre)
        PostCheck.objects.bulk_create(
            PostCheck(project=row, years=years, side=side, due_on=years_after(today, years))
            for years in YEARS
            for side in Side.values
        )
    return row
