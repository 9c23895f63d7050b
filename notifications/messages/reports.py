"""What is told of reports: made, proposed, published, returned."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from notifications.audience import reports as to
from notifications.messages.kind import Kind, Said, entry_of
from reports import signals
from reports.enums import ReportState
from reports.kinds.registry import label_of
from reports.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from notifications.news import News


def _report(news: News) -> dict[str, Any]:
    report = news.record
    return {"kind": label_of(report.kind), "period": str(Period(report.since, report.until))}


def _once(said: Said) -> object:
    """A report is made once, however often its files are drawn."""
    return said["report"].pk


def _reasons(said: Said) -> dict[str, Any]:
    return {"entry": entry_of(said["report"])}


def _still(state: str) -> Callable[[News], bool]:
    return lambda news: bool(news.record.state == state)


of_report = partial(Kind, about="report", rule="reports.view", words=_report)

MESSAGES: list[Kind] = [
    of_report(
        "centre_report_made",
        signals.report_made,
        _("A report was made to which I have subscribed"),
        to.told_subscribers,
        event=_once,
        in_office_hours=True,
    ),
    of_report(
        "centre_report_proposed",
        signals.report_proposed,
        _("A report waits for my key to be published"),
        to.told_directors,
        is_still_due=_still(ReportState.PROPOSED),
    ),
    of_report(
        "centre_report_published",
        signals.report_published,
        _("A report was published"),
        to.told_staff,
    ),
    of_report(
        "centre_report_returned",
        signals.report_returned,
        _("A report that was proposed came back"),
        to.told_staff,
        context=_reasons,
        is_still_due=_still(ReportState.MADE),
    ),
]
