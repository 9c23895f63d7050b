"""Work of a quarter, and how a report comes as far as it should."""

from datetime import date
from typing import Any

from people.enums import Side
from projects.actions.reports import finish_part, sign_report, submit_report, verify_report, write_part
from projects.enums import Owner, RiskGroup, TaskKind, Treatment
from projects.models import Deliverable, Issue, Project, QuarterReport, ReportPart, Risk, RiskReview, Task
from tests.cast import Cast

WORDS = {"en": "Three agencies hand over.", "ru": "Три органа передают."}


def make_task(project: Project, number: str, ends_on: date, **fields: Any) -> Task:
    values = {"kind": TaskKind.MILESTONE, "name": {"en": f"Point {number}"}, "owner": Owner.A, "days": 0, **fields}
    at = {"wished_on": ends_on, "starts_on": ends_on, "ends_on": ends_on, "position": len(number)}
    return Task.objects.create(project=project, number=number, **{**at, **values})


def make_risk(project: Project, likelihood: int = 3, impact: int = 3, **fields: Any) -> Risk:
    number = project.risks.count() + 1
    words = {"cause": {"en": "rain falls"}, "event": {"en": "the cellar floods"}, "effect": {"en": "paper is lost"}}
    by = project.author
    values = {
        "group": RiskGroup.SCHEDULE,
        "treatment": Treatment.REDUCE,
        "owner": Owner.BOTH,
        "raised_by": by,
        "raised_on": date(2026, 2, 2),
        **words,
        **fields,
    }
    risk = Risk.objects.create(project=project, number=number, likelihood=likelihood, impact=impact, **values)
    RiskReview.objects.create(
        risk=risk, likelihood=likelihood, impact=impact, status=risk.status, by=by, by_name="S", on=risk.raised_on
    )
    return risk


def make_issue(project: Project, **fields: Any) -> Issue:
    values = {
        "text": {"en": "The server is late"},
        "impact": 4,
        "owner": Owner.A,
        "raised_on": date(2026, 3, 3),
        **fields,
    }
    return Issue.objects.create(project=project, number=project.issues.count() + 1, raised_by=project.author, **values)


def make_quarter_of_work(project: Project) -> None:
    """A deliverable of each state, points behind and ahead, a risk, an issue."""
    for number, due_on, accepted_on in (
        (1, date(2026, 2, 20), date(2026, 2, 27)),
        (2, date(2026, 3, 20), None),
        (3, date(2026, 9, 1), None),
    ):
        Deliverable.objects.create(
            project=project, number=number, name={"en": f"D {number}"}, side="b", due_on=due_on, accepted_on=accepted_on
        )
    make_task(project, "1", date(2026, 2, 27), progress=100, done_on=date(2026, 2, 27))
    make_task(project, "2", date(2026, 4, 15), baseline_starts_on=date(2026, 3, 16), baseline_ends_on=date(2026, 3, 16))
    make_task(project, "3", date(2026, 5, 15))
    make_risk(project, 4, 4)
    make_issue(project)


def part_of(report: QuarterReport, side: str) -> ReportPart:
    return ReportPart.objects.select_related("report").get(report=report, side=side)


def write(report: QuarterReport, side: str, cast: Cast, **texts: Any) -> ReportPart:
    """A whole part, finished."""
    by = cast.people["leader_by" if side == Side.A else "leader_kr"]
    part = part_of(report, side)
    part = write_part(part, by=by, seen=part.revision, **{"summary": WORDS, "done": WORDS, **texts})
    return finish_part(part, by=by)


def submitted(report: QuarterReport, cast: Cast) -> QuarterReport:
    for side in Side.values:
        write(report, side, cast)
    return submit_report(report, by=cast.people["leader_by"])


def verified(report: QuarterReport, cast: Cast) -> QuarterReport:
    return verify_report(submitted(report, cast), by=cast.people["officer"])


def signed(report: QuarterReport, cast: Cast) -> QuarterReport:
    row = verified(report, cast)
    sign_report(row, by=cast.people["leader_by"])
    return sign_report(row, by=cast.people["leader_kr"])
