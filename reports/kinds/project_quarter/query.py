"""The quarterly report of a project, as both leaders wrote it and the centre verified it."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import policies
from core.localised import LocalisedText
from papers.report import Report
from people.enums import Side
from people.keys import keys_of, sides_of
from people.models import User
from projects.enums import ReportStatus
from projects.models import Project, QuarterReport
from projects.presentation.report_paper import report_of
from projects.presentation.reports import parts_of, whole_reports
from projects.workflow import reporting
from reports.figures.figure import Asked, Breakdown, Figure, Group, Line
from reports.kinds.kind import Draw

PLACE = 9
LABEL = _("Quarterly report of a project")
LEDE = _("What both leaders wrote of a quarter, with the figures that the centre has verified and both keys.")
ABOUT = QuarterReport
IS_PUBLIC = False
IS_INSIDE = True
LONGEST_AGO = timedelta(days=2 * 365)
RELATED = ("project__centre__side_a__calendar", "project__centre__side_b__calendar")
MONEY = (pgettext_lazy("money", "Approved"), pgettext_lazy("money", "Used"), pgettext_lazy("money", "Left"))


def choices(user: Any) -> QuerySet[QuarterReport]:
    """The reports of the last years whose figures are verified, of projects whose work the person reads."""
    rows = QuarterReport.objects.filter(
        policies.q("projects.view_report", user),
        status__in=(ReportStatus.VERIFIED, ReportStatus.SIGNED),
        due_on__gte=timezone.localdate() - LONGEST_AGO,
    )
    return rows.select_related(*RELATED).order_by("-due_on", "-pk")


def asked_of(report: QuarterReport) -> Asked:
    """The days of its quarter."""
    return Asked(report.project.centre, report.first_day(), report.last_day())


def figures(asked: Asked, report: QuarterReport) -> list[Group]:
    """The money of both sides to the end of the quarter, and what was handed over: as it was frozen."""
    project, frozen = report.project, report.figures
    money = reverse("projects:money", args=[project.reference])
    delivered = reverse("projects:deliverables", args=[project.reference])
    due = frozen["deliverables"]
    return [
        Group(
            "project",
            _("Project"),
            [
                Figure(
                    "project.accepted",
                    _("Deliverables accepted"),
                    sum(1 for one in due if one["accepted_on"]),
                    delivered,
                    of=len(due),
                )
            ],
            [
                Breakdown(
                    "money_side",
                    _("Money to the end of the quarter, by side"),
                    MONEY,
                    [
                        _line(
                            asked.centre.side_country(side).name, side, frozen["money"]["sides"][side], project, money
                        )
                        for side in Side.values
                        if side in frozen["money"]["sides"]
                    ],
                    _("Side"),
                ),
                Breakdown(
                    "money_line",
                    _("Money to the end of the quarter, by line"),
                    MONEY,
                    [
                        _line(
                            LocalisedText(one["title"]),
                            f"B{one['number']:02d}",
                            one,
                            project,
                            reverse("projects:line", args=[project.reference, one["number"]]),
                        )
                        for one in frozen["money"]["lines"]
                    ],
                    _("Line"),
                ),
            ],
        )
    ]


def _line(label: Any, code: str, row: Mapping[str, Any], project: Project, url: str) -> Line:
    cells = [
        Figure(f"project.{name}", words, None if row[name] is None else Decimal(row[name]), url, unit=project.currency)
        for name, words in zip(("approved", "used", "rest"), MONEY, strict=True)
    ]
    return Line(label, cells, code)


def paper(report: QuarterReport, user: User) -> Draw:
    """Both parts and the frozen figures, with the keys as they stand."""
    found: Any = whole_reports(user).select_related("project__lead_a", "project__lead_b", *RELATED).get(pk=report.pk)
    centre = found.project.centre
    sides, own = sides_of(centre, user), user.standing.side_in(centre)

    def draw(language: str) -> Report:
        keys = keys_of(found, reporting, "sign", user, centre=centre)
        parts = parts_of(found, sides, own)
        return report_of(found, found.figures, parts, keys, sides=sides, own=own, language=language)

    return draw
