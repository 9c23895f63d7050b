"""The quarterly report: begun by the clock, written by both leaders, verified with frozen figures, countersigned."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from calendars.directory import joint
from calendars.working_time import OfficeCalendar
from core import journal, policies
from core.localised import LocalisedText
from core.refusal import RefusedError, expect_read
from core.turning import turn_key
from people.days import today_at
from people.enums import Side
from people.models import User
from projects import signals
from projects.enums import ReportStatus, Stage
from projects.freezing import digest, freeze
from projects.models import Project, QuarterReport, ReportPart
from projects.quarters import quarter_days
from projects.workflow import reporting

NARRATIVE = ("summary", "done", "ahead", "asked")
LANGUAGES_NEEDED = 2
MOST_WORDS = 8_000  # characters of one text in one language: a page and a half
REMINDED_BEFORE = 5  # joint working days
A_WEEK = timedelta(days=7)


class ChangedPartError(RefusedError):
    """A colleague has saved this side's part meanwhile; `row` is what stands there now."""

    def __init__(self, row: ReportPart) -> None:
        super().__init__(
            _("A colleague has saved this part after you opened it. Both stand below: put together what counts.")
        )
        self.row = row


# --- Beginning and chasing: the clock --------------------------------------------------------------------------------


def quarter_before(day: date) -> tuple[int, int]:
    """Year and number of the last quarter that is over on that day."""
    quarter = (day.month - 1) // 3
    return (day.year, quarter) if quarter else (day.year - 1, 4)


def due_after(year: int, quarter: int, calendar: OfficeCalendar) -> date:
    """The last joint working day of the month after a quarter."""
    year, month = (year + 1, 1) if quarter == 4 else (year, 3 * quarter + 1)  # noqa: PLR2004  the fourth
    day = date(year, month, monthrange(year, month)[1])
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day


@transaction.atomic
def begin_report(project: Project, *, year: int, quarter: int) -> QuarterReport | None:
    """Begin the report of a quarter, a part for each side, and tell both leaders; none where it is there already.

    A project owes none for a quarter that was over before it started, nor for one after its end.
    """
    row = Project.objects.select_for_update(of=("self",)).select_related("centre__side_a").get(pk=project.pk)
    first_day, last_day = quarter_days(year, quarter)
    if row.stage not in Stage.at_work() or row.started_on is None or row.started_on > last_day:
        return None
    if row.ended_on and row.ended_on < first_day:
        return None
    due_on = due_after(year, quarter, joint(*row.centre.side_codes()))
    written = {"due_on": due_on, "reminded_on": today_at(row.centre)}
    report, is_new = QuarterReport.objects.get_or_create(project=row, year=year, quarter=quarter, defaults=written)
    if not is_new:
        return None
    ReportPart.objects.bulk_create(ReportPart(report=report, side=side) for side in Side.values)
    journal.write(report, "begin_report", by=None)
    signals.report_due.send(QuarterReport, report=report, by=None)
    return report


@transaction.atomic
def chase_report(report: QuarterReport) -> bool:
    """Remind both leaders: once five joint working days before, then each week once it is late. Whether it was told."""
    row = (
        QuarterReport.objects.select_for_update(of=("self",))
        .select_related("project__centre__side_a")
        .get(pk=report.pk)
    )
    if row.status != ReportStatus.WRITING or row.project.stage not in Stage.at_work():
        return False
    today = today_at(row.project.centre)
    calendar = joint(*row.project.centre.side_codes())
    soon = row.due_on
    for _day in range(REMINDED_BEFORE):
        soon -= timedelta(days=1)
        while not calendar.is_working_day(soon):
            soon -= timedelta(days=1)
    if today < soon or not calendar.is_working_day(today):
        return False
    if row.reminded_on and _told_enough(row.reminded_on, today, soon=soon, due=row.due_on):
        return False
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    signals.report_due.send(QuarterReport, report=row, by=None)
    return True


def _told_enough(told: date, today: date, *, soon: date, due: date) -> bool:
    """Whether the last reminder speaks for today too: the one before the due day, or a late one within a week."""
    if today <= due:
        return told >= soon
    return told > due and today - told < A_WEEK


# --- Writing ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def write_part(part: ReportPart, *, by: User, seen: int, **written: Mapping[str, str]) -> ReportPart:
    """Save what one side writes. `seen` is the revision the writer had before him; a finished part is open again.

    Refused once the report is submitted, and when a colleague has saved another since.
    """
    row = _hold_part(part, by=by)
    if row.revision != seen:
        raise ChangedPartError(row)
    if unknown := set(written) - set(NARRATIVE):
        message = f"Not parts of a report: {sorted(unknown)}"
        raise TypeError(message)
    for name, text in written.items():
        if any(len(one) > MOST_WORDS for one in text.values()):
            raise RefusedError(_("%(number)d characters are the most in one language.") % {"number": MOST_WORDS})
        setattr(row, name, LocalisedText(text))
    row.by, row.revision, row.updated_at, row.finished_at = by, row.revision + 1, timezone.now(), None
    row.save()
    return row


