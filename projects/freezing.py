"""The figures of a quarterly report as plain data: worked out live while it is written, kept when it is verified.

Decimals stand as strings and days as ISO dates, so that what was frozen reads the same for ever. Every row carries the
number of the record it came from, so that each figure leads back to it. A change of this shape raises `VERSION`.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, JSONObject

from core.localised import LocalisedText
from projects.enums import LineState, RiskStatus, TaskKind
from projects.models import BudgetLine, Deliverable, Entry, Issue, Project, QuarterReport, Risk, RiskReview, Task
from projects.presentation.achieved import achieved
from projects.presentation.totals import Sums, summed, totals_of
from projects.quarters import LAST, quarter_days, quarter_of

VERSION = 1

Figures = dict[str, Any]


def figures_of(report: QuarterReport) -> Figures:
    """What the report shows: the frozen figures once there are some, the live ones before."""
    return report.figures or freeze(report.project, report.first_day(), report.last_day())


def freeze(project: Project, first_day: date, last_day: date) -> Figures:
    """The figures of a project for a quarter: approved rows alone, the same whoever asks. Five queries."""
    rows = _rows_of(project, first_day, last_day)
    lines = [_line(row) for row in rows.pop("lines")]
    return {
        "version": VERSION,
        "first_day": first_day.isoformat(),
        "last_day": last_day.isoformat(),
        "stage": project.stage,
        "money": _money(project, lines, first_day, last_day),
        "results": _results(project, last_day),
        **rows,
    }


def digest(figures: Figures) -> str:
    """What the journal keeps of frozen figures: anybody can show later that they are the same."""
    written = json.dumps(figures, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def next_quarter(day: date) -> tuple[int, int]:
    """Year and number of the quarter after the one of this day."""
    quarter = quarter_of(day)
    return (day.year + 1, 1) if quarter == LAST else (day.year, quarter + 1)


# --- Parts -----------------------------------------------------------------------------------------------------------


def _text(text: Mapping[str, str]) -> dict[str, str]:
    return dict(LocalisedText(text))


def _exact(value: Decimal | None) -> str | None:
    """Without an exponent and without zeros that say nothing: 6, 0.25, 12500."""
    if value is None:
        return None
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sums(sums: Sums) -> dict[str, str | None]:
    kinds = ("committed", "disbursed", "received", "spent", "in_kind", "days")
    return {kind: _exact(getattr(sums, kind)) for kind in kinds}


def _money(project: Project, lines: list[BudgetLine], first_day: date, last_day: date) -> Figures:
    """By side and by line, to the last day of the quarter; beside it what fell into the quarter itself. One query."""
    in_quarter = Case(When(on__gte=first_day, then=Value(value=True)), default=Value(value=False))
    entries = Entry.objects.counting().filter(project=project, on__lte=last_day).annotate(in_quarter=in_quarter)
    rows = summed(entries, "in_quarter")
    to_date = totals_of(project.currency, lines, rows)
    within = totals_of(project.currency, lines, [row for row in rows if row["in_quarter"]])
    return {
        "currency": project.currency,
        "sides": {
            side: {
                "approved": _exact(one.approved),
                "used": _exact(one.used),
                "rest": _exact(one.rest),
                "to_date": _sums(one.sums),
                "within": _sums(within.sides[side].sums),
            }
            for side, one in to_date.sides.items()
        },
        "lines": [
            {
                "number": one.line.number,
                "title": _text(one.line.title),
                "side": one.line.side,
                "approved": _exact(one.approved),
                "used": _exact(one.used),
                "rest": _exact(one.rest),
            }
            for one in to_date.lines
        ],
    }


def _results(project: Project, last_day: date) -> list[Figures]:
    return [
        {
            "measure": one.measure.pk,
            "level": one.measure.result.level,
            "result": _text(one.measure.result.title),
            "indicator": _text(one.measure.indicator.name),
            "code": one.measure.indicator.code,
            "unit": one.measure.indicator.unit,
            "baseline": _exact(one.measure.baseline),
            "target": _exact(one.target),
            "target_text": _text(one.target_text),
            "actual": _exact(one.actual),
            "actual_text": _text(one.actual_text),
            "as_of": _day(one.as_of),
            "course": str(one.course.value),
            "values": [value.pk for value in one.values],
        }
        for one in achieved(project, until=last_day)
    ]


def _rows_of(project: Project, first_day: date, last_day: date) -> dict[str, list[Figures]]:
    """What is counted row by row: lines, deliverables, points of the schedule, risks, issues. One query."""
    row: Any = (
        Project.objects.filter(pk=project.pk)
        .values(
            deliverables_rows=_deliverables(last_day),
            milestones_rows=_milestones(last_day),
            ahead_rows=_ahead(last_day),
            risks_rows=_risks(first_day, last_day),
            issues_rows=_issues(first_day, last_day),
            lines_rows=_lines(),
        )
        .first()
    )
    return {name.removesuffix("_rows"): list(found or ()) for name, found in (row or {}).items()}


def _listed(rows: QuerySet[Any], **more: Any) -> ArraySubquery:
    return ArraySubquery(rows.values(whole=JSONObject(**more)))


LINE = ("pk", "number", "title", "side", "nature", "state")


def _lines() -> ArraySubquery:
    """All lines that were ever approved: what stands in the place of another is counted with it."""
    rows = BudgetLine.objects.filter(project=OuterRef("pk")).exclude(state=LineState.DRAFT).order_by("number")
    amount = Cast("value", CharField())  # as JSON it would be read as a float
    return _listed(rows, **{n: n for n in LINE}, replaces_id="replaces", value=amount)


def _line(row: Figures) -> BudgetLine:
    """A line as the sums need it."""
    line = BudgetLine(**{**row, "value": Decimal(row["value"])})
    line.title = LocalisedText(row["title"])
    return line


def _if_by(name: str, last_day: date) -> Case:
    """A day that had come by the end of the quarter; a later one is nobody's business yet."""
    return Case(When(**{f"{name}__lte": last_day}, then=F(name)), default=None)


