"""A concept paper before the committee: laid with a decision, approved or declined by what both sides countersign."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.enums import DecisionKind, DecisionStatus
from agreements.models import Decision
from core import journal, policies
from core.models import Signature
from core.refusal import RefusedError
from people.models import User
from projects import signals
from projects.actions.registering import open_registrations
from projects.enums import Stage
from projects.models import Project
from projects.workflow import lifecycle

OPEN = (DecisionStatus.DRAFT, DecisionStatus.PROPOSED)


def decisions_for(project: Project, user: User) -> object:
    """The decisions with which the project may be laid: on projects, of its centre, that nobody has signed yet."""
    rows = Decision.objects.visible_to(user).filter(kind=DecisionKind.PROJECT, status__in=OPEN)
    return rows.filter(session__committee__centre=project.centre_id).select_related("session__committee")


@transaction.atomic
def lay(project: Project, *, by: User, decision: Decision) -> Project:
    """Lay the paper before the committee, with the decision on it. Several projects may share one.

    A paper that lies there already is moved to another decision, when a session was put off. Refused without the
    opinions of both sides, and once a side has signed the decision: nobody signs for what is added later.
    """
    found = Decision.objects.select_for_update().select_related("session__committee").get(pk=decision.pk)
    row = lifecycle.lock(project)
    _expect_fitting(row, found)
    now = timezone.now()
    if row.stage == Stage.COMMITTEE:
        return _move(row, found, by=by)
    row = lifecycle.take(row, "lay", by=by, decision=found, moved_at=now, updated_at=now)
    _change(found)
    signals.project_laid.send(Project, project=row, by=by)
    return row


def _change(decision: Decision) -> None:
    """What a decision is on is a part of it: whoever has read it without the project reads it again."""
    Decision.objects.filter(pk=decision.pk, status=DecisionStatus.PROPOSED).update(revision=F("revision") + 1)


def _move(row: Project, decision: Decision, *, by: User) -> Project:
    policies.require(by, "projects.run", row)
    if row.decision_id == decision.pk:
        return row
    if row.decision is not None:
        _expect_unsigned(row.decision)
        _change(row.decision)
    _change(decision)
    row.decision, row.updated_at = decision, timezone.now()
    row.save(update_fields=["decision", "updated_at"])
    journal.write(row, "lay", by=by, data={"decision": decision.pk})
    signals.project_laid.send(Project, project=row, by=by)
    return row


def _expect_fitting(project: Project, decision: Decision) -> None:
    if decision.session.committee.centre_id != project.centre_id:
        raise PermissionDenied("projects.run")
    if decision.kind != DecisionKind.PROJECT or decision.status not in OPEN:
        raise RefusedError(_("Choose a decision on projects that has not been taken yet."))
    _expect_unsigned(decision)


def _expect_unsigned(decision: Decision) -> None:
    if Signature.objects.about(decision).filter(settled_at=None, cleared_at=None).exists():
        raise RefusedError(_("One side has signed this decision already: what it signed for stays as it is."))


# --- What the committee decided --------------------------------------------------------------------------------------


@transaction.atomic
def approve(project: Project, *, by: User | None) -> Project:
    """The decision on it was countersigned by both sides: the project is approved, and its registration begins.

    `by` turned the last key of the decision. The journal says it of nobody: what two governments decide is no single
    act. Refused while its decision is not adopted.
    """
    row = lifecycle.lock(project)
    decision = row.decision
    if decision is None or decision.status != DecisionStatus.ADOPTED:
        raise RefusedError(_("The committee has not adopted the decision on this project."))
    now = timezone.now()
    year = decision.session.programme_year
    row = lifecycle.take(row, "approve", by=None, approved_at=now, programme_year=year, moved_at=now, updated_at=now)
    open_registrations(row)
    signals.project_approved.send(Project, project=row, by=by)
    return row


@transaction.atomic
def decline(project: Project, *, by: User | None) -> Project:
    """The decision on it was rejected by both sides: the project is not approved, and may be submitted again."""
    row = lifecycle.lock(project)
    if row.decision is None or row.decision.status != DecisionStatus.REJECTED:
        raise RefusedError(_("The committee has not rejected the decision on this project."))
    now = timezone.now()
    row = lifecycle.take(row, "decline", by=None, moved_at=now, updated_at=now)
    signals.project_declined.send(Project, project=row, by=by)
    return row
