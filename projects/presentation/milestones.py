"""The milestones and joint meetings of a project that lie ahead, as planned and as agreed. Reads only."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.days import today_at
from projects.enums import TaskKind
from projects.models import Project, Task
from projects.planned import calendars_for
from projects.planning.ruler import Ruler
from projects.planning.tasks import Calendars
from projects.presentation.state import State

MOST = 5
POINTS = (TaskKind.MILESTONE, TaskKind.MEETING)


@dataclass(frozen=True)
class Milestone:
    """A point of the schedule: the day that was agreed, the day of today's plan, and how far apart they are."""

    pk: int
    number: str
    name: Any
    kind: str
    owner: str
    agreed_on: date | None  # by the baseline; none for what was added since
    planned_on: date
    slip: int | None  # working days of who does it
    is_late: bool
    note: str

    @property
    def state(self) -> State:
        """Its shape, and how it stands in words."""
        if self.is_late:
            return State("is-late", _("Overdue"))
        if self.slip is None:
            return State("is-going", _("Not in the baseline"))
        if not self.slip:
            return State("is-going", _("As in the baseline"))
        if self.slip < 0:
            text = ngettext("%(count)s working day earlier", "%(count)s working days earlier", -self.slip)
        else:
            text = ngettext("%(count)s working day later", "%(count)s working days later", self.slip)
        return State("is-soon" if self.slip > 0 else "is-going", text % {"count": abs(self.slip)})


def next_milestones(project: Project, *, until: date | None = None, most: int = MOST) -> list[Milestone]:
    """What is not reached yet, the nearest first, as far as `until`; what is overdue stands before it. One query."""
    rows = project.tasks.filter(kind__in=POINTS, done_on=None)
    if until is not None:
        rows = rows.filter(ends_on__lte=until)
    calendars, today = calendars_for(project), today_at(project.centre)
    return [_milestone(row, calendars, today) for row in rows.order_by("ends_on", "position", "pk")[:most]]


def _milestone(row: Task, calendars: Calendars, today: date) -> Milestone:
    slip = None
    if row.baseline_ends_on is not None:
        ruler = Ruler(calendars.of(row.owner), row.baseline_ends_on.year)  # type: ignore[arg-type]  # choices
        slip = ruler.after(row.ends_on) - ruler.after(row.baseline_ends_on)
    return Milestone(
        pk=row.pk,
        number=row.number,
        name=row.name,
        kind=row.kind,
        owner=row.owner,
        agreed_on=row.baseline_ends_on,
        planned_on=row.ends_on,
        slip=slip,
        is_late=row.ends_on < today,
        note=row.note,
    )
