"""Risks: raised, judged anew, until they are over or have occurred; and issues, which are what has occurred."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from core import journal, policies
from core.refusal import RefusedError
from people.days import today_at
from people.models import User
from projects import signals
from projects.enums import IssueStatus, RiskStatus
from projects.models import Issue, Project, Risk, RiskReview
from projects.policies.projects import sides_of

HIGH = 15  # likelihood × impact: from here on both co-directors are told
RISK = (
    "group",
    "cause",
    "event",
    "effect",
    "treatment",
    "measures",
    "trigger",
    "owner",
    "person_a",
    "person_b",
    "task",
    "line",
)
ISSUE = ("text", "impact", "risk", "owner", "due_on")


class ChangedRiskError(RefusedError):
    """A colleague has saved it meanwhile; `row` is what stands there now."""

    def __init__(self, row: Risk | Issue) -> None:
        super().__init__(
            _("A colleague has saved this after you opened it. Both stand below: put together what counts.")
        )
        self.row = row


@transaction.atomic
def raise_risk(project: Project, *, by: User, likelihood: int, impact: int, **written: Any) -> Risk:
    """Put a risk on the register, judged for the first time."""
    row = _hold(project, by=by)
    today = today_at(row.centre)
    risk = Risk.objects.create(
        project=row,
        number=(row.risks.aggregate(last=Max("number"))["last"] or 0) + 1,
        likelihood=likelihood,
        impact=impact,
        raised_by=by,
        raised_on=today,
        reviewed_on=today,
        **_kept(row, RISK, written),
    )
    _judge(risk, by=by, on=today, note="")
    journal.write(risk, "raise", by=by, data={"score": likelihood * impact})
    signals.risk_raised.send(Risk, risk=_fresh(risk), by=by)
    return _fresh(risk)


@transaction.atomic
def edit_risk(risk: Risk, *, by: User, seen: int, **written: Any) -> Risk:
    """Change how it is put, who owns it and what is done; its judgement changes by a review alone."""
    row = Risk.objects.select_for_update(of=("self",)).get(pk=risk.pk)
    policies.require(by, "projects.edit_risk", row)
    if row.revision != seen:
        raise ChangedRiskError(row)
    for name, value in _kept(row.project, RISK, written).items():
        setattr(row, name, value)
    row.revision += 1
    row.save(update_fields=[*written, "revision"])
    journal.write(row, "edit", by=by)
    return _fresh(row)


@transaction.atomic
def review_risk(
    risk: Risk, *, by: User, likelihood: int, impact: int, status: str = RiskStatus.OPEN, note: str = ""
) -> Risk:
    """Judge it anew. To close it, or to say that it has occurred, needs a note; a review opens it again too."""
    row = Risk.objects.select_for_update(of=("self",)).get(pk=risk.pk)
    policies.require(by, "projects.own_risk", row)
    if status != RiskStatus.OPEN and not note.strip():
        raise RefusedError(_("Say in a note why it is closed, or how it has occurred."))
    return _review(row, by=by, likelihood=likelihood, impact=impact, status=status, note=note)


def _review(row: Risk, *, by: User, likelihood: int, impact: int, status: str, note: str) -> Risk:
    before, after = row.score, likelihood * impact
    today = today_at(row.project.centre)
    row.before, row.likelihood, row.impact, row.status, row.reviewed_on = before, likelihood, impact, status, today
    row.revision += 1
    row.save(update_fields=["before", "likelihood", "impact", "status", "reviewed_on", "revision"])
    _judge(row, by=by, on=today, note=note)
    journal.write(row, "review", by=by, reason=note, data={"before": before, "after": after})
    row = _fresh(row)
    if before < HIGH <= after:
        signals.risk_moved.send(Risk, risk=row, by=by)
    return row


def _judge(risk: Risk, *, by: User, on: date, note: str) -> None:
    RiskReview.objects.create(
        risk=risk,
        likelihood=risk.likelihood,
        impact=risk.impact,
        status=risk.status,
        note=note,
        by=by,
        by_name=by.name_of_record(),
        on=on,
    )


# --- Issues ----------------------------------------------------------------------------------------------------------


@transaction.atomic
def raise_issue(project: Project, *, by: User, **written: Any) -> Issue:
    """Put down what has gone wrong. The risk it came from, where one is named, has then occurred."""
    row = _hold(project, by=by)
    values = _kept(row, ISSUE, written)
    risk = values.get("risk")
    issue = Issue.objects.create(
        project=row,
        number=(row.issues.aggregate(last=Max("number"))["last"] or 0) + 1,
        side=_side(row, by),
        raised_by=by,
        raised_on=today_at(row.centre),
        **values,
    )
    journal.write(issue, "raise", by=by)
    if risk:
        held = Risk.objects.select_for_update(of=("self",)).get(pk=risk.pk)
        if held.status == RiskStatus.OPEN:
            at = {"likelihood": held.likelihood, "impact": held.impact}
            _review(held, by=by, status=RiskStatus.OCCURRED, note=issue.reference, **at)
    return issue


@transaction.atomic
def edit_issue(issue: Issue, *, by: User, seen: int, **written: Any) -> Issue:
    """Change how it is put and who solves it. Refused once it is solved."""
    row = Issue.objects.select_for_update(of=("self",)).get(pk=issue.pk)
    policies.require(by, "projects.edit_risk", row)
    _expect_open(row)
    if row.revision != seen:
        raise ChangedRiskError(row)
    for name, value in _kept(row.project, ISSUE, written).items():
        setattr(row, name, value)
    row.revision += 1
    row.save()
    journal.write(row, "edit", by=by)
    return row


@transaction.atomic
def solve_issue(issue: Issue, *, by: User, solution: str) -> Issue:
    """Say how it was solved. Refused without words, and when it is solved already."""
    row = Issue.objects.select_for_update(of=("self",)).get(pk=issue.pk)
    policies.require(by, "projects.solve_issue", row)
    _expect_open(row)
    if not solution.strip():
        raise RefusedError(_("Say how it was solved."))
    row.status, row.solution, row.solved_on = IssueStatus.SOLVED, solution, today_at(row.project.centre)
    row.revision += 1
    row.save(update_fields=["status", "solution", "solved_on", "revision"])
    journal.write(row, "solve", by=by, reason=solution)
    return row


def _expect_open(issue: Issue) -> None:
    if issue.status != IssueStatus.OPEN:
        raise RefusedError(_("This issue is solved already."))


def _hold(project: Project, *, by: User) -> Project:
    """The project, held while a number is taken."""
    row = Project.objects.select_for_update(of=("self",)).select_related("centre__side_a").get(pk=project.pk)
    policies.require(by, "projects.judge_risks", row)
    return row


def _side(project: Project, by: User) -> str:
    """The side of who raises it; none for the centre's officers."""
    for side, condition in sides_of(by).items():
        if Project.objects.filter(condition, pk=project.pk).exists():
            return side
    return ""


def _kept(project: Project, allowed: tuple[str, ...], written: dict[str, Any]) -> dict[str, Any]:
    if unknown := set(written) - set(allowed):
        message = f"Not to be written here: {sorted(unknown)}"
        raise TypeError(message)
    for name in ("task", "line"):
        if (row := written.get(name)) and row.project_id != project.pk:
            raise RefusedError(_("Choose a line of this project."))
    if (risk := written.get("risk")) and risk.project_id != project.pk:
        raise RefusedError(_("Choose a risk of this project."))
    return written


def _fresh(risk: Risk) -> Risk:
    return Risk.objects.get(pk=risk.pk)
