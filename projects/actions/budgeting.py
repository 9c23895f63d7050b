"""Lines of the budget: proposed by officers and leaders, approved by an adopted decision, replaced by a later one."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.enums import AgreementStatus, DecisionKind, DecisionStatus
from agreements.models import Agreement, Decision
from core import journal, policies
from core.numbering import next_number
from core.refusal import RefusedError
from people.models import User
from projects import signals
from projects.actions.books import at_rate, expect_revisions, hold
from projects.enums import LineState, Stage
from projects.models import BudgetLine, Project

WRITTEN = (
    "title",
    "side",
    "source",
    "group",
    "nature",
    "amount",
    "currency",
    "rate",
    "rate_source",
    "rate_on",
    "starts_on",
    "ends_on",
    "lapses_on",
    "agreement",
    "article",
)
DECIDES_MONEY = (DecisionKind.PROJECT, DecisionKind.BUDGET)
A_YEAR = timedelta(days=365)


class ChangedLineError(RefusedError):
    """A colleague saved the line meanwhile: what is stored is shown beside what was written here."""

    def __init__(self, row: BudgetLine) -> None:
        super().__init__(
            _("A colleague has changed this line after you opened it. Both are shown: put together what counts.")
        )
        self.row = row


@transaction.atomic
def add_line(project: Project, *, by: User, **written: Any) -> BudgetLine:
    """Propose a line of the budget. It counts once a decision has approved it.

    Refused for a project that is over, beyond a year, and under an agreement that is not in the centre's register.
    """
    row = _open(project, by=by)
    return _create(row, by=by, **written)


@transaction.atomic
def replace_line(line: BudgetLine, *, by: User, **written: Any) -> BudgetLine:
    """Propose the line that takes the place of an approved one, of the same side, once a later decision approves it.

    Refused for a line that is not approved, and while another one is proposed in its place.
    """
    project = _open(line.project, by=by)
    old = BudgetLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    if old.state != LineState.APPROVED:
        raise RefusedError(_("Only an approved line is replaced."))
    if BudgetLine.objects.filter(replaces=old).exists():
        raise RefusedError(_("A line that is to replace this one is proposed already. Go on with that one."))
    return _create(project, by=by, replaces=old, **written)


def _create(project: Project, *, by: User, replaces: BudgetLine | None = None, **written: Any) -> BudgetLine:
    values = _kept(project, written, replaces=replaces)
    number = next_number(f"{project.reference}/B")
    line = BudgetLine.objects.create(project=project, number=number, replaces=replaces, by=by, **values)
    data = {"line": replaces.number} if replaces else {}
    journal.write(line, "replace_line" if replaces else "add_line", by=by, data=data)
    return line


@transaction.atomic
def edit_line(line: BudgetLine, *, by: User, seen: int, **written: Any) -> BudgetLine:
    """Change a proposed line. Refused when a colleague has saved another one since `seen`, and once it is approved."""
    project = _open(line.project, by=by)
    row = _draft(line, by=by)
    if row.revision != seen:
        raise ChangedLineError(row)
    for name, value in _kept(project, written, replaces=row.replaces).items():
        setattr(row, name, value)
    row.by, row.revision = by, row.revision + 1
    row.save()
    journal.write(row, "edit_line", by=by)
    return row


@transaction.atomic
def discard_line(line: BudgetLine, *, by: User) -> None:
    """Throw away a line that was only proposed. Its number is not given again."""
    _open(line.project, by=by)
    row = _draft(line, by=by)
    journal.write(row, "discard_line", by=by)
    row.delete()


@transaction.atomic
def approve_lines(
    project: Project,
    *,
    by: User,
    lines: Sequence[BudgetLine],
    decision: Decision,
    seen: Mapping[int, int] | None = None,
) -> list[BudgetLine]:
    """Record that a decision has approved lines: all of them or none. What they replace counts no more.

    Refused for a line that was changed since it was read (`seen`: its revision by number), and unless the decision is
    adopted, is one of the centre's on this project or on a budget, and, for a line that
    replaces another, later than the decision that had approved that one.
    """
    if not lines:
        raise RefusedError(_("Choose at least one line."))
    held = hold(project)
    rows = list(
        BudgetLine.objects.select_for_update(of=("self",))
        .select_related("replaces__decision", "project")
        .filter(project=held, pk__in=[one.pk for one in lines])
        .order_by("pk")
    )
    for row in rows:
        if row.state != LineState.DRAFT:
            raise RefusedError(_("%(number)s is approved already.") % {"number": row.reference})
    allowed = BudgetLine.objects.filter(policies.q("projects.approve_line", by), pk__in=[one.pk for one in rows])
    if set(allowed.values_list("pk", flat=True)) != {one.pk for one in lines}:
        raise PermissionDenied("projects.approve_line")
    expect_revisions(rows, seen or {})
    decision = Decision.objects.select_related("session__committee").get(pk=decision.pk)
    _expect_decision(held, decision)
    for row in rows:
        if row.replaces:
            _put_out(row.replaces, decision, by=by)
        row.decision, row.state = decision, LineState.APPROVED
        row.save(update_fields=["decision", "state"])
        journal.write(
            row,
            "approve_line",
            by=by,
            from_state=LineState.DRAFT,
            to_state=LineState.APPROVED,
            data={"decision": decision.reference},
        )
    signals.lines_approved.send(Project, project=held, lines=rows, by=by)
    return rows


def _expect_decision(project: Project, decision: Decision) -> None:
    if decision.status != DecisionStatus.ADOPTED:
        raise RefusedError(_("This decision is not adopted: both sides countersign it first."))
    if decision.kind not in DECIDES_MONEY or decision.session.committee.centre_id != project.centre_id:
        raise RefusedError(_("Choose a decision on a project or a budget of this centre."))
    about = Project.objects.filter(decision=decision)
    if decision.kind == DecisionKind.PROJECT and about.exists() and not about.filter(pk=project.pk).exists():
        raise RefusedError(_("This decision is on another project. Choose the one on this project, or on a budget."))


def _put_out(old: BudgetLine, decision: Decision, *, by: User) -> None:
    """The earlier line counts no more; its entries are counted with the one that replaces it."""
    old = BudgetLine.objects.select_for_update(of=("self",)).select_related("decision").get(pk=old.pk)
    if old.state != LineState.APPROVED:
        raise RefusedError(_("%(number)s was replaced meanwhile.") % {"number": old.reference})
    earlier = old.decision.adopted_at if old.decision else None
    if decision.pk == old.decision_id or (earlier and decision.adopted_at and decision.adopted_at <= earlier):
        raise RefusedError(
            _("%(number)s is replaced by a decision that is later than its own.") % {"number": old.reference}
        )
    old.state = LineState.REPLACED
    old.save(update_fields=["state"])
    journal.write(old, "be_replaced", by=by, from_state=LineState.APPROVED, to_state=LineState.REPLACED)


# --- What may be written ---------------------------------------------------------------------------------------------


def _open(project: Project, *, by: User) -> Project:
    """The project, locked, as long as its budget may still change."""
    row = hold(project)
    policies.require(by, "projects.write_line", row)
    if row.stage in Stage.over():
        raise RefusedError(_("The project is over: its budget stays as it is."))
    return row


def _draft(line: BudgetLine, *, by: User) -> BudgetLine:
    row = BudgetLine.objects.select_for_update(of=("self",)).select_related("replaces").get(pk=line.pk)
    if row.state != LineState.DRAFT:
        raise RefusedError(_("This line is approved: it is replaced by a later decision, never changed."))
    policies.require(by, "projects.edit_line", row)
    return row


def _kept(project: Project, written: Mapping[str, Any], *, replaces: BudgetLine | None) -> dict[str, Any]:
    """What may be written of a line, made whole."""
    if unknown := set(written) - set(WRITTEN):
        message = f"Not parts of a line: {sorted(unknown)}"
        raise TypeError(message)
    values = at_rate(project, dict(written), day=written.get("rate_on") or written["starts_on"])
    if values["ends_on"] < values["starts_on"]:
        raise RefusedError(_("A line cannot end before it begins."))
    if values["ends_on"] > values["starts_on"] + A_YEAR:
        raise RefusedError(_("A line of the budget covers a year at most."))
    if values.get("lapses_on") and values["lapses_on"] < values["starts_on"]:
        raise RefusedError(_("Money cannot lapse before the line begins."))
    if replaces and (values["side"], values["nature"]) != (replaces.side, replaces.nature):
        raise RefusedError(_("A line is replaced by one of the same side, paid or given alike."))
    agreement: Agreement = values["agreement"]
    if agreement.centre_id != project.centre_id or agreement.status not in AgreementStatus.settled():
        raise RefusedError(_("Choose an agreement that stands in the register of this centre."))
    if (article := values.get("article")) and article.agreement_id != agreement.pk:
        raise RefusedError(_("This article belongs to another agreement."))
    return values
