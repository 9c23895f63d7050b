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

from django.db.models import Q

from core.localised import LocalisedText
from projects.enums import IssueStatus, RiskStatus, TaskKind
from projects.models import Project, QuarterReport
from projects.presentation.achieved import achieved
from projects.presentation.totals import Sums, totals

VERSION = 1

Figures = dict[str, Any]


def figures_of(report: QuarterReport) -> Figures:
    """What the report shows: the frozen figures once there are some, the live ones before."""
    return report.figures or freeze(report.project, report.first_day(), report.last_day())


def freeze(project: Project, first_day: date, last_day: date) -> Figures:
    """The figures of a project for a quarter: approved rows alone, the same whoever asks. Nine queries."""
    return {
        "version": VERSION,
        "first_day": first_day.isoformat(),
        "last_day": last_day.isoformat(),
        "stage": project.stage,
        "money": _money(project, first_day, last_day),
        "results": _results(project, last_day),
        "deliverables": _deliverables(project, last_day),
        "milestones": _milestones(project, last_day),
        "risks": _risks(project, last_day),
        "issues": _issues(project, last_day),
    }


def digest(figures: Figures) -> str:
    """What the journal keeps of frozen figures: anybody can show later that they are the same."""
    written = json.dumps(figures, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


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


def _money(project: Project, first_day: date, last_day: date) -> Figures:
    """By side and by line, to the last day of the quarter; beside it what fell into the quarter itself."""
    to_date, within = totals(project, last_day=last_day), totals(project, first_day=first_day, last_day=last_day)
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


def _deliverables(project: Project, last_day: date) -> list[Figures]:
    """What was due by the end of the quarter or accepted in it."""
    rows = project.deliverables.filter(Q(due_on__lte=last_day) | Q(accepted_on__lte=last_day)).order_by("number")
    return [
        {
            "number": row.number,
            "name": _text(row.name),
            "side": row.side,
            "due_on": _day(row.due_on),
            "accepted_on": _day(row.accepted_on) if row.accepted_on and row.accepted_on <= last_day else None,
        }
        for row in rows
    ]


def _milestones(project: Project, last_day: date) -> list[Figures]:
    """Milestones and joint meetings: done, or planned by the end of the quarter; today's plan beside the baseline."""
    rows = project.tasks.filter(kind__in=(TaskKind.MILESTONE, TaskKind.MEETING)).filter(
        Q(ends_on__lte=last_day) | Q(baseline_ends_on__lte=last_day) | Q(done_on__lte=last_day)
    )
    return [
        {
            "number": row.number,
            "name": _text(row.name),
            "owner": row.owner,
            "baseline": _day(row.baseline_ends_on),
            "plan": _day(row.ends_on),
            "done_on": _day(row.done_on) if row.done_on and row.done_on <= last_day else None,
        }
        for row in rows.order_by("position", "pk")
    ]


def _risks(project: Project, last_day: date) -> list[Figures]:
    rows = project.risks.exclude(status=RiskStatus.CLOSED).filter(raised_on__lte=last_day)
    return [
        {
            "number": row.number,
            "cause": _text(row.cause),
            "event": _text(row.event),
            "effect": _text(row.effect),
            "likelihood": row.likelihood,
            "impact": row.impact,
            "score": row.score,
            "before": row.before,
            "owner": row.owner,
            "status": row.status,
        }
        for row in rows.order_by("-score", "number")
    ]


def _issues(project: Project, last_day: date) -> list[Figures]:
    rows = project.issues.filter(status=IssueStatus.OPEN, raised_on__lte=last_day)
    return [
        {"number": row.number, "text": _text(row.text), "impact": row.impact, "due_on": _day(row.due_on)}
        for row in rows.order_by("-impact", "number")
    ]
