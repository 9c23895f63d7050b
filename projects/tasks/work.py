"""What time and calendars do to schedules and deliverables. Each task finds its work in the rows."""

from datetime import timedelta

from celery import shared_task
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from calendars.working_time import NoWorkingTimeError
from core.refusal import RefusedError
from people.models import Centre
from projects.actions.delivering import AGAIN, HANDED_OVER, SOON, accept_version, remind_of_deliverable
from projects.actions.scheduling import work_out
from projects.enums import Stage, VersionState
from projects.models import Deliverable, DeliverableVersion, Project
from projects.workflow import accepting

BATCH = 200
REMINDED = 1000
A_DAY = timedelta(days=1)  # side A may have tomorrow already; the act looks at its calendar


@shared_task
def accept_by_silence() -> int:
    """Sign for the sides whose ten days are over; returns how many versions were accepted."""
    accepted = 0
    for pk in list(accepting.silent().values_list("object_id", flat=True)[:BATCH]):
        try:
            accept_version(DeliverableVersion(pk=pk), by=None)
        except RefusedError:  # accepted or returned a moment ago
            continue
        accepted += 1
    return accepted


@shared_task
def remind_of_deliverables() -> int:
    """Tell each side what it hands over soon, and weekly what is late; returns of how many."""
    today = timezone.now().date() + A_DAY
    first = Q(reminded_on=None, due_on__lte=today + SOON)
    late = Q(due_on__lt=today) & (Q(reminded_on__lte=F("due_on")) | Q(reminded_on__lte=today - AGAIN))
    rows = Deliverable.objects.filter(first | late, accepted_on=None, project__stage__in=HANDED_OVER)
    return sum(remind_of_deliverable(row) is not None for row in rows.order_by("due_on", "pk")[:REMINDED])


@shared_task
def work_out_again(calendar: str) -> int:
    """Work out anew the schedules that stand on a calendar, and the days left to accept; returns how many moved."""
    on_it = Q(centre__side_a__calendar=calendar) | Q(centre__side_b__calendar=calendar)
    rows = Project.objects.filter(on_it).exclude(stage__in=Stage.over()).filter(tasks__isnull=False).distinct()
    moved = sum(_work_out(pk) for pk in list(rows.order_by("pk").values_list("pk", flat=True)))
    waiting = DeliverableVersion.objects.filter(state=VersionState.SUBMITTED)
    of_centre = Q(deliverable__project__centre__side_a__calendar=calendar)
    of_centre |= Q(deliverable__project__centre__side_b__calendar=calendar)
    for pk in list(waiting.filter(of_centre).order_by("pk").values_list("pk", flat=True)):
        _count_again(pk)
    return moved


@shared_task
def work_out_all() -> int:
    """Every night: what a lost message about a changed calendar has left behind."""
    sides = Centre.objects.values_list("side_a__calendar", "side_b__calendar")
    return sum(work_out_again(code) for code in sorted({code for pair in sides for code in pair}))


@transaction.atomic
def _work_out(pk: int) -> int:
    project = Project.objects.select_for_update(of=("self",)).select_related("centre").get(pk=pk)
    try:
        return int(work_out(project) > 0)
    except (
        RefusedError,
        NoWorkingTimeError,
    ):  # an exception has left no working day: the lines stay as they are until it is put right
        return 0


@transaction.atomic
def _count_again(pk: int) -> None:
    row = accepting.lock(DeliverableVersion(pk=pk))
    if row.state == VersionState.SUBMITTED:
        accepting.restart_silence(row)
