"""Quarterly reports: begun when a quarter is over, and chased. Both tasks find their work in rows."""

from datetime import timedelta

from celery import shared_task
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from people.days import today_at
from projects.actions.reports import begin_report, chase_report, quarter_before
from projects.enums import ReportStatus, Stage
from projects.models import Project, QuarterReport
from projects.quarters import quarter_days

BATCH = 500
SOONEST = timedelta(days=16)  # five joint working days, with the longest holidays of both sides in between


@shared_task
def begin_reports() -> int:
    """Begin the report of the quarter that is over, where there is none yet; returns how many were begun.

    It is the centre's day that counts: a quarter ends in the capital of side A.
    """
    latest = timezone.now().date() + timedelta(days=1)
    begun = 0
    for year, quarter in {quarter_before(latest), quarter_before(latest - timedelta(days=2))}:
        there = QuarterReport.objects.filter(project=OuterRef("pk"), year=year, quarter=quarter)
        first, last = quarter_days(year, quarter)
        owed = ~Exists(there) & (Q(ended_on=None) | Q(ended_on__gte=first))
        rows = Project.objects.at_work().filter(owed, started_on__lte=last).select_related("centre__side_a")
        for project in rows.order_by("pk")[:BATCH]:
            if quarter_before(today_at(project.centre)) == (year, quarter):
                begun += begin_report(project, year=year, quarter=quarter) is not None
    return begun


@shared_task
def chase_reports() -> int:
    """Remind both leaders of what is due soon, and weekly of what is late; returns of how many."""
    until = timezone.now().date() + SOONEST
    rows = QuarterReport.objects.filter(
        status=ReportStatus.WRITING, due_on__lte=until, project__stage__in=Stage.at_work()
    )
    return sum(chase_report(row) for row in rows.order_by("due_on", "pk")[:BATCH])