def _deliverables(last_day: date) -> ArraySubquery:
    """What was due by the end of the quarter or accepted in it."""
    rows = Deliverable.objects.filter(Q(due_on__lte=last_day) | Q(accepted_on__lte=last_day), project=OuterRef("pk"))
    names = ("number", "name", "side", "due_on")
    return _listed(rows.order_by("number"), **{n: n for n in names}, accepted_on=_if_by("accepted_on", last_day))


POINTS = (TaskKind.MILESTONE, TaskKind.MEETING)
POINT = {"id": "pk", "number": "number", "name": "name", "kind": "kind", "owner": "owner"}
POINT |= {"baseline": "baseline_ends_on", "plan": "ends_on"}


def _milestones(last_day: date) -> ArraySubquery:
    """Milestones and joint meetings: done, or planned by the end of the quarter; today's plan beside the baseline."""
    by_then = Q(ends_on__lte=last_day) | Q(baseline_ends_on__lte=last_day) | Q(done_on__lte=last_day)
    rows = Task.objects.filter(by_then, project=OuterRef("pk"), kind__in=POINTS)
    return _listed(rows.order_by("position", "pk"), **POINT, done_on=_if_by("done_on", last_day))


def _ahead(last_day: date) -> ArraySubquery:
    """Those of the quarter that follows, which are not done yet."""
    first, last = quarter_days(*next_quarter(last_day))
    done = Q(done_on__lte=last_day)
    rows = Task.objects.filter(project=OuterRef("pk"), kind__in=POINTS, ends_on__range=(first, last)).exclude(done)
    return _listed(rows.order_by("position", "pk"), **POINT)


BY_SCORE = ("-then_score", "number")
JUDGED = ("likelihood", "impact", "score", "status")


def _risks(first_day: date, last_day: date) -> ArraySubquery:
    """Risks as they were judged last by the end of the quarter, and as they stood when it began; no closed ones."""

    def judged(name: str, **until: date) -> Subquery:
        reviews = RiskReview.objects.filter(risk=OuterRef("pk"), **until).order_by("-at", "-pk")
        value = F("likelihood") * F("impact") if name == "score" else F(name)
        return Subquery(reviews.annotate(said=value).values("said")[:1])

    rows: QuerySet[Any] = Risk.objects.filter(project=OuterRef("pk"), raised_on__lte=last_day)
    rows = rows.annotate(
        **{f"then_{name}": Coalesce(judged(name, on__lte=last_day), F(name)) for name in JUDGED},
        was=judged("score", on__lt=first_day),
    )
    names = ("number", "cause", "event", "effect", "owner")
    shown = {name: f"then_{name}" for name in JUDGED}
    return _listed(
        rows.exclude(then_status=RiskStatus.CLOSED).order_by(*BY_SCORE),
        **{name: name for name in names},
        **shown,
        before="was",
    )


def _issues(first_day: date, last_day: date) -> ArraySubquery:
    """Issues that were open when the quarter ended, or were solved in it."""
    rows = Issue.objects.filter(project=OuterRef("pk"), raised_on__lte=last_day).filter(
        Q(solved_on=None) | Q(solved_on__gte=first_day)
    )
    names = ("number", "text", "impact", "owner", "due_on")
    return _listed(rows.order_by("-impact", "number"), **{n: n for n in names}, solved_on=_if_by("solved_on", last_day))
