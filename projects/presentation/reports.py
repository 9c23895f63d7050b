"""Quarterly reports in words: where one stands, what each side writes, what the reader may do. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import policies
from core.localised import LocalisedText
from core.models import Signature
from projects.actions.reports import NARRATIVE
from projects.enums import ReportStatus
from projects.models import Project, QuarterReport, ReportPart
from projects.presentation.beside import REPORT_SHAPES
from projects.presentation.state import State
from projects.workflow import reporting

PHRASES: dict[str, Any] = {
    "begin_report": pgettext_lazy("report", "Begun"),
    "finish_part": _("A side has finished its part"),
    "submit": pgettext_lazy("report", "Submitted"),
    "verify": pgettext_lazy("report", "Figures verified"),
    "freeze": _("Figures frozen"),
    "return": pgettext_lazy("report", "Returned"),
    "sign": pgettext_lazy("report", "Countersigned"),
    "sign:key": pgettext_lazy("report", "Signed for %(country)s"),
    "object": _("A leader objected"),
}
GRANTED = {
    "may_submit": "projects.submit_report",
    "may_verify": "projects.verify_report",
    "may_sign": "projects.sign_report",
}
ADDRESSES = {"submit": "submit_report", "verify": "verify_report", "return": "return_report"}
ADDRESSES |= {"sign": "sign_report", "object": "object_to_report"}


@dataclass(frozen=True)
class Chapter:
    """A text of a part under its heading; `others` are its further languages."""

    heading: str | Promise
    text: LocalisedText

    @property
    def others(self) -> list[tuple[str, str]]:
        best = self.text.best()
        return [(language, text) for language, text in self.text.items() if language != best.lang]


@dataclass(frozen=True)
class PartView:
    """The part of a side: its chapters where this reader may see them, whether it is finished, where it is written."""

    side: str
    is_own: bool
    is_finished: bool
    part: ReportPart | None = None
    write_url: str = ""

    @property
    def chapters(self) -> list[Chapter]:
        return chapters_of(self.part) if self.part else []


@dataclass(frozen=True)
class Button:
    """What may be done, and where."""

    name: str
    label: str | Promise
    url: str


def chapters_of(part: ReportPart) -> list[Chapter]:
    """The texts that were written, in the order of the form."""
    fields = [ReportPart._meta.get_field(name) for name in NARRATIVE]
    return [
        Chapter(capfirst(str(field.verbose_name)), text)  # type: ignore[union-attr]
        for field in fields
        if (text := getattr(part, field.name))
    ]


def state_of(report: QuarterReport, today: date) -> State:
    """How it stands; until it is verified it may be late."""
    status = ReportStatus(report.status)
    if status in (ReportStatus.WRITING, ReportStatus.SUBMITTED) and report.due_on < today:
        return State("is-late", _("Overdue: being written") if status == ReportStatus.WRITING else status.label)
    return State(REPORT_SHAPES[status], status.label)


def whole_reports(user: Any) -> QuerySet[QuarterReport]:
    """Reports with what the reader may do, and which sides have not finished their parts."""
    open_parts = ReportPart.objects.filter(report=OuterRef("pk"), finished_at=None).order_by("side")
    return (
        QuarterReport.objects.visible_to(user)
        .with_permissions(user, **GRANTED)
        .annotate(unfinished=ArraySubquery(open_parts.values("side")), part_rows=_part_rows(user))
        .select_related("verified_by")
    )


def _part_rows(user: Any) -> ArraySubquery:
    """The parts this reader may read; the words of the other side are not even loaded while it writes."""
    may_write = policies.as_column(policies.q("projects.write_part", user))
    rows = ReportPart.objects.filter(policies.q("projects.view_part", user), report=OuterRef("pk")).order_by("side")
    names = ("pk", "side", *NARRATIVE, "revision", "updated_at")
    return ArraySubquery(rows.values(whole=JSONObject(**{name: name for name in names}, may_write=may_write)))


def part_of(report: Any, side: str) -> tuple[ReportPart | None, bool]:
    """The part of a side of one of `whole_reports` as far as this reader may read it, and whether he writes it."""
    for row in report.part_rows or ():
        if row["side"] == side:
            shown = {name: value for name, value in row.items() if name not in ("may_write", "updated_at")}
            part = ReportPart(report=report, updated_at=datetime.fromisoformat(row["updated_at"]), **shown)
            return part, row["may_write"]
    return None, False


def parts_of(report: Any, sides: Sequence[str], own: str) -> list[PartView]:
    """Both parts, the reader's own first; of the other side's, until it is submitted, only whether it is finished."""
    found = []
    for side in sides:
        part, may_write = part_of(report, side)
        is_open = may_write and report.status == ReportStatus.WRITING
        url = reverse("projects:edit_part", args=[*at(report), side]) if is_open else ""
        found.append(PartView(side, side == own, side not in report.unfinished, part, url))
    return found


def at(report: QuarterReport) -> tuple[str, int, int]:
    """How it stands in an address."""
    return report.project.reference, report.year, report.quarter


def granted_on(report: Any) -> set[str]:
    """The permissions that came along with a row of `whole_reports`."""
    return {permission for column, permission in GRANTED.items() if getattr(report, column)}


def buttons_of(report: Any, user: Any, signatures: list[Signature]) -> list[Button]:
    """What the reader may do with it now, the way onwards first. A report whose parts are open is not submitted."""
    steps = reporting.available(report, user, granted=granted_on(report), live=signatures)
    return [
        Button(step.name, step.label, reverse(f"projects:{ADDRESSES[step.name]}", args=at(report)))
        for step in steps
        if step.name != "submit" or not report.unfinished
    ]


def earlier(report: QuarterReport, project: Project) -> QuarterReport | None:
    """The last report before this one whose figures were verified; what changed since is measured against it."""
    before = QuarterReport.objects.filter(project=project, figures_at__isnull=False)
    rows = before.filter(year=report.year, quarter__lt=report.quarter) | before.filter(year__lt=report.year)
    found = rows.order_by("-year", "-quarter").first()
    if found is not None:
        found.project = project
    return found
