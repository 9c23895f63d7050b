"""What is told of quarterly reports and of risks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from calendars.moments import write_day
from notifications.audience import projects_reports as to
from notifications.messages.kind import Kind, Said, entry_of
from projects import signals
from projects.enums import ReportStatus, RiskStatus
from projects.presentation.periods import write_period
from projects.presentation.report_tables import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from notifications.news import News


def _report(news: News) -> dict[str, Any]:
    report = news.record
    return {"period": write_period(report.first_day(), report.last_day()), "due": write_day(report.due_on, "weekday")}


def _risk(news: News) -> dict[str, Any]:
    risk = news.record
    return {"sentence": sentence(risk.cause, risk.event, risk.effect), "score": risk.score}


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["report"])}


def _of_day(said: Said) -> object:
    """One reminder a day: the report keeps the day of the last one."""
    return f"{said['report'].pk}:{said['report'].reminded_on}"


def _still(status: str) -> Callable[[News], bool]:
    return lambda news: bool(news.record.status == status)


of_report = partial(Kind, about="report", rule="projects.view_report", words=_report)
of_risk = partial(Kind, about="risk", rule="projects.view_risk", words=_risk)

MESSAGES: list[Kind] = [
    of_report(
        "report_due",
        signals.report_due,
        _("A quarterly report is to be written"),
        to.told_leaders,
        event=_of_day,
        is_still_due=_still(ReportStatus.WRITING),
        in_office_hours=True,
    ),
    of_report(
        "report_submitted",
        signals.report_submitted,
        _("A quarterly report waits for my verification"),
        to.told_officers,
        is_still_due=_still(ReportStatus.SUBMITTED),
    ),
    of_report(
        "report_returned",
        signals.report_returned,
        _("A quarterly report came back"),
        to.told_leaders,
        context=_reasons,
        is_still_due=_still(ReportStatus.WRITING),
    ),
    of_report(
        "report_verified",
        signals.report_verified,
        _("A quarterly report waits for my key"),
        to.told_leaders,
        is_still_due=_still(ReportStatus.VERIFIED),
    ),
    of_report(
        "report_key_turned",
        signals.report_key_turned,
        _("The other side signed a quarterly report"),
        to.told_key,
        is_still_due=_still(ReportStatus.VERIFIED),
    ),
    of_report(
        "report_signed",
        signals.report_signed,
        _("A quarterly report was countersigned"),
        to.told_signed,
    ),
    of_risk(
        "risk_raised",
        signals.risk_raised,
        _("A risk was raised in my project"),
        to.told_raised,
    ),
    of_risk(
        "risk_moved",
        signals.risk_moved,
        _("A risk in my project became high"),
        to.told_moved,
        is_still_due=lambda news: bool(news.record.status == RiskStatus.OPEN),
    ),
]
