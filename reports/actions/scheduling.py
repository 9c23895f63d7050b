"""Reports that make themselves: each schedule asks once for each period that is over."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from core.refusal import RefusedError
from people.days import today_at
from reports.actions.asking import ask
from reports.figures.figure import Asked
from reports.figures.table import start_of
from reports.kinds.registry import kinds
from reports.models import Job, Report, ReportSchedule
from reports.periods import last_full
from reports.questions import Question

MAKE = "reports.make"
NOT_OF_PERIODS = _("Reports of this kind are about one record and are not made by the clock.")


def expect_schedulable(kind: str, every: str) -> None:
    """Refuse what cannot be made by the clock: kinds about one record, and periods the kind does not have."""
    found = kinds().get(kind)
    if found is None or found.about is not None:
        raise RefusedError(NOT_OF_PERIODS)
    if every not in found.periods:
        raise RefusedError(_("This kind of report is not made for such a period."))


def make_scheduled() -> int:
    """Ask for every report whose period ended so many days ago and that nobody has made or asked for yet.

    The key of the work names schedule and period: however often this runs, and on however many clocks, it asks once.
    """
    asked = 0
    rows = ReportSchedule.objects.filter(is_active=True, kind__in=kinds())
    for schedule in rows.select_related("centre__side_a__calendar", "centre__side_b__calendar").order_by("pk"):
        today = today_at(schedule.centre)
        period = last_full(today, schedule.every)
        if today < period.until + timedelta(days=schedule.days_after):
            continue
        asked_of = Asked(schedule.centre, *period)
        key = f"schedule:{schedule.pk}:{period.until}"
        there = Report.objects.filter(
            kind=schedule.kind,
            centre=schedule.centre,
            since=period.since,
            until=period.until,
            side="",
            country=None,
            topic="",
            content_type=None,
            made_at__gte=start_of(period.until + timedelta(days=1), asked_of),  # not one of the days while they ran
        )
        if Job.objects.filter(key=key).exists() or there.exists():
            continue
        question = Question(
            schedule.kind,
            asked_of,
            languages=tuple(schedule.languages),
            formats=tuple(schedule.formats),
        )
        ask(MAKE, question.written(), by=None, language=schedule.languages[0], key=key)
        asked += 1
    return asked