@transaction.atomic
def finish_part(part: ReportPart, *, by: User, seen: int | None = None) -> ReportPart:
    """Say that this side's part is whole. Refused without a summary and what was done, in two languages each."""
    row = _hold_part(part, by=by)
    if seen is not None and row.revision != seen:
        raise ChangedPartError(row)
    for text in (row.summary, row.done):
        if sum(1 for one in text.values() if one.strip()) < LANGUAGES_NEEDED:
            raise RefusedError(_("Write the summary and what was done in two languages at least."))
    row.finished_at = timezone.now()
    row.save(update_fields=["finished_at"])
    journal.write(row.report, "finish_part", by=by, data={"side": row.side})
    return row


def _hold_part(part: ReportPart, *, by: User) -> ReportPart:
    report = reporting.lock(part.report)
    row = ReportPart.objects.select_for_update(of=("self",)).get(pk=part.pk)
    policies.require(by, "projects.write_part", row)
    if report.status != ReportStatus.WRITING:
        raise RefusedError(_("The report has been submitted: it is no longer being written."))
    row.report = report
    return row


# --- Submitting, verifying, signing ----------------------------------------------------------------------------------


def unfinished_sides(report: QuarterReport) -> list[str]:
    """The sides whose part is not whole yet."""
    return [part.side for part in report.parts.all() if part.finished_at is None]


@transaction.atomic
def submit_report(report: QuarterReport, *, by: User) -> QuarterReport:
    """Give the report to the centre. Refused until both sides have finished their parts."""
    row = reporting.lock(report)
    reporting.expect(row, "submit", by=by)
    if unfinished_sides(row):
        raise RefusedError(_("Both sides finish their parts first."))
    row = reporting.take(row, "submit", by=by, **_moved(submitted_at=timezone.now(), return_reason=""))
    signals.report_submitted.send(QuarterReport, report=row, by=by)
    return row


@transaction.atomic
def verify_report(report: QuarterReport, *, by: User, seen: str = "") -> QuarterReport:
    """Say that the figures are right: they are frozen as they stand, and both leaders are asked to sign for them.

    `seen` is the digest of the figures that were read; refused when others stand there now.
    """
    row = reporting.lock(report)
    reporting.expect(row, "verify", by=by)
    figures = freeze(row.project, row.first_day(), row.last_day())
    _expect_seen(figures, seen)
    now = timezone.now()
    row = reporting.take(
        row, "verify", by=by, **_moved(figures=figures, figures_at=now, verified_by=by, return_reason="")
    )
    journal.write(row, "freeze", by=by, data={"sha256": digest(figures)})
    signals.report_verified.send(QuarterReport, report=row, by=by)
    return row


@transaction.atomic
def return_report(report: QuarterReport, *, by: User, reason: str) -> QuarterReport:
    """Give the report back to both leaders. Refused without reasons."""
    _expect_reasons(reason)
    row = reporting.take(report, "return", by=by, reason=reason, **_moved(return_reason=reason, submitted_at=None))
    signals.report_returned.send(QuarterReport, report=row, reason=reason, by=by)
    return row


def mark_of(report: QuarterReport) -> str:
    """What both leaders have before them: figures and words stand still from one verification to the next."""
    return digest({"figures": report.figures, "at": report.figures_at.isoformat() if report.figures_at else ""})


@transaction.atomic
def sign_report(report: QuarterReport, *, by: User, seen: str = "") -> QuarterReport:
    """Turn one's own side's key. With the second one the report is what both governments stand by.

    `seen` is the mark of what was read (`mark_of`); refused when the report was verified anew meanwhile, with other
    figures or in other words.
    """
    row = reporting.lock(report)
    reporting.expect(row, "sign", by=by)
    expect_read(seen, mark_of(row))
    row, happened, sides = turn_key(reporting, report, "sign", by=by, **_moved(signed_at=timezone.now()))
    if happened:
        signals.report_signed.send(QuarterReport, report=row, by=by)
        return row
    for side in sides:
        signals.report_key_turned.send(QuarterReport, report=row, side=side, by=by)
    return row


@transaction.atomic
def object_to_report(report: QuarterReport, *, by: User, reason: str) -> QuarterReport:
    """Refuse to sign, with reasons: both leaders write again, the frozen figures go; their digest stays on record."""
    _expect_reasons(reason)
    changes = _moved(figures={}, figures_at=None, verified_by=None, submitted_at=None, return_reason=reason)
    row = reporting.take(report, "object", by=by, reason=reason, **changes)
    signals.report_returned.send(QuarterReport, report=row, reason=reason, by=by)
    return row


def _expect_seen(figures: dict[str, Any], seen: str) -> None:
    if seen and seen != digest(figures):
        raise RefusedError(_("The figures have changed since you opened the page. Read them once more."))


def _moved(**changes: Any) -> dict[str, Any]:
    return {"moved_at": timezone.now(), **changes}


def _expect_reasons(reason: str) -> None:
    if not reason.strip():
        raise RefusedError(_("Give the reasons: both leaders write by them."))
